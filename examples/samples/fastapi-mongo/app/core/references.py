"""References to other rows."""

from __future__ import annotations

from app.core.problems import FieldError, Problem, conflict
from app.core.strict_json import pointer_step


def reference_conflict(name: str) -> Problem:
    """The answer to a property that refers to what is not there, or not for the caller."""
    return conflict(
        "A reference leads to nothing.",
        [FieldError(pointer_step(name), "must refer to an existing row")],
    )
