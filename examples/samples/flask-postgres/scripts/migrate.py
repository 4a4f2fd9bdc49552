"""Brings the database of local work up to date: `make migrate`."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from scripts.database import development_database

ROOT = Path(__file__).resolve().parent.parent


def configuration(url: str) -> Config:
    """What Alembic needs to know to work on a database."""
    config = Config(ROOT / "alembic.ini")
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.attributes["variables"] = {"DATABASE_URL": url}
    return config


def upgrade(url: str) -> None:
    command.upgrade(configuration(url), "head")


if __name__ == "__main__":
    with development_database() as url:
        upgrade(url)
