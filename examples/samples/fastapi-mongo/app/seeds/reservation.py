"""Examples of reservations."""

from bson import ObjectId

from app.fields import reservation as fields
from app.models.reservation import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": ObjectId("000000000000000000000001"),
            "expiresOn": fields.EXPIRES_ON.load("2026-01-15"),
            "book_id": ObjectId("000000000000000000000001"),
            "member_id": ObjectId("000000000000000000000001"),
            "filledBy_id": ObjectId("000000000000000000000001"),
        },
        {
            "_id": ObjectId("000000000000000000000002"),
            "expiresOn": fields.EXPIRES_ON.load("2026-03-02"),
            "book_id": ObjectId("000000000000000000000002"),
            "member_id": ObjectId("000000000000000000000002"),
            "filledBy_id": ObjectId("000000000000000000000002"),
        },
    ],
)
