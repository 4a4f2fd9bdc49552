# -*- coding: utf-8 -*-
"""What one book is made of."""

from admin_server.api import fields
from admin_server.api.model import Model


class Book(Model):
    """A title, whatever the number of copies we hold of it."""

    _collection = "books"
    _fields = {
        "isbn",
        "title",
        "summary",
        "publishedOn",
        "pages",
        "language",
        "author_ids",
        "genre_id",
        "user_id",
        "created_at",
        "updated_at",
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Book:Create",
        "type": "object",
        "required": [
            "isbn",
            "title",
            "genre_id",
        ],
        "additionalProperties": False,
        "properties": {
            "isbn": {
                "type": "string",
                "minLength": 13,
                "maxLength": 13,
                "pattern": "^97[89][0-9]{10}$",
                "description": "ISBN-13 without hyphens.",
            },
            "title": {
                "type": "string",
                "maxLength": 250,
                "pattern": "^[^\\u0000]*$",
                "description": "Title as on the title page.",
            },
            "summary": {
                "type": [
                    "string",
                    "null",
                ],
                "maxLength": 65535,
                "pattern": "^[^\\u0000]*$",
                "description": "What it is about, without the ending.",
            },
            "publishedOn": {
                "type": [
                    "string",
                    "null",
                ],
                "format": "date",
                "description": "Date of this edition.",
            },
            "pages": {
                "type": [
                    "integer",
                    "null",
                ],
                "format": "int32",
                "minimum": 1,
                "maximum": 20000,
                "description": "Number of the last printed page.",
            },
            "language": {
                "type": "string",
                "minLength": 2,
                "maxLength": 2,
                "pattern": "^[a-z]{2}$",
                "description": "ISO 639-1 code.",
                "default": "en",
            },
            "author_ids": {
                "type": "array",
                "uniqueItems": True,
                "items": {
                    "type": "string",
                    "pattern": "^[0-9a-f]{24}$",
                },
                "description": "Everyone named on the title page.",
            },
            "genre_id": {
                "type": "string",
                "pattern": "^[0-9a-f]{24}$",
                "description": "Where it stands.",
            },
        },
    }
    _types = {
        "pages": fields.IntegerField(),
        "author_ids": fields.ReferenceListField(
            "authors",
        ),
        "genre_id": fields.ReferenceField(
            "genres",
            on_delete="restrict",
        ),
    }
    _searched = [
        "title",
        "summary",
    ]
