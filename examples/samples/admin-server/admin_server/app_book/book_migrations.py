# -*- coding: utf-8 -*-
"""How the collection of books came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["books"]
    # A document without a value has no entry.
    collection.create_index(
        "isbn",
        name="isbn_unique",
        unique=True,
        sparse=True,
    )
    collection.create_index(
        "title",
        name="title",
    )
    collection.create_index(
        "publishedOn",
        name="publishedOn",
    )
    collection.create_index(
        "language",
        name="language",
    )
    collection.create_index(
        "author_ids",
        name="author_ids",
    )
    collection.create_index(
        "genre_id",
        name="genre_id",
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
