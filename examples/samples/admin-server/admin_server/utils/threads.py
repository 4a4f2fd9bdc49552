# -*- coding: utf-8 -*-
"""Work that is done again and again beside the requests."""

import logging
import threading

logger = logging.getLogger(__name__)


class PeriodicThread:
    """Does something at intervals, from ``start`` to ``stop``.

    :param name: what the thread is called in logs
    :type name: str
    :param interval_seconds: how long it rests
    :type interval_seconds: float
    """

    def __init__(self, name, interval_seconds):
        self.name = name
        self.interval_seconds = interval_seconds
        self.stopped = threading.Event()
        self.thread = None

    def run_once(self):
        """Does the work; each thread says what it is.

        :raises NotImplementedError: if it does not
        """
        raise NotImplementedError

    def start(self):
        """Starts to work."""
        self.stopped.clear()
        self.thread = threading.Thread(target=self.run, name=self.name, daemon=True)
        self.thread.start()

    def stop(self):
        """Waits until the work at hand is done, and does no more."""
        self.stopped.set()
        if self.thread is not None:
            self.thread.join()
            self.thread = None

    def run(self):
        """Works until it is stopped. What fails is logged, and tried again the next time."""
        while True:
            try:
                self.run_once()
            except Exception:
                logger.exception("%s failed", self.name)
            if self.stopped.wait(self.interval_seconds):
                return
