# -*- coding: utf-8 -*-
"""Migrations, on databases of their own."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from pymongo import MongoClient

from admin_server import migrations
from admin_server.api.model import Model
from scripts.database import throwaway_database


@pytest.fixture
def empty():
    """An empty database."""
    with throwaway_database() as uri, MongoClient(uri) as client:
        yield client.get_default_database()


def indexes(database):
    """The indexes of all collections."""
    return {
        model._collection: sorted(database[model._collection].index_information())
        for model in Model.models()
    }


def test_running_twice_changes_nothing(app, empty):
    done = migrations.migrate(empty)
    before = indexes(empty)

    assert done == list(migrations.find_migrations())
    assert migrations.migrate(empty) == []
    assert indexes(empty) == before


def test_two_processes_run_each_once(app, empty):
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(migrations.migrate, [empty, empty]))

    assert sorted(runs[0] + runs[1]) == sorted(migrations.find_migrations())


def test_a_lock_that_was_left_behind_expires(empty):
    records = empty[migrations.COLLECTION]

    assert migrations.try_to_acquire(records, "first")
    assert not migrations.try_to_acquire(records, "second")
    records.update_one({"_id": migrations.LOCK_ID}, {"$set": {"expires": time.time() - 1}})
    assert migrations.try_to_acquire(records, "second")
