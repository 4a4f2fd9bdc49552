"""What requests may say about loans, and what answers say."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, TypedDict

from bson import ObjectId
from pydantic import Field, PlainValidator

from app.core.wire import instant_text
from app.fields import loan as fields
from app.fields.loan import DEFAULTS
from app.models import Loan
from app.schemas.base import LEFT_OUT, Schema, dump_optional, or_default

LentAtValue = Annotated[dt.datetime, PlainValidator(fields.LENT_AT.load)]
DueOnValue = Annotated[str, PlainValidator(fields.DUE_ON.load)]
ReturnedAtValue = Annotated[dt.datetime, PlainValidator(fields.RETURNED_AT.load)]
FineValue = Annotated[Decimal, PlainValidator(or_default(fields.FINE.load, DEFAULTS["fine"]))]
Copy_Reference = Annotated[ObjectId, PlainValidator(fields.COPY_ID.load)]
MemberReference = Annotated[ObjectId, PlainValidator(fields.MEMBER_ID.load)]


class LoanCreate(Schema):
    """One loan as POST and PUT take it."""

    lent_at: LentAtValue = Field(alias="lentAt")
    due_on: DueOnValue = Field(alias="dueOn")
    returned_at: ReturnedAtValue | None = Field(default=None, alias="returnedAt")
    fine: FineValue = DEFAULTS["fine"]
    copy_id: Copy_Reference
    member_id: MemberReference


class LoanUpdate(Schema):
    """Changes of one loan as PATCH takes them, each on its own."""

    lent_at: LentAtValue = Field(default=LEFT_OUT, alias="lentAt")
    due_on: DueOnValue = Field(default=LEFT_OUT, alias="dueOn")
    returned_at: ReturnedAtValue | None = Field(default=LEFT_OUT, alias="returnedAt")
    fine: FineValue = LEFT_OUT
    copy_id: Copy_Reference = LEFT_OUT
    member_id: MemberReference = LEFT_OUT


class LoanRead(TypedDict):
    """One loan as answers show it."""

    id: ObjectId
    lentAt: str
    dueOn: str
    returnedAt: str | None
    fine: str | None
    copy_id: ObjectId
    member_id: ObjectId
    created_at: str
    updated_at: str


def read_row(row: Loan) -> LoanRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "lentAt": fields.LENT_AT.dump(row["lentAt"]),
        "dueOn": row["dueOn"],
        "returnedAt": dump_optional(fields.RETURNED_AT, row.get("returnedAt")),
        "fine": dump_optional(fields.FINE, row.get("fine")),
        "copy_id": row["copy_id"],
        "member_id": row["member_id"],
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
    }
