"""What the examples of one collection are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.models.base import Collection


@dataclass(frozen=True, slots=True)
class Example:
    """Rows to look at."""

    collection: Collection
    rows: Sequence[dict[str, Any]]
