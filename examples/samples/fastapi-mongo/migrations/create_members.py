"""Create members."""

from typing import Any

from pymongo import ASCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
        "cardNumber",
        "name",
        "email",
        "favourite_ids",
        "created_at",
        "updated_at",
    ],
    "properties": {
        "_id": {"bsonType": "objectId"},
        "cardNumber": {"bsonType": "long"},
        "name": {"bsonType": "string"},
        "email": {"bsonType": "string"},
        "receivesReminders": {"bsonType": "bool"},
        "favourite_ids": {
            "bsonType": "array",
            "items": {"bsonType": "objectId"},
        },
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
        "deleted_at": {"bsonType": "date"},
    },
}

INDEXES = [
    IndexModel(
        [("cardNumber", ASCENDING), ("_hidden", ASCENDING)],
        name="unique_cardNumber",
        unique=True,
        sparse=True,
    ),
    IndexModel(
        [("email", ASCENDING), ("_hidden", ASCENDING)],
        name="unique_email",
        unique=True,
        sparse=True,
    ),
    IndexModel([("favourite_ids", ASCENDING)]),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "members",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
