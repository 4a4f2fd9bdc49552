"""Create authors."""

from typing import Any

from pymongo import ASCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
        "name",
        "created_at",
        "updated_at",
    ],
    "properties": {
        "_id": {"bsonType": "objectId"},
        "name": {"bsonType": "string"},
        "bornOn": {"bsonType": "string"},
        "website": {"bsonType": "string"},
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
    },
}

INDEXES = [
    IndexModel([("name", ASCENDING)]),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "authors",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
