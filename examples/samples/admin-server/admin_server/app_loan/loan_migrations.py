# -*- coding: utf-8 -*-
"""How the collection of loans came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["loans"]
    collection.create_index(
        "lentAt",
        name="lentAt",
    )
    collection.create_index(
        "dueOn",
        name="dueOn",
    )
    collection.create_index(
        "copy_id",
        name="copy_id",
    )
    collection.create_index(
        "member_id",
        name="member_id",
    )


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
