"""Examples of copies."""

from bson import ObjectId

from app.fields import copy_record as fields
from app.models.copy_record import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": ObjectId("000000000000000000000001"),
            "barcode": fields.BARCODE.load("30001234"),
            "condition": fields.CONDITION.load("new"),
            "acquiredOn": fields.ACQUIRED_ON.load("2026-01-15"),
            "book_id": ObjectId("000000000000000000000001"),
        },
        {
            "_id": ObjectId("000000000000000000000002"),
            "barcode": fields.BARCODE.load("30001235"),
            "condition": fields.CONDITION.load("good"),
            "acquiredOn": fields.ACQUIRED_ON.load("2026-03-02"),
            "book_id": ObjectId("000000000000000000000002"),
        },
    ],
)
