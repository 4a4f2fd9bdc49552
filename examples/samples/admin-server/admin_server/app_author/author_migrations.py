# -*- coding: utf-8 -*-
"""How the collection of authors came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["authors"]
    collection.create_index(
        "name",
        name="name",
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
