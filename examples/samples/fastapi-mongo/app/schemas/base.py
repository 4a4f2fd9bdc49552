"""What the schemas share."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from app.core.problems import FieldError, invalid
from app.core.strict_json import pointer_step
from app.core.wire import WireType, errors_of

LEFT_OUT: Any = None
"""Default of what a patch may leave out; `model_fields_set` tells it from null."""

MESSAGES = {
    "missing": "is required",
    "extra_forbidden": "is not a known property",
    "model_type": "must be an object",
}

Value = TypeVar("Value")


class Schema(BaseModel):
    """What a body may hold, and nothing else."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())


Body = TypeVar("Body", bound=Schema)


def validate(schema: type[Body], value: Any) -> Body:
    """Validates what a body holds, or raises a problem with all that is wrong with it."""
    try:
        return schema.model_validate(value)
    except ValidationError as error:
        errors: list[FieldError] = []
        for problem in error.errors(include_url=False, include_input=False):
            pointer = "".join(pointer_step(step) for step in problem["loc"])
            if problem["type"] in MESSAGES:
                errors.append(FieldError(pointer, MESSAGES[problem["type"]]))
            else:
                errors.extend(errors_of(problem["ctx"]["error"], pointer))
        raise invalid(errors) from error


def values_of(body: Schema, *, given_only: bool = False) -> dict[str, Any]:
    """What a body holds, by the names of the wire, under which documents keep it."""
    names = body.model_fields_set if given_only else type(body).model_fields.keys()
    return {
        info.alias or name: getattr(body, name)
        for name, info in type(body).model_fields.items()
        if name in names
    }


def dump_optional(kind: WireType[Value], value: Value | None) -> Any:
    """What an answer says of a value that a document may lack."""
    return None if value is None else kind.dump(value)


def or_default(load: Callable[[Any], Value], default: Value) -> Callable[[Any], Value]:
    """Reads a value, where null stands for the default."""

    def read(value: Any) -> Value:
        return deepcopy(default) if value is None else load(value)

    return read
