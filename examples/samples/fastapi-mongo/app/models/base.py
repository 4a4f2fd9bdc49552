"""What the collections have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Literal

from bson import ObjectId

# What a document holds besides its properties, none of which can start with an underscore.
VERSION = "_version"
"""Counts changes, so that each is made to what was read."""
DELETION = "_deletion"
"""Which deletion is about to remove the row, and since when."""
REFERRED = "_referred"
"""Counts rows that came to refer to the row, so that a transaction meets its deletion."""
HIDDEN = "_hidden"
"""The row's own id once it is hidden: it sets the values of unique properties free."""
DELETED_AT = "deleted_at"

# A deletion that takes longer has died.
LONGEST_DELETION = timedelta(minutes=1)

OnDelete = Literal["restrict", "cascade", "set_null", "remove"]


@dataclass(frozen=True, slots=True)
class Collection:
    """What has to be known of a collection, whatever its documents hold."""

    name: str
    id: Literal["objectId", "uuid", "integer"] = "objectId"
    references: Mapping[str, tuple[str, OnDelete]] = field(default_factory=dict)
    """Properties that hold ids of a collection, and what its deletions do to them."""
    has_timestamps: bool = True
    hides_rows: bool = False
    """A deleted row stays, and nobody sees it."""


def now() -> datetime:
    """This instant in milliseconds, as the wire shows it."""
    instant = datetime.now(timezone.utc)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def unless_being_deleted() -> dict[str, Any]:
    """A condition that no row meets that is about to be removed."""
    dead = ObjectId.from_datetime(now() - LONGEST_DELETION)
    return {"$or": [{DELETION: None}, {DELETION: {"$lt": dead}}]}
