# -*- coding: utf-8 -*-
"""What one loan is made of."""

from admin_server.api import fields
from admin_server.api.model import Model


class Loan(Model):
    """One copy in the hands of one member, now or once."""

    _collection = "loans"
    _fields = {
        "lentAt",
        "dueOn",
        "returnedAt",
        "fine",
        "copy_id",
        "member_id",
        "user_id",
        "created_at",
        "updated_at",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Loan:Create",
        "type": "object",
        "required": [
            "lentAt",
            "dueOn",
            "copy_id",
            "member_id",
        ],
        "additionalProperties": False,
        "properties": {
            "lentAt": {
                "type": "string",
                "format": "date-time",
                "description": "Moment of the scan at the desk.",
            },
            "dueOn": {
                "type": "string",
                "format": "date",
                "description": "Last day without a fine.",
            },
            "returnedAt": {
                "type": [
                    "string",
                    "null",
                ],
                "format": "date-time",
                "description": "Empty while the loan is open.",
            },
            "fine": {
                "anyOf": [
                    {
                        "type": "string",
                        "pattern": "^(?:[0-9]|[1-9][0-9]{1,5})(?:\\.[0-9]{1,2})?$",
                    },
                    {
                        "type": "integer",
                        "minimum": 0,
                        "maximum": 999999,
                    },
                    {
                        "type": "null",
                    },
                ],
                "description": "Euro, settled or not.",
                "default": "0.00",
            },
            "copy_id": {
                "type": "string",
                "pattern": "^[0-9a-f]{24}$",
                "description": "What was lent.",
            },
            "member_id": {
                "type": "string",
                "pattern": "^[0-9a-f]{24}$",
                "description": "Who has it.",
            },
        },
    }
    _types = {
        "lentAt": fields.InstantField(),
        "returnedAt": fields.InstantField(),
        "fine": fields.DecimalField(scale=2),
        "copy_id": fields.ReferenceField(
            "copies",
            on_delete="restrict",
        ),
        "member_id": fields.ReferenceField(
            "members",
            on_delete="restrict",
        ),
    }
