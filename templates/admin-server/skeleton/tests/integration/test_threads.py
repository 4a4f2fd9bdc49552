# -*- coding: utf-8 -*-
"""Threads that run beside the requests."""

import threading

from admin_server.utils.threads import PeriodicThread


class Work(PeriodicThread):
    """Fails the first time, then works."""

    def __init__(self):
        super().__init__("work", interval_seconds=0)
        self.runs = 0
        self.worked = threading.Event()

    def run_once(self):
        """Works."""
        self.runs += 1
        if self.runs == 1:
            raise RuntimeError("once")
        self.worked.set()


def test_a_thread_goes_on_after_a_failure_until_it_is_stopped():
    work = Work()

    work.start()
    assert work.worked.wait(10)
    work.stop()
    runs = work.runs

    assert work.thread is None
    assert runs == work.runs
