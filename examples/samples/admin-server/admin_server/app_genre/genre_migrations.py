# -*- coding: utf-8 -*-
"""How the collection of genres came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["genres"]
    # A document without a value has no entry.
    collection.create_index(
        "name",
        name="name_unique",
        unique=True,
        sparse=True,
    )
    collection.create_index(
        "parent_id",
        name="parent_id",
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
