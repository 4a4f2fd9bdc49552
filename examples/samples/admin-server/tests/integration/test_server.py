# -*- coding: utf-8 -*-
"""The server as a process."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.support.api import SECRET_KEY

COMMAND = [sys.executable, "-m", "admin_server"]
START_SECONDS = 30


def environment(**changes):
    """The environment of the process; what is tested is set by each test."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "SECRET_KEY": SECRET_KEY, **changes}


def wait_for(url):
    """Waits until something answers."""
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url) as answer:
                return answer.status
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_it_serves_and_ends_when_told_to(database_uri):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = environment(MONGODB_URI=database_uri, PORT=str(port))
    with subprocess.Popen(COMMAND, env=settings, stdout=subprocess.PIPE) as process:
        status = wait_for("http://127.0.0.1:{}/health/ready".format(port))
        process.send_signal(signal.SIGTERM)
        process.communicate()

    assert status == 200
    assert process.returncode == 0


def test_a_wrong_setting_stops_the_start():
    result = subprocess.run(
        COMMAND, env=environment(MONGODB_URI="nowhere"), capture_output=True, text=True
    )

    assert result.returncode == 1
    assert "MONGODB_URI must be mongodb://" in result.stderr
    assert "Traceback" not in result.stderr
