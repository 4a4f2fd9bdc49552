# -*- coding: utf-8 -*-
"""Examples of genres. References lead to the examples of other services by their numbers."""

from admin_server.app_genre.genre import Genre

MODEL = Genre
EXAMPLES = [
    {
        "name": "Fiction",
    },
    {
        "name": "Science fiction",
    },
]
