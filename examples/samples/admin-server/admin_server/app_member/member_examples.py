# -*- coding: utf-8 -*-
"""Examples of members. References lead to the examples of other services by their numbers."""

from admin_server.app_member.member import Member

MODEL = Member
EXAMPLES = [
    {
        "cardNumber": "2000000017",
        "name": "Ada Okafor",
        "email": "ada@example.com",
        "receivesReminders": True,
        "favourite_ids": [
            "000000000000000000000001",
        ],
    },
    {
        "cardNumber": "2000000025",
        "name": "Bruno Silva",
        "email": "a0@example.org",
        "receivesReminders": False,
        "favourite_ids": [
            "000000000000000000000002",
        ],
    },
]
