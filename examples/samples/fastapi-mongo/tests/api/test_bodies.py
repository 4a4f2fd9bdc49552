"""Bodies that are refused before anything looks into them."""

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

PATH = "/api/v1/authors"
JSON = "application/json"


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        pytest.param(b"{", {"Content-Type": JSON}, 400, id="malformed JSON"),
        pytest.param(b'"\xff"', {"Content-Type": JSON}, 400, id="not UTF-8"),
        pytest.param(b"", {"Content-Type": JSON}, 400, id="nothing"),
        pytest.param(b"{}", {}, 415, id="no type"),
        pytest.param(b"{}", {"Content-Type": "text/plain"}, 415, id="another type"),
        pytest.param(b"{}", {"Content-Type": f"{JSON}; charset=utf-16"}, 415, id="another charset"),
        pytest.param(b"{}", {"Content-Type": JSON, "Content-Encoding": "gzip"}, 415, id="packed"),
        pytest.param(b"[]", {"Content-Type": JSON}, 422, id="no object"),
        pytest.param(b"[]", {"Content-Type": f'{JSON}; charset="UTF-8"'}, 422, id="charset"),
        pytest.param(b'{"\\u0000": 1}', {"Content-Type": JSON}, 422, id="NUL"),
        pytest.param(b"[" * 65 + b"]" * 65, {"Content-Type": JSON}, 422, id="too deep"),
    ],
)
async def test_body_is_refused(
    client: AsyncClient, content: bytes, headers: dict[str, str], status: int
) -> None:
    answer = await client.post(PATH, content=content, headers=headers)

    assert answer.status_code == status
    assert answer.json()["status"] == status


async def test_large_body_is_refused_whatever_it_holds(app: FastAPI, client: AsyncClient) -> None:
    limit = app.state.settings.body_limit_bytes

    answer = await client.post(PATH, content=b"x" * (limit + 1))

    assert answer.status_code == 413
