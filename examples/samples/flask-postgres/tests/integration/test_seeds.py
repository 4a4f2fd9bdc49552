"""The examples fit the tables."""

from __future__ import annotations

from app.seeds import EXAMPLES
from scripts.database import execute, throwaway_database
from scripts.migrate import upgrade
from scripts.seed import seed


def test_examples_are_inserted_once() -> None:
    with throwaway_database() as url:
        upgrade(url)
        seed(url)
        seed(url)

        for example in EXAMPLES:
            query = f'SELECT id FROM "{example.model.__tablename__}"'  # noqa: S608
            assert len(execute(url, query)) == len(example.rows)
