"""Examples of books."""

from bson import ObjectId

from app.fields import book as fields
from app.models.book import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": ObjectId("000000000000000000000001"),
            "isbn": fields.ISBN.load("9780441478125"),
            "title": fields.TITLE.load("The Left Hand of Darkness"),
            "summary": fields.SUMMARY.load("A short text that says what matters."),
            "publishedOn": fields.PUBLISHED_ON.load("2026-01-15"),
            "pages": fields.PAGES.load(12),
            "language": fields.LANGUAGE.load("en"),
            "author_ids": [ObjectId("000000000000000000000002")],
            "genre_id": 1,
        },
        {
            "_id": ObjectId("000000000000000000000002"),
            "isbn": fields.ISBN.load("9780811200127"),
            "title": fields.TITLE.load("Labyrinths"),
            "summary": fields.SUMMARY.load("Checked and found in order."),
            "publishedOn": fields.PUBLISHED_ON.load("2026-03-02"),
            "pages": fields.PAGES.load(3),
            "language": fields.LANGUAGE.load("es"),
            "author_ids": [],
            "genre_id": 2,
        },
    ],
)
