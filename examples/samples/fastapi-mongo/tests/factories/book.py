"""Bodies of books."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/books",
    bodies=[
        {
            "isbn": "9780441478125",
            "title": "The Left Hand of Darkness",
            "summary": "A short text that says what matters.",
            "publishedOn": "2026-01-15",
            "pages": 12,
            "language": "en",
        },
        {
            "isbn": "9780811200127",
            "title": "Labyrinths",
            "summary": "Checked and found in order.",
            "publishedOn": "2026-03-02",
            "pages": 3,
            "language": "es",
        },
    ],
    references={
        "genre_id": "genre",
    },
)
