"""Errors as problem documents (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 5


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing that is wrong with a request."""

    pointer: str
    """JSON Pointer into the body; empty for the body as a whole and for the query."""
    detail: str


class Problem(Exception):
    """An error with an HTTP status, answered as a problem document."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: Sequence[FieldError] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = errors
        self.headers = dict(headers or {})

    @property
    def title(self) -> str:
        return HTTPStatus(self.status).phrase

    def body(self) -> bytes:
        document: dict[str, Any] = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors is not None:
            document["errors"] = [
                {"pointer": error.pointer, "detail": error.detail} for error in self.errors
            ]
        return orjson.dumps(document)


def malformed() -> Problem:
    return Problem(400, "The body is not valid JSON in UTF-8.")


def not_found(what: str = "resource") -> Problem:
    return Problem(404, f"There is no such {what}.")


def method_not_allowed(method: str, allowed: Sequence[str]) -> Problem:
    """The header names every method of the path, whatever the order of its routes."""
    return Problem(405, f"{method} is not allowed here.", headers={"Allow": ", ".join(allowed)})


def conflict(detail: str, errors: Sequence[FieldError] | None = None) -> Problem:
    return Problem(409, detail, errors=errors)


def stale() -> Problem:
    return Problem(412, "The row has been changed since it was read.")


def too_large(limit: int) -> Problem:
    return Problem(413, f"The body is larger than {limit} bytes.")


def unsupported_media_type(accepted: Sequence[str]) -> Problem:
    return Problem(415, f"The body must be {' or '.join(accepted)}.")


def invalid(errors: Sequence[FieldError]) -> Problem:
    return Problem(422, "The request does not match its description.", errors=errors)


def invalid_parameter(name: str, detail: str) -> Problem:
    return invalid([FieldError("", f"parameter {name} {detail}")])


def unavailable(detail: str = "The database is not available.") -> Problem:
    return Problem(503, detail, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})


def internal() -> Problem:
    return Problem(500, "Something went wrong here.")
