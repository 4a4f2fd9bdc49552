"""Examples for local work: rows to look at, in an order in which each comes after those it needs."""

from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from app.models.base import VERSION, now
from app.seeds.author import EXAMPLE as AUTHOR
from app.seeds.genre import EXAMPLE as GENRE
from app.seeds.book import EXAMPLE as BOOK
from app.seeds.copy_record import EXAMPLE as COPY_RECORD
from app.seeds.member import EXAMPLE as MEMBER
from app.seeds.loan import EXAMPLE as LOAN
from app.seeds.reservation import EXAMPLE as RESERVATION

EXAMPLES = [
    AUTHOR,
    GENRE,
    BOOK,
    COPY_RECORD,
    MEMBER,
    LOAN,
    RESERVATION,
]


async def insert_examples(database: AsyncDatabase[dict[str, Any]]) -> None:
    """Inserts the rows that are not there yet; those that are stay as they are."""
    for example in EXAMPLES:
        documents = database[example.collection.name]
        stamps = {"created_at": now(), "updated_at": now()}
        for row in example.rows:
            whole = {VERSION: 1, **row, **(stamps if example.collection.has_timestamps else {})}
            document = {name: value for name, value in whole.items() if value is not None}
            await documents.update_one(
                {"_id": document.pop("_id")}, {"$setOnInsert": document}, upsert=True
            )
        if example.collection.id == "integer":
            # The next id that is made must not be one of an example.
            await database["counters"].update_one(
                {"_id": example.collection.name},
                {"$max": {"value": len(example.rows)}},
                upsert=True,
            )
