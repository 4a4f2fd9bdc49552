# -*- coding: utf-8 -*-
"""Examples of copies. References lead to the examples of other services by their numbers."""

from admin_server.app_copy_record.copy_record import CopyRecord

MODEL = CopyRecord
EXAMPLES = [
    {
        "barcode": "30001234",
        "condition": "new",
        "acquiredOn": "2026-01-15",
        "book_id": "000000000000000000000001",
    },
    {
        "barcode": "30001235",
        "condition": "good",
        "acquiredOn": "2026-03-02",
        "book_id": "000000000000000000000002",
    },
]
