"""Examples of books."""

from __future__ import annotations

from uuid import UUID

from app.fields import book as fields
from app.models import book as models
from app.seeds.example import Example, Link

EXAMPLE = Example(
    model=models.Book,
    rows=[
        {
            "id": UUID("00000000-0000-4000-8000-000000000001"),
            "isbn": fields.ISBN.load("9780441478125"),
            "title": fields.TITLE.load("The Left Hand of Darkness"),
            "summary": fields.SUMMARY.load("A short text that says what matters."),
            "published_on": fields.PUBLISHED_ON.load("2026-01-15"),
            "pages": fields.PAGES.load(12),
            "language": fields.LANGUAGE.load("en"),
            "genre_id": 1,
        },
        {
            "id": UUID("00000000-0000-4000-8000-000000000002"),
            "isbn": fields.ISBN.load("9780811200127"),
            "title": fields.TITLE.load("Labyrinths"),
            "summary": fields.SUMMARY.load("Checked and found in order."),
            "published_on": fields.PUBLISHED_ON.load("2026-03-02"),
            "pages": fields.PAGES.load(3),
            "language": fields.LANGUAGE.load("es"),
            "genre_id": 2,
        },
    ],
    links=[
        Link(
            models.books_authors,
            UUID("00000000-0000-4000-8000-000000000001"),
            UUID("00000000-0000-4000-8000-000000000002"),
        ),
    ],
)
