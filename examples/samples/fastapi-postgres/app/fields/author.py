"""What the properties of one author may hold, and what a list can be asked for."""

from __future__ import annotations

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import Author

ID = wire.uuid()
NAME = wire.text(max_length=160)
BORN_ON = wire.date(
    minimum="1000-01-01",
)
WEBSITE = wire.uri(max_length=2048)

LIST = ListDefinition(
    sortable={
        "id": Author.id,
        "created_at": Author.created_at,
        "updated_at": Author.updated_at,
        "name": Author.name,
        "bornOn": Author.born_on,
        "website": Author.website,
    },
    searchable=(Author.name,),
    filters={
        "name": Filter(Author.name, NAME, comparable=True),
    },
)
