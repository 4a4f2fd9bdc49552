"""Steps that migrations are made of; each can be taken again."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from pymongo import IndexModel
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import OperationFailure

NAMESPACE_EXISTS = 48
COMMAND_NOT_FOUND = 59

logger = logging.getLogger(__name__)


async def create_collection(
    database: AsyncDatabase[dict[str, Any]],
    name: str,
    validator: Mapping[str, Any],
    indexes: Sequence[IndexModel],
) -> None:
    """Makes a collection whose documents are validated, with its indexes."""
    try:
        await database.create_collection(name, check_exists=False, validator=validator)
    except OperationFailure as error:
        if error.code != NAMESPACE_EXISTS:
            raise
        await change_validator(database, name, validator)
    if indexes:
        await database[name].create_indexes(indexes)


async def change_validator(
    database: AsyncDatabase[dict[str, Any]], name: str, validator: Mapping[str, Any]
) -> None:
    """Says what the documents of a collection hold from now on."""
    try:
        await database.command("collMod", name, validator=validator)
    except OperationFailure as error:
        if error.code != COMMAND_NOT_FOUND:
            raise
        logger.warning("This server cannot change validators: %s keeps the one it has.", name)
