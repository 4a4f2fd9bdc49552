"""Loans as the database keeps them."""

from datetime import datetime as Instant
from decimal import Decimal
from typing import TypedDict

from bson import ObjectId
from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "loans",
    references={
        "copy_id": ("copies", "restrict"),
        "member_id": ("members", "restrict"),
    },
)


class Loan(TypedDict):
    """One copy in the hands of one member, now or once."""

    _id: ObjectId
    _version: int
    lentAt: Instant
    dueOn: str
    returnedAt: NotRequired[Instant]
    fine: NotRequired[Decimal]
    copy_id: ObjectId
    member_id: ObjectId
    created_at: Instant
    updated_at: Instant
