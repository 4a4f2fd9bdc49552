# -*- coding: utf-8 -*-
"""How the collection of copies came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["copies"]
    # A document without a value has no entry.
    collection.create_index(
        "barcode",
        name="barcode_unique",
        unique=True,
        sparse=True,
    )
    collection.create_index(
        "condition",
        name="condition",
    )
    collection.create_index(
        "book_id",
        name="book_id",
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
