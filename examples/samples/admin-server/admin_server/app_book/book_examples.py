# -*- coding: utf-8 -*-
"""Examples of books. References lead to the examples of other services by their numbers."""

from admin_server.app_book.book import Book

MODEL = Book
EXAMPLES = [
    {
        "isbn": "9780441478125",
        "title": "The Left Hand of Darkness",
        "summary": "A short text that says what matters.",
        "publishedOn": "2026-01-15",
        "pages": 12,
        "language": "en",
        "author_ids": [
            "000000000000000000000001",
        ],
        "genre_id": "000000000000000000000001",
    },
    {
        "isbn": "9780811200127",
        "title": "Labyrinths",
        "summary": "Checked and found in order.",
        "publishedOn": "2026-03-02",
        "pages": 3,
        "language": "es",
        "author_ids": [
            "000000000000000000000002",
        ],
        "genre_id": "000000000000000000000002",
    },
]
