# -*- coding: utf-8 -*-
"""Logs."""

import json
import logging
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from admin_server.utils.logging import configure


@pytest.fixture(autouse=True)
def handlers(monkeypatch):
    """Leaves the handlers as they were, and nobody to speak of a Loki that is away."""
    monkeypatch.setattr(logging.getLogger("waylay.loglog"), "disabled", True)
    root = logging.getLogger()
    before, level = root.handlers, root.level
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level = before, level


def test_a_line_is_json(capsys):
    configure("info")

    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("some").exception("it failed", extra={"fields": {"status": 500}})
    logging.getLogger("some").debug("too much")

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    line = json.loads(lines[0])
    assert line["level"] == "error"
    assert line["message"] == "it failed"
    assert line["status"] == 500
    assert "ValueError: broken" in line["error"]


def test_loki_gets_the_same_lines():
    received = []

    class Loki(BaseHTTPRequestHandler):
        """Takes what is pushed."""

        def do_POST(self):
            length = int(self.headers["Content-Length"])
            received.append(json.loads(self.rfile.read(length)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_arguments):
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Loki) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        configure("info", "http://127.0.0.1:{}/loki/api/v1/push".format(server.server_port))
        logging.getLogger("some").warning("for Loki")
        # Sends what is waiting.
        for handler in logging.getLogger().handlers:
            handler.close()
        server.shutdown()

    [stream] = received[0]["streams"]
    assert stream["stream"]["service"] == "library"
    assert json.loads(stream["values"][0][1])["message"] == "for Loki"


def test_requests_do_not_wait_for_loki():
    configure("info", "http://127.0.0.1:9/loki/api/v1/push")

    for number in range(100):
        logging.getLogger("some").info("line %s", number)
