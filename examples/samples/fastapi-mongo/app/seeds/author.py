"""Examples of authors."""

from bson import ObjectId

from app.fields import author as fields
from app.models.author import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": ObjectId("000000000000000000000001"),
            "name": fields.NAME.load("Le Guin, Ursula K."),
            "bornOn": fields.BORN_ON.load("2026-01-15"),
            "website": fields.WEBSITE.load("https://example.com/1"),
        },
        {
            "_id": ObjectId("000000000000000000000002"),
            "name": fields.NAME.load("Borges, Jorge Luis"),
            "bornOn": fields.BORN_ON.load("2026-03-02"),
            "website": fields.WEBSITE.load("https://example.com/2"),
        },
    ],
)
