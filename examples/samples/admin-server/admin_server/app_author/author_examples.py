# -*- coding: utf-8 -*-
"""Examples of authors. References lead to the examples of other services by their numbers."""

from admin_server.app_author.author import Author

MODEL = Author
EXAMPLES = [
    {
        "name": "Le Guin, Ursula K.",
        "bornOn": "2026-01-15",
        "website": "https://example.com/1",
    },
    {
        "name": "Borges, Jorge Luis",
        "bornOn": "2026-03-02",
        "website": "https://example.com/2",
    },
]
