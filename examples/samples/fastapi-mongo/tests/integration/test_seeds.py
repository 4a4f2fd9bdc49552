"""The examples fit the collections."""

from app.seeds import EXAMPLES
from scripts.database import client_of, throwaway_database
from scripts.migrate import upgrade
from scripts.seed import seed


def test_examples_are_inserted_once() -> None:
    with throwaway_database() as url:
        upgrade(url)
        seed(url)
        seed(url)

        with client_of(url) as client:
            database = client.get_default_database()
            for example in EXAMPLES:
                count = database[example.collection.name].count_documents({})
                assert count == len(example.rows)
