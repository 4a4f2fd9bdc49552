# -*- coding: utf-8 -*-
"""The cache, beside a real Redis."""

import pytest
import redis

from admin_server.utils import cache as cache_module
from admin_server.utils.cache import Cache, connect_redis


class Counter:
    """Counts how often it had to read."""

    def __init__(self):
        self.count = 0

    def read(self):
        """Reads."""
        self.count += 1
        return "text {}".format(self.count)


@pytest.fixture
def counter():
    """What is read."""
    return Counter()


@pytest.fixture
def cache(redis_address, monkeypatch):
    """A cache with nothing in it."""
    monkeypatch.setattr(cache_module, "PAUSE_SECONDS", 0)
    host, port = redis_address.rpartition(":")[::2]
    client = connect_redis(host, int(port), None)
    client.flushall()
    cache = Cache()
    cache.connect(client, "test", expiry_seconds=60)
    yield cache
    cache.close()


def test_a_text_is_read_once(cache, counter):
    texts = [cache.get_or_make("things", "key", counter.read) for _ in range(3)]

    assert texts == ["text 1"] * 3
    assert cache.get_or_make("things", "other", counter.read) == "text 2"


def test_a_write_makes_its_collection_be_read_again(cache, counter):
    cache.get_or_make("things", "key", counter.read)
    cache.get_or_make("others", "key", counter.read)

    cache.invalidate("things")

    assert cache.get_or_make("things", "key", counter.read) == "text 3"
    assert cache.get_or_make("others", "key", counter.read) == "text 2"


def test_what_is_read_during_a_write_is_not_kept(cache, counter):
    def read_while_somebody_writes():
        text = counter.read()
        cache.invalidate("things")
        return text

    cache.get_or_make("things", "key", read_while_somebody_writes)

    assert cache.get_or_make("things", "key", counter.read) == "text 2"


def test_what_was_written_without_redis_is_read_again(cache, counter, monkeypatch):
    cache.get_or_make("things", "key", counter.read)
    with monkeypatch.context() as away:
        away.setattr(cache.client, "set", refuse)
        cache.invalidate("things")

    assert cache.get_or_make("things", "key", counter.read) == "text 2"


def test_without_redis_everything_is_read(counter):
    cache = Cache()
    cache.connect(connect_redis("127.0.0.1", 9, None), "test", expiry_seconds=60)

    for number in (1, 2):
        assert cache.get_or_make("things", "key", counter.read) == "text {}".format(number)
    cache.invalidate("things")


def test_as_long_as_redis_cannot_forget_nothing_is_cached(cache, counter, monkeypatch):
    cache.get_or_make("things", "key", counter.read)
    monkeypatch.setattr(cache.client, "set", refuse)
    cache.invalidate("things")

    assert cache.get_or_make("things", "key", counter.read) == "text 2"
    assert cache.get_or_make("things", "key", counter.read) == "text 3"


def refuse(*_arguments, **_options):
    """What Redis does while it is away."""
    raise redis.ConnectionError("away")
