"""What the properties of one loan may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import Loan

ID = wire.uuid()
LENT_AT = wire.date_time()
DUE_ON = wire.date()
RETURNED_AT = wire.date_time()
FINE = wire.decimal(
    precision=8,
    scale=2,
    minimum="0",
)
COPY_ID = wire.uuid()
MEMBER_ID = wire.uuid()

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "fine": FINE.load("0.00"),
}

LIST = ListDefinition(
    sortable={
        "id": Loan.id,
        "created_at": Loan.created_at,
        "updated_at": Loan.updated_at,
        "lentAt": Loan.lent_at,
        "dueOn": Loan.due_on,
        "returnedAt": Loan.returned_at,
        "fine": Loan.fine,
    },
    searchable=(),
    filters={
        "lentAt": Filter(Loan.lent_at, LENT_AT, comparable=True),
        "dueOn": Filter(Loan.due_on, DUE_ON, comparable=True),
        "copy_id": Filter(Loan.copy_id, COPY_ID),
        "member_id": Filter(Loan.member_id, MEMBER_ID),
    },
)
