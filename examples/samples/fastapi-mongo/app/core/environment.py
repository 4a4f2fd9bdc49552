"""Settings from the environment; a wrong one stops the start with a message that names it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pymongo.errors import PyMongoError
from pymongo.uri_parser import parse_uri

if TYPE_CHECKING:
    from typing_extensions import Self

SECOND_MS = 1000


class ConfigurationError(Exception):
    """A setting is missing or malformed."""


class Environment:
    """Reads variables and remembers all that is wrong with them.

    An empty variable is one that is not set.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._problems: list[str] = []

    def reject(self, problem: str) -> None:
        self._problems.append(problem)

    def optional(self, name: str) -> str | None:
        return self._variables.get(name) or None

    def text(self, name: str) -> str:
        value = self.optional(name)
        if value is None:
            self.reject(f"{name} is required")
        return value or ""

    def integer(
        self, name: str, default: int, *, minimum: int = 1, maximum: int = 2_147_483_647
    ) -> int:
        value = self.optional(name)
        if value is None:
            return default
        is_number = value.isascii() and value.isdigit() and len(value) <= len(str(maximum))
        if not is_number or not minimum <= int(value) <= maximum:
            self.reject(f"{name} must be a whole number from {minimum} to {maximum}")
            return default
        return int(value)

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        value = self.optional(name) or default
        if value not in choices:
            self.reject(f"{name} must be one of {', '.join(choices)}")
        return value

    def check_url(self, name: str, value: str | None, schemes: Collection[str]) -> None:
        if value is None:
            return
        try:
            scheme = urlsplit(value).scheme
        except ValueError:
            scheme = ""
        if scheme not in schemes:
            self.reject(f"{name} must be a URL that starts with {' or '.join(schemes)}")

    def finish(self) -> None:
        """Raises where any variable read so far is wrong."""
        if self._problems:
            problems = "; ".join(self._problems)
            raise ConfigurationError(
                f"The settings are not right: {problems}. The README lists them all."
            )


def _check_connection_string(environment: Environment, url: str) -> None:
    """It names the database. The hosts of mongodb+srv are looked up when they are needed."""
    environment.check_url("MONGODB_URI", url, ("mongodb", "mongodb+srv"))
    if not url.partition("://")[2].partition("/")[2].partition("?")[0]:
        environment.reject("MONGODB_URI must name the database: mongodb://host:27017/database")
    if url.startswith("mongodb://"):
        try:
            parse_uri(url)
        except (PyMongoError, ValueError):
            environment.reject("MONGODB_URI must be a connection string of MongoDB")


@dataclass(frozen=True)
class DatabaseSettings:
    """How to reach the database. Its password never shows in a log."""

    url: str = field(repr=False)
    password: str | None = field(repr=False)
    pool_max: int
    statement_timeout_ms: int

    @classmethod
    def read(cls, environment: Environment) -> Self:
        url = environment.text("MONGODB_URI")
        if url:
            _check_connection_string(environment, url)
        return cls(
            url=url,
            password=environment.optional("DB_PASSWORD"),
            pool_max=environment.integer("MONGODB_POOL_MAX", 10),
            statement_timeout_ms=environment.integer(
                "MONGODB_STATEMENT_TIMEOUT_MS", 10 * SECOND_MS
            ),
        )
