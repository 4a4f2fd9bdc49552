"""What the schemas of all resources have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter
from typing import Any

from marshmallow import Schema, ValidationError, fields

from app.core.problems import FieldError
from app.core.strict_json import dumps, pointer_step
from app.core.wire import errors_of

REFUSED = object()
FIELD_MESSAGES: dict[str, Any] = {"required": "is required", "null": "must not be null"}
SCHEMA_MESSAGES = {"unknown": "is not a known property"}


class Input(fields.Field[Any]):
    """A value in a body, read by the reader of a wire type.

    `null` is what null stands for; without it, null is refused.
    """

    default_error_messages = FIELD_MESSAGES

    def __init__(
        self,
        read: Callable[[Any], Any],
        *,
        null: Any = REFUSED,
        **options: Any,
    ) -> None:
        super().__init__(
            allow_none=null is not REFUSED,
            post_load=partial(_read, read),
            **options,
        )
        self.null = null

    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        if value is None and self.allow_none:
            return self.null
        return super().deserialize(value, *args, **kwargs)


def _read(read: Callable[[Any], Any], value: Any) -> Any:
    try:
        return read(value)
    except ValueError as error:
        # By pointer, because a value may be wrong in several places.
        messages: dict[str, Any] = {}
        for problem in errors_of(error):
            messages.setdefault(problem.pointer, []).append(problem.detail)
        raise ValidationError(messages) from error


class Output(fields.Field[Any]):
    """A value in an answer, written by the writer of a wire type."""

    def __init__(self, write: Callable[[Any], Any], **options: Any) -> None:
        super().__init__(**options)
        self.write = write


class BodySchema(Schema):
    """What a body may hold: what it does not declare is refused."""

    error_messages = SCHEMA_MESSAGES


class ReadSchema(Schema):
    """What a row looks like in an answer.

    Rows are plain objects, so what is read of one and how is settled once, and not
    looked up for each value.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._columns = [
            (field.data_key or name, attrgetter(field.attribute or name), field.write)
            for name, field in self.dump_fields.items()
            if isinstance(field, Output)
        ]

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        if many:
            return [self._dump_row(row) for row in obj]
        return self._dump_row(obj)

    def represent(self, row: Any) -> bytes:
        """The row as it is sent; its entity tag is made from this."""
        return dumps(self._dump_row(row))

    def _dump_row(self, row: Any) -> dict[str, Any]:
        return {
            name: None if (value := read(row)) is None else write(value)
            for name, read, write in self._columns
        }


def field_errors(error: ValidationError) -> Iterator[FieldError]:
    """What Marshmallow found wrong with an object."""
    for name, found in error.messages_dict.items():
        pointer = pointer_step(name)
        parts: Iterable[tuple[str, list[str]]] = (
            found.items() if isinstance(found, dict) else [("", found)]
        )
        for suffix, details in parts:
            for detail in details:
                yield FieldError(pointer + suffix, detail)
