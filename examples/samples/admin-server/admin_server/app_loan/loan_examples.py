# -*- coding: utf-8 -*-
"""Examples of loans. References lead to the examples of other services by their numbers."""

from admin_server.app_loan.loan import Loan

MODEL = Loan
EXAMPLES = [
    {
        "lentAt": "2026-01-15T09:30:00.000Z",
        "dueOn": "2026-01-15",
        "returnedAt": "2026-01-15T09:30:00.000Z",
        "fine": "19.95",
        "copy_id": "000000000000000000000001",
        "member_id": "000000000000000000000001",
    },
    {
        "lentAt": "2026-03-02T14:05:00.000Z",
        "dueOn": "2026-03-02",
        "returnedAt": "2026-03-02T14:05:00.000Z",
        "fine": "5.95",
        "copy_id": "000000000000000000000002",
        "member_id": "000000000000000000000002",
    },
]
