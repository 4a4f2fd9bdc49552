"""Calls of the API."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from tests.factories.factory import Row

CAPITALS = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)


@dataclass(frozen=True)
class Answer:
    """A response that has been read."""

    status: int
    headers: Headers
    body: Any
    """What its JSON says; text where it is no JSON."""


class Api:
    """Calls the service."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Sends bytes as they are, and anything else as JSON."""
        sent = dict(headers or {})
        data = None
        if body is not None:
            data = body if isinstance(body, bytes) else orjson.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        response = self.client.open(path, method=method, headers=sent, data=data)
        is_json = response.is_json and response.data
        answered = orjson.loads(response.data) if is_json else response.text
        return Answer(response.status_code, response.headers, answered)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.call("GET", path, headers=headers)

    def post(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Answer:
        return self.call("POST", path, body, headers)

    def put(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Answer:
        return self.call("PUT", path, body, headers)

    def patch(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Answer:
        return self.call("PATCH", path, body, headers)

    def delete(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.call("DELETE", path, headers=headers)

    def create(self, path: str, body: Row) -> Row:
        """The row that a body makes."""
        answer = self.post(path, body)
        assert answer.status == 201, answer.body
        row: Row = answer.body
        return row


def in_capitals(text: str) -> str:
    """In other letters, of which no alphabet has two for one."""
    return text.translate(CAPITALS)


def text_of(value: Any) -> str:
    """A value as a query has it."""
    return value if isinstance(value, str) else orjson.dumps(value).decode()
