# -*- coding: utf-8 -*-
"""What one copy is made of."""

from admin_server.api import fields
from admin_server.api.model import Model


class CopyRecord(Model):
    """One physical volume of a book."""

    _collection = "copies"
    _fields = {
        "barcode",
        "condition",
        "acquiredOn",
        "book_id",
        "user_id",
        "created_at",
        "updated_at",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "CopyRecord:Create",
        "type": "object",
        "required": [
            "barcode",
            "acquiredOn",
            "book_id",
        ],
        "additionalProperties": False,
        "properties": {
            "barcode": {
                "type": "string",
                "maxLength": 20,
                "pattern": "^[0-9]{6,20}$",
                "description": "Digits under the bars of the sticker.",
            },
            "condition": {
                "type": [
                    "string",
                    "null",
                ],
                "enum": [
                    "new",
                    "good",
                    "worn",
                    "damaged",
                    None,
                ],
                "description": "State at the last return.",
                "default": "new",
            },
            "acquiredOn": {
                "type": "string",
                "format": "date",
                "description": "Day on which it came to us.",
            },
            "book_id": {
                "type": "string",
                "pattern": "^[0-9a-f]{24}$",
                "description": "The title of which this is a copy.",
            },
        },
    }
    _types = {
        "book_id": fields.ReferenceField(
            "books",
            on_delete="cascade",
        ),
    }
    _searched = [
        "barcode",
    ]
