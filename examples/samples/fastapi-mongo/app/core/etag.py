"""Strong entity tags: the same representation has the same tag."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from app.core.problems import stale


def entity_tag(representation: bytes) -> str:
    digest = urlsafe_b64encode(sha256(representation).digest()).decode().rstrip("=")
    return f'"{digest}"'


def check_if_match(if_match: str | None, representation: bytes) -> None:
    """Raises where `If-Match` names none but other versions of a row."""
    if if_match is None or if_match.strip() == "*":
        return
    tags = [tag.strip() for tag in if_match.split(",")]
    if entity_tag(representation) not in tags:
        raise stale()
