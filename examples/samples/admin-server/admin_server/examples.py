# -*- coding: utf-8 -*-
"""Documents to look at in local work, and to test with."""

from bson import ObjectId
from pymongo.errors import DuplicateKeyError

from admin_server.utils.instants import now
from admin_server.utils.services import service_modules
from admin_server.utils.validation import fill_defaults

OWNER = "developer"


def example_id(number):
    """The id of an example: the same number in each collection.

    :param number: from one
    :type number: int
    :rtype: str
    """
    return "{:024x}".format(number)


def insert_examples():
    """Inserts the examples that are not there yet; those that are stay as they are."""
    for module in service_modules("examples").values():
        for number, body in enumerate(module.EXAMPLES, start=1):
            insert_example(module.MODEL, number, body)


def insert_example(model, number, body):
    """Inserts one example, if it is not there.

    :type model: type
    :type number: int
    :param body: what a request would hold
    :type body: dict
    """
    values, _ = model.load(fill_defaults(model._json_schema, dict(body)))
    values["_id"] = ObjectId(example_id(number))
    values[model._owner_field] = OWNER
    if model._has_timestamps:
        values["created_at"] = values["updated_at"] = now()
    try:
        model.get_collection().insert_one(values)
    except DuplicateKeyError:
        return
