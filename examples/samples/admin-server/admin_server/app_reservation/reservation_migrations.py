# -*- coding: utf-8 -*-
"""How the collection of reservations came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["reservations"]
    collection.create_index(
        "expiresOn",
        name="expiresOn",
    )
    collection.create_index(
        "book_id",
        name="book_id",
    )
    collection.create_index(
        "member_id",
        name="member_id",
    )
    # A document without a value has no entry.
    collection.create_index(
        "filledBy_id",
        name="filledBy_id_unique",
        unique=True,
        sparse=True,
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
