"""Create genres."""

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
    ],
    "properties": {
        "_id": {"bsonType": "int"},
        "name": {"bsonType": "string"},
        "parent_id": {"bsonType": "int"},
    },
}

INDEXES = [
    IndexModel(
        [("name", ASCENDING)],
        name="unique_name",
        unique=True,
        sparse=True,
    ),
    IndexModel([("parent_id", ASCENDING)]),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "genres",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
