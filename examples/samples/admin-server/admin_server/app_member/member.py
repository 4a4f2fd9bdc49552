# -*- coding: utf-8 -*-
"""What one member is made of."""

from admin_server.api import fields
from admin_server.api.model import Model


class Member(Model):
    """A holder of a library card."""

    _collection = "members"
    _fields = {
        "cardNumber",
        "name",
        "email",
        "receivesReminders",
        "favourite_ids",
        "user_id",
        "created_at",
        "updated_at",
        "deleted_at",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Member:Create",
        "type": "object",
        "required": [
            "cardNumber",
            "name",
            "email",
        ],
        "additionalProperties": False,
        "properties": {
            "cardNumber": {
                "anyOf": [
                    {
                        "type": "string",
                        "pattern": "^[1-9][0-9]{9}$",
                    },
                    {
                        "type": "integer",
                        "minimum": 1000000000,
                        "maximum": 9999999999,
                    },
                ],
                "description": "Ten digits on the card.",
            },
            "name": {
                "type": "string",
                "maxLength": 160,
                "pattern": "^[^\\u0000]*$",
                "description": "Name as in the passport.",
            },
            "email": {
                "type": "string",
                "format": "email",
                "description": "Reminders go here.",
                "maxLength": 254,
            },
            "receivesReminders": {
                "type": [
                    "boolean",
                    "null",
                ],
                "description": "Two days before a loan is due.",
                "default": True,
            },
            "favourite_ids": {
                "type": "array",
                "uniqueItems": True,
                "items": {
                    "type": "string",
                    "pattern": "^[0-9a-f]{24}$",
                },
                "description": "The member's own list.",
            },
        },
    }
    _types = {
        "cardNumber": fields.BigIntegerField(),
        "favourite_ids": fields.ReferenceListField(
            "books",
        ),
    }
    _searched = [
        "name",
    ]
    _is_soft_deleted = True
