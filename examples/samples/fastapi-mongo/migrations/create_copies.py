"""Create copies."""

from typing import Any

from pymongo import ASCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
        "barcode",
        "acquiredOn",
        "book_id",
        "created_at",
        "updated_at",
    ],
    "properties": {
        "_id": {"bsonType": "objectId"},
        "barcode": {"bsonType": "string"},
        "condition": {
            "enum": [
                "new",
                "good",
                "worn",
                "damaged",
            ],
        },
        "acquiredOn": {"bsonType": "string"},
        "book_id": {"bsonType": "objectId"},
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
    },
}

INDEXES = [
    IndexModel(
        [("barcode", ASCENDING)],
        name="unique_barcode",
        unique=True,
        sparse=True,
    ),
    IndexModel([("condition", ASCENDING)]),
    IndexModel([("book_id", ASCENDING)]),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "copies",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
