"""Create loans."""

from typing import Any

from pymongo import ASCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
        "lentAt",
        "dueOn",
        "copy_id",
        "member_id",
        "created_at",
        "updated_at",
    ],
    "properties": {
        "_id": {"bsonType": "objectId"},
        "lentAt": {"bsonType": "date"},
        "dueOn": {"bsonType": "string"},
        "returnedAt": {"bsonType": "date"},
        "fine": {"bsonType": "decimal"},
        "copy_id": {"bsonType": "objectId"},
        "member_id": {"bsonType": "objectId"},
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
    },
}

INDEXES = [
    IndexModel([("lentAt", ASCENDING)]),
    IndexModel([("dueOn", ASCENDING)]),
    IndexModel([("copy_id", ASCENDING)]),
    IndexModel([("member_id", ASCENDING)]),
]


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "loans",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
