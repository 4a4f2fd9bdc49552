# -*- coding: utf-8 -*-
"""What one reservation is made of."""

from admin_server.api import fields
from admin_server.api.model import Model


class Reservation(Model):
    """A member's claim to the next copy of a book that comes back."""

    _collection = "reservations"
    _fields = {
        "expiresOn",
        "book_id",
        "member_id",
        "filledBy_id",
        "user_id",
        "created_at",
        "updated_at",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reservation:Create",
        "type": "object",
        "required": [
            "expiresOn",
            "book_id",
            "member_id",
        ],
        "additionalProperties": False,
        "properties": {
            "expiresOn": {
                "type": "string",
                "format": "date",
                "description": "The claim ends on this day.",
            },
            "book_id": {
                "type": "string",
                "pattern": "^[0-9a-f]{24}$",
                "description": "The title that is waited for.",
            },
            "member_id": {
                "type": "string",
                "pattern": "^[0-9a-f]{24}$",
                "description": "Who waits.",
            },
            "filledBy_id": {
                "type": ["string", "null"],
                "pattern": "^[0-9a-f]{24}$",
                "description": "The copy that is held at the desk.",
            },
        },
    }
    _types = {
        "book_id": fields.ReferenceField(
            "books",
            on_delete="cascade",
        ),
        "member_id": fields.ReferenceField(
            "members",
            on_delete="cascade",
        ),
        "filledBy_id": fields.ReferenceField(
            "copies",
            on_delete="set_null",
        ),
    }
