# -*- coding: utf-8 -*-
"""How the collection of members came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["members"]
    # A document without a value has no entry, and one that is deleted has its own.
    collection.create_index(
        ["cardNumber", "deleted_id"],
        name="cardNumber_unique",
        unique=True,
        sparse=True,
    )
    # A document without a value has no entry, and one that is deleted has its own.
    collection.create_index(
        ["email", "deleted_id"],
        name="email_unique",
        unique=True,
        sparse=True,
    )
    collection.create_index(
        "favourite_ids",
        name="favourite_ids",
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
