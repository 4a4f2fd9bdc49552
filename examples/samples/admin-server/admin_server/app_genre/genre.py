# -*- coding: utf-8 -*-
"""What one genre is made of."""

from admin_server.api import fields
from admin_server.api.model import Model


class Genre(Model):
    """A shelf mark. Genres form a tree."""

    _collection = "genres"
    _fields = {
        "name",
        "parent_id",
        "user_id",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Genre:Create",
        "type": "object",
        "required": [
            "name",
        ],
        "additionalProperties": False,
        "properties": {
            "name": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[^\\u0000]*$",
                "description": "Name on the shelf.",
            },
            "parent_id": {
                "type": ["string", "null"],
                "pattern": "^[0-9a-f]{24}$",
                "description": "The wider genre; none at the top of the tree.",
            },
        },
    }
    _types = {
        "parent_id": fields.ReferenceField(
            "genres",
            on_delete="restrict",
        ),
    }
    _searched = [
        "name",
    ]
    _has_timestamps = False
