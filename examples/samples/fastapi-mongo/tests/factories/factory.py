"""Bodies for tests, and the rows that they refer to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

Row = dict[str, Any]
# Sends a body to a collection, and answers the row that was made.
Post = Callable[[str, Row], Awaitable[Row]]


@dataclass(frozen=True)
class Factory:
    """Two bodies for a collection, without the references that they must have."""

    path: str
    bodies: Sequence[Row]
    references: Mapping[str, str] = field(default_factory=dict)
    """Properties that hold the id of a row of another factory, by its module."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Properties that hold a list of such ids."""


def factory_of(module: str) -> Factory:
    factory: Factory = import_module(f"tests.factories.{module}").FACTORY
    return factory


class Rows:
    """Makes the rows of one test, each once, with all that they refer to."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._made: dict[tuple[str, int], Row] = {}

    async def body(self, factory: Factory, index: int = 0) -> Row:
        """A body for POST and PUT; what it must refer to is there."""
        body = dict(factory.bodies[index])
        for name, module in factory.references.items():
            row = await self.create(factory_of(module), index)
            body[name] = row["id"]
        for name, module in factory.links.items():
            row = await self.create(factory_of(module), index)
            body[name] = [row["id"]]
        return body

    async def create(self, factory: Factory, index: int = 0) -> Row:
        """The row of a body, as the service answers it."""
        key = (factory.path, index)
        if key not in self._made:
            self._made[key] = await self._post(factory.path, await self.body(factory, index))
        return self._made[key]
