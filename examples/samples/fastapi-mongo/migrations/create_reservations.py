"""Create reservations."""

from typing import Any

from pymongo import ASCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
        "expiresOn",
        "book_id",
        "member_id",
        "created_at",
        "updated_at",
    ],
    "properties": {
        "_id": {"bsonType": "objectId"},
        "expiresOn": {"bsonType": "string"},
        "book_id": {"bsonType": "objectId"},
        "member_id": {"bsonType": "objectId"},
        "filledBy_id": {"bsonType": "objectId"},
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
    },
}

INDEXES = [
    IndexModel([("expiresOn", ASCENDING)]),
    IndexModel([("book_id", ASCENDING)]),
    IndexModel([("member_id", ASCENDING)]),
    IndexModel(
        [("filledBy_id", ASCENDING)],
        name="unique_filledBy_id",
        unique=True,
        sparse=True,
    ),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "reservations",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
