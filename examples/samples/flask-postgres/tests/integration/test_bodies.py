"""What a body must be before anything looks into it."""

from __future__ import annotations

import pytest

from tests.factories.author import FACTORY
from tests.support.api import Api

PATH = FACTORY.path
TOO_LARGE = b'"' + b"x" * 1_048_576 + b'"'


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(b"{", {}, 400, id="malformed JSON"),
        pytest.param(b"", {}, 400, id="nothing"),
        pytest.param(b'"\xff"', {}, 400, id="malformed UTF-8"),
        pytest.param(b"[]", {}, 422, id="no object"),
        pytest.param(b"{}", {"Content-Type": "text/plain"}, 415, id="another type"),
        pytest.param(b"{}", {"Content-Encoding": "gzip"}, 415, id="compressed"),
        pytest.param(
            b"{}",
            {"Content-Type": "application/json; charset=utf-16"},
            415,
            id="another character set",
        ),
        pytest.param(TOO_LARGE, {}, 413, id="too large"),
    ],
)
def test_a_body_is_refused(api: Api, body: bytes, headers: dict[str, str], status: int) -> None:
    answer = api.post(PATH, body, headers)

    assert answer.status == status
    assert answer.body["type"] == "about:blank"
    assert answer.body["status"] == status


def test_a_body_may_name_its_character_set(api: Api) -> None:
    headers = {"Content-Type": 'application/json; charset="UTF-8"'}

    assert api.post(PATH, b"[]", headers).status == 422


def test_a_patch_is_no_body_of_a_whole_row(api: Api) -> None:
    headers = {"Content-Type": "application/merge-patch+json"}

    assert api.post(PATH, b"{}", headers).status == 415
    assert api.patch(f"{PATH}/malformed", b"{}", headers).status == 404
