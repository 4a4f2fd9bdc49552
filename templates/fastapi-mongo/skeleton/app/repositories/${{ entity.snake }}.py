"""Queries of ${{ entity.plural.title | lower }}."""

{% if entity.owned %}
from typing import Any

from app.core.tokens import Caller
from app.database import Session
{% endif %}
from app.models import ${{ entity.pascal }}
{% if (entity.snake | length) > 50 %}
from app.models.${{ entity.snake }} import (
    COLLECTION,
)
{% else %}
from app.models.${{ entity.snake }} import COLLECTION
{% endif %}
from app.repositories.base import Repository


{% if (entity.pascal | length) <= 36 %}
class ${{ entity.pascal }}Repository(Repository[${{ entity.pascal }}]):
{% else %}
class ${{ entity.pascal }}Repository(
    Repository[${{ entity.pascal }}]
):
{% endif %}
{% if entity.owned %}
    """The ${{ entity.plural.title | lower }} that a caller may see."""
{% else %}
    """All ${{ entity.plural.title | lower }}."""
{% endif %}

    model = COLLECTION
{% if entity.owned %}

    def __init__(self, session: Session, caller: Caller) -> None:
        super().__init__(session)
        self.caller = caller

    def visible(self) -> dict[str, Any]:
        """An administrator sees the rows of all callers."""
        if self.caller.is_admin:
            return super().visible()
        return {**super().visible(), "owner_id": self.caller.id}
{% endif %}
