"""What the properties of one book may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.object_id()
ISBN = wire.text(
    min_length=13,
    max_length=13,
    pattern="^97[89][0-9]{10}$",
)
TITLE = wire.text(max_length=250)
SUMMARY = wire.text(max_length=65535)
PUBLISHED_ON = wire.date()
PAGES = wire.integer(
    minimum=1,
    maximum=20000,
)
LANGUAGE = wire.text(
    min_length=2,
    max_length=2,
    pattern="^[a-z]{2}$",
)
AUTHOR_IDS = wire.id_set(wire.object_id())
GENRE_ID = wire.integer(minimum=1)

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "language": LANGUAGE.load("en"),
}

LIST = ListDefinition(
    sortable=(
        "id",
        "created_at",
        "updated_at",
        "isbn",
        "title",
        "summary",
        "publishedOn",
        "pages",
        "language",
    ),
    searchable=(
        "title",
        "summary",
    ),
    filters={
        "isbn": Filter(ISBN, comparable=True),
        "title": Filter(TITLE, comparable=True),
        "publishedOn": Filter(PUBLISHED_ON, comparable=True),
        "language": Filter(LANGUAGE, comparable=True),
        "genre_id": Filter(GENRE_ID),
    },
)
