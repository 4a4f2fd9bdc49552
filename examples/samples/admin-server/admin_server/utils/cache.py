# -*- coding: utf-8 -*-
"""A cache of reads in Redis. Without Redis, everything is read from the database.

The answers about a collection are kept under its version, and each write gives the collection a
new one: what was cached before is never asked for again, and expires.
"""

import logging
import time
import uuid

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

# How long Redis is left alone after it has failed, so that requests do not wait for it.
PAUSE_SECONDS = 2
TIMEOUT_SECONDS = 0.2

logger = logging.getLogger(__name__)


class Cache:
    """Texts by collection and key. Before ``connect``, and while Redis is away, it holds nothing."""

    def __init__(self):
        self.client = None
        self.prefix = ""
        self.expiry_seconds = 0
        self.is_stale = False
        self.paused_until = 0.0

    def connect(self, client, prefix, expiry_seconds):
        """Starts to use a server.

        :type client: redis.Redis | None
        :param prefix: what its keys begin with
        :type prefix: str
        :param expiry_seconds: how long an answer is kept
        :type expiry_seconds: int
        """
        self.client = client
        self.prefix = prefix
        self.expiry_seconds = expiry_seconds
        self.is_stale = False
        self.paused_until = 0.0

    def close(self):
        """Closes the connections."""
        if self.client is not None:
            self.client.close()

    def get_or_make(self, collection, key, make):
        """Gives what is cached, or makes it.

        :param collection: the collection that the text says something of
        :type collection: str
        :param key: what it says
        :type key: str
        :param make: makes the text from the database
        :type make: collections.abc.Callable
        :rtype: str
        """
        version = self.attempt(self.read_version, collection)
        if version is None:
            return make()
        name = "{}:{}:{}:{}".format(self.prefix, collection, version, key)
        text = self.attempt(self.client.get, name)
        if text is not None:
            return text.decode()
        text = make()
        self.attempt(self.client.set, name, text, ex=self.expiry_seconds)
        return text

    def invalidate(self, *collections):
        """Forgets what was read from some collections.

        :param collections: their names
        :type collections: str
        """
        if self.client is None:
            return
        for collection in collections:
            name = self.version_name(collection)
            if self.attempt(self.client.set, name, new_version()) is None:
                self.is_stale = True

    def version_name(self, collection):
        """The name that the version of a collection has in Redis.

        :type collection: str
        :rtype: str
        """
        return "{}:{}:version".format(self.prefix, collection)

    def read_version(self, collection):
        """The version of a collection; the first reader makes it.

        :type collection: str
        :rtype: str
        """
        name = self.version_name(collection)
        version = self.client.get(name)
        if version is None:
            self.client.set(name, new_version(), nx=True)
            version = self.client.get(name)
        return version and version.decode()

    def attempt(self, action, *args, **kwargs):
        """Does something with Redis, if it is there.

        :type action: collections.abc.Callable
        :return: what the action returns, or nothing where Redis failed
        :rtype: object
        """
        if self.client is None or time.monotonic() < self.paused_until:
            return None
        try:
            if self.is_stale:
                self.forget_everything()
            return action(*args, **kwargs)
        except redis.RedisError as error:
            self.paused_until = time.monotonic() + PAUSE_SECONDS
            logger.warning("reads are not cached, because Redis failed: %s", error)
            return None

    def forget_everything(self):
        """Forgets all collections, because a write could not be announced while Redis was away."""
        self.is_stale = False
        try:
            for name in self.client.scan_iter(match="{}:*:version".format(self.prefix)):
                self.client.set(name, new_version())
        except redis.RedisError:
            self.is_stale = True
            raise


def new_version():
    """A version that there never was.

    :rtype: str
    """
    return uuid.uuid4().hex


cache = Cache()


def connect_redis(host, port, password):
    """A client of Redis that gives up early: a slow cache is worse than none.

    :type host: str
    :type port: int
    :type password: str | None
    :rtype: redis.Redis
    """
    return redis.Redis(
        host=host,
        port=port,
        password=password,
        socket_timeout=TIMEOUT_SECONDS,
        socket_connect_timeout=TIMEOUT_SECONDS,
        # Without retries.
        retry=Retry(NoBackoff(), 0),
    )
