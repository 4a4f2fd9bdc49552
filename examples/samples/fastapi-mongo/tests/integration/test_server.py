"""The service as a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

START_TIMEOUT_SECONDS = 60
POLL_SECONDS = 0.1
COMMAND = [sys.executable, "-m", "app"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603
        COMMAND, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until_ready(url: str) -> None:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while True:
        try:
            assert httpx.get(f"{url}/health/ready").status_code == 200
            return
        except httpx.ConnectError:
            assert time.monotonic() < deadline
            time.sleep(POLL_SECONDS)


@pytest.fixture
def environment(database_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "MONGODB_URI": database_url,
        "PORT": str(free_port()),
    }


def test_server_listens_and_stops_when_asked(environment: dict[str, str]) -> None:
    with running(environment) as process:
        wait_until_ready(f"http://127.0.0.1:{environment['PORT']}")

        process.send_signal(signal.SIGTERM)

        output, _ = process.communicate(timeout=START_TIMEOUT_SECONDS)
    assert process.returncode == 0
    assert all("time" in json.loads(line) for line in output.splitlines())


def test_server_does_not_start_with_a_wrong_setting(environment: dict[str, str]) -> None:
    with running({**environment, "PORT": "eighty"}) as process:
        output, _ = process.communicate(timeout=START_TIMEOUT_SECONDS)

    assert process.returncode == 1
    assert "PORT" in output
