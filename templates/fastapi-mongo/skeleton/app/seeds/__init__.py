"""Examples for local work: rows to look at, in an order in which each comes after those it needs."""

from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from app.models.base import VERSION, now
{% for entity in model.entities | sort(false, false, 'order') %}
{% if (entity.snake | length) > 22 %}
from app.seeds.${{ entity.snake }} import (
    EXAMPLE as ${{ entity.snake | upper }},
)
{% else %}
from app.seeds.${{ entity.snake }} import EXAMPLE as ${{ entity.snake | upper }}
{% endif %}
{% endfor %}

EXAMPLES = [
{% for entity in model.entities | sort(false, false, 'order') %}
    ${{ entity.snake | upper }},
{% endfor %}
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
{% if (model.entities | groupby("id")).integer %}
        if example.collection.id == "integer":
            # The next id that is made must not be one of an example.
            await database["counters"].update_one(
                {"_id": example.collection.name},
                {"$max": {"value": len(example.rows)}},
                upsert=True,
            )
{% endif %}
