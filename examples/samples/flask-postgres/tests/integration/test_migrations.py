"""The migrations make exactly what the models say, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from scripts.database import execute, throwaway_database
from scripts.migrate import configuration, upgrade

TABLES = (
    "SELECT table_name FROM information_schema.tables "
    "WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
)


@pytest.fixture
def url() -> Iterator[str]:
    with throwaway_database() as url:
        yield url


@pytest.fixture
def config(url: str) -> Config:
    return configuration(url)


def test_history_is_linear(config: Config) -> None:
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_autogenerate_finds_no_difference(url: str, config: Config) -> None:
    upgrade(url)

    command.check(config)


def test_downgrade_takes_everything_back(url: str, config: Config) -> None:
    upgrade(url)
    assert execute(url, TABLES)

    command.downgrade(config, "base")

    assert execute(url, TABLES) == []
    upgrade(url)


def test_migrations_can_be_written_as_sql(
    config: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    command.upgrade(config, "head", sql=True)

    assert "CREATE TABLE" in capsys.readouterr().out
