"""Entity tags and preconditions."""

from __future__ import annotations

import pytest

from app.core.etag import check_if_match, entity_tag
from app.core.problems import Problem

ROW = b'{"id":1}'


def test_the_same_representation_has_the_same_tag() -> None:
    assert entity_tag(ROW) == entity_tag(bytes(ROW))
    assert entity_tag(ROW) != entity_tag(b'{"id":2}')
    assert entity_tag(ROW).startswith('"')


@pytest.mark.parametrize(
    "header", [None, "*", " * ", entity_tag(ROW), f'"other", {entity_tag(ROW)}']
)
def test_a_header_that_names_the_row(header: str | None) -> None:
    check_if_match(header, ROW)


@pytest.mark.parametrize("header", ['"other"', "", f"W/{entity_tag(ROW)}", entity_tag(ROW)[1:-1]])
def test_a_header_that_names_others(header: str) -> None:
    with pytest.raises(Problem) as caught:
        check_if_match(header, ROW)
    assert caught.value.status == 412
