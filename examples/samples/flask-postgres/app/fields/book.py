"""What the properties of one book may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import Book

ID = wire.uuid()
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
AUTHOR_IDS = wire.id_set(wire.uuid())
GENRE_ID = wire.integer(minimum=1)

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "language": LANGUAGE.load("en"),
}

LIST = ListDefinition(
    sortable={
        "id": Book.id,
        "created_at": Book.created_at,
        "updated_at": Book.updated_at,
        "isbn": Book.isbn,
        "title": Book.title,
        "summary": Book.summary,
        "publishedOn": Book.published_on,
        "pages": Book.pages,
        "language": Book.language,
    },
    searchable=(
        Book.title,
        Book.summary,
    ),
    filters={
        "isbn": Filter(Book.isbn, ISBN, comparable=True),
        "title": Filter(Book.title, TITLE, comparable=True),
        "publishedOn": Filter(Book.published_on, PUBLISHED_ON, comparable=True),
        "language": Filter(Book.language, LANGUAGE, comparable=True),
        "genre_id": Filter(Book.genre_id, GENRE_ID),
    },
)
