"""Examples of loans."""

from bson import ObjectId

from app.fields import loan as fields
from app.models.loan import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": ObjectId("000000000000000000000001"),
            "lentAt": fields.LENT_AT.load("2026-01-15T09:30:00.000Z"),
            "dueOn": fields.DUE_ON.load("2026-01-15"),
            "returnedAt": fields.RETURNED_AT.load("2026-01-15T09:30:00.000Z"),
            "fine": fields.FINE.load("19.95"),
            "copy_id": ObjectId("000000000000000000000001"),
            "member_id": ObjectId("000000000000000000000001"),
        },
        {
            "_id": ObjectId("000000000000000000000002"),
            "lentAt": fields.LENT_AT.load("2026-03-02T14:05:00.000Z"),
            "dueOn": fields.DUE_ON.load("2026-03-02"),
            "returnedAt": fields.RETURNED_AT.load("2026-03-02T14:05:00.000Z"),
            "fine": fields.FINE.load("5.95"),
            "copy_id": ObjectId("000000000000000000000002"),
            "member_id": ObjectId("000000000000000000000002"),
        },
    ],
)
