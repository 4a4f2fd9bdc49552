"""The process that production runs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError

import pytest

from app.config import Settings

COMMAND = [sys.executable, "-m", "app"]
PATIENCE_SECONDS = 60


@contextmanager
def running(settings: Settings, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The service in a process of its own, and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DATABASE_URL": settings.database.url,
        "PORT": str(port),
    }
    process = subprocess.Popen(  # noqa: S603
        [*COMMAND, *options], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.communicate()


def wait_until_ready(address: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/health/ready"):  # noqa: S310
                return
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def test_it_serves_until_it_is_told_to_stop(settings: Settings) -> None:
    with running(settings) as (process, address):
        wait_until_ready(address)

        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=PATIENCE_SECONDS)

    assert process.returncode == 0
    assert '"service":"library"' in output


def test_it_reloads_for_local_work(settings: Settings) -> None:
    with running(settings, "--reload") as (process, address):
        wait_until_ready(address)

        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE_SECONDS)

    with pytest.raises(URLError):
        urllib.request.urlopen(f"{address}/health/live")  # noqa: S310
