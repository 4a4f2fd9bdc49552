"""Examples of members."""

from bson import ObjectId

from app.fields import member as fields
from app.models.member import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": ObjectId("000000000000000000000001"),
            "cardNumber": fields.CARD_NUMBER.load("2000000017"),
            "name": fields.NAME.load("Ada Okafor"),
            "email": fields.EMAIL.load("ada@example.com"),
            "receivesReminders": fields.RECEIVES_REMINDERS.load(True),
            "favourite_ids": [ObjectId("000000000000000000000002")],
        },
        {
            "_id": ObjectId("000000000000000000000002"),
            "cardNumber": fields.CARD_NUMBER.load("2000000025"),
            "name": fields.NAME.load("Bruno Silva"),
            "email": fields.EMAIL.load("a0@example.org"),
            "receivesReminders": fields.RECEIVES_REMINDERS.load(False),
            "favourite_ids": [],
        },
    ],
)
