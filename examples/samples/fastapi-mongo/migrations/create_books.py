"""Create books."""

from typing import Any

from pymongo import ASCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
        "isbn",
        "title",
        "language",
        "author_ids",
        "genre_id",
        "created_at",
        "updated_at",
    ],
    "properties": {
        "_id": {"bsonType": "objectId"},
        "isbn": {"bsonType": "string"},
        "title": {"bsonType": "string"},
        "summary": {"bsonType": "string"},
        "publishedOn": {"bsonType": "string"},
        "pages": {"bsonType": "int"},
        "language": {"bsonType": "string"},
        "author_ids": {
            "bsonType": "array",
            "items": {"bsonType": "objectId"},
        },
        "genre_id": {"bsonType": "int"},
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
    },
}

INDEXES = [
    IndexModel(
        [("isbn", ASCENDING)],
        name="unique_isbn",
        unique=True,
        sparse=True,
    ),
    IndexModel([("title", ASCENDING)]),
    IndexModel([("publishedOn", ASCENDING)]),
    IndexModel([("language", ASCENDING)]),
    IndexModel([("author_ids", ASCENDING)]),
    IndexModel([("genre_id", ASCENDING)]),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "books",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
