# -*- coding: utf-8 -*-
"""Brings the database up to date: runs what each service wants done once, and remembers it."""

import logging
import time
import uuid

from pymongo import ReturnDocument
from pymongo.errors import DuplicateKeyError

from admin_server.utils.instants import now
from admin_server.utils.services import service_modules

COLLECTION = "_migrations"
LOCK_ID = "lock"
# A process that died holding the lock keeps others out for so long.
LEASE_SECONDS = 300
WAIT_SECONDS = 0.2

logger = logging.getLogger(__name__)


def find_migrations():
    """Collects the migrations of all services.

    :return: functions of a database by what they are called, in their order
    :rtype: dict
    """
    return {
        "{}/{}".format(service, name): migrate
        for service, module in service_modules("migrations").items()
        for name, migrate in module.MIGRATIONS
    }


def migrate(database):
    """Runs the migrations that have not been run yet.

    Two processes may do so at once: one waits for the other.

    :type database: pymongo.database.Database
    :return: what the migrations are called that were run
    :rtype: list
    """
    done = []
    records = database[COLLECTION]
    holder = uuid.uuid4().hex
    acquire(records, holder)
    try:
        for name, run in find_migrations().items():
            if records.find_one({"_id": name}) is None:
                run(database)
                records.insert_one({"_id": name, "run_at": now()})
                logger.info("ran the migration %s", name)
                done.append(name)
    finally:
        records.delete_one({"_id": LOCK_ID, "holder": holder})
    return done


def acquire(records, holder):
    """Waits until no other process migrates.

    :type records: pymongo.collection.Collection
    :param holder: who waits
    :type holder: str
    """
    while not try_to_acquire(records, holder):
        time.sleep(WAIT_SECONDS)


def try_to_acquire(records, holder):
    """Takes the lock, if it is free or was left behind.

    :type records: pymongo.collection.Collection
    :type holder: str
    :rtype: bool
    """
    moment = time.time()
    try:
        lock = records.find_one_and_update(
            {"_id": LOCK_ID, "expires": {"$lt": moment}},
            {"$set": {"holder": holder, "expires": moment + LEASE_SECONDS}},
            upsert=True,
            return_document=ReturnDocument.AFTER,
        )
    except DuplicateKeyError:
        return False
    return lock["holder"] == holder
