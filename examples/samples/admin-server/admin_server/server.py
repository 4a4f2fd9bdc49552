# -*- coding: utf-8 -*-
"""The server that the application runs in: gunicorn, one process with threads."""

import logging
from pathlib import Path

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from admin_server import database
from admin_server.api.blueprint import AppBlueprint
from admin_server.app import create_app

MAX_LINE_BYTES = 16 * 1024
KEEP_ALIVE_SECONDS = 75
SHARED_MEMORY = Path("/dev/shm")  # nosec B108


class ServerLogger(Logger):
    """Lets gunicorn's own messages look like all others."""

    def setup(self, cfg):
        """Sends messages on to the handlers of the application.

        :type cfg: gunicorn.config.Config
        """
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True
        self.error_log.setLevel(logging.NOTSET)


class Server(BaseApplication):
    """One process with threads: more of them are more replicas.

    :param settings: the settings of the application
    :type settings: flask.Config
    :param reloads: whether to start again when a file changes, for this machine only
    :type reloads: bool
    """

    def __init__(self, settings, reloads=False):
        self.settings = settings
        self.reloads = reloads
        self.application = None
        super().__init__()

    def load_config(self):
        """Tells gunicorn how to serve."""
        options = {
            "bind": "{}:{}".format("127.0.0.1" if self.reloads else "", self.settings["PORT"]),
            "reload": self.reloads,
            "worker_class": "gthread",
            "workers": 1,
            "threads": self.settings["THREADS"],
            "keepalive": KEEP_ALIVE_SECONDS,
            "graceful_timeout": -(-self.settings["SHUTDOWN_TIMEOUT_MS"] // 1000),
            "limit_request_line": MAX_LINE_BYTES,
            "limit_request_field_size": MAX_LINE_BYTES,
            "logger_class": ServerLogger,
            "worker_exit": self.close,
            "control_socket_disable": True,
        }
        if SHARED_MEMORY.is_dir():
            # Works where the rest of the file system is read-only.
            options["worker_tmp_dir"] = str(SHARED_MEMORY)
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self):
        """Makes the application, in the process that serves it.

        :rtype: flask.Flask
        """
        self.application = create_app()
        for thread in threads_of(self.application):
            thread.start()
        return self.application

    def close(self, _arbiter, _worker):
        """Ends what runs beside the requests, when the last one has been answered."""
        for thread in threads_of(self.application):
            thread.stop()
        database.close(self.application)


def threads_of(app):
    """The threads of all services.

    :type app: flask.Flask
    :rtype: list
    """
    return [
        thread
        for blueprint in app.blueprints.values()
        if isinstance(blueprint, AppBlueprint)
        for thread in blueprint.threads
    ]
