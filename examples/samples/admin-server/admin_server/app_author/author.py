# -*- coding: utf-8 -*-
"""What one author is made of."""

from admin_server.api.model import Model


class Author(Model):
    """A person who wrote at least one of our books."""

    _collection = "authors"
    _fields = {
        "name",
        "bornOn",
        "website",
        "user_id",
        "created_at",
        "updated_at",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Author:Create",
        "type": "object",
        "required": [
            "name",
        ],
        "additionalProperties": False,
        "properties": {
            "name": {
                "type": "string",
                "maxLength": 160,
                "pattern": "^[^\\u0000]*$",
                "description": 'Family name first, as on the spine: "Le Guin, Ursula K."',
            },
            "bornOn": {
                "type": [
                    "string",
                    "null",
                ],
                "format": "date",
                "pattern": "^(?:[1-9][0-9]{3}-[0-9]{2}-[0-9]{2})$",
                "description": "Date of birth, where it is known.",
            },
            "website": {
                "type": [
                    "string",
                    "null",
                ],
                "format": "uri",
                "description": "Page of the author or of the estate.",
                "maxLength": 2048,
            },
        },
    }
    _searched = [
        "name",
    ]
