{% set scoped = entity.owned or entity.softDelete %}
{% set base = 'SoftDeleteRepository' if entity.softDelete else 'Repository' %}
{% set references = [] %}
{% set links = [] %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = links.concat([relation]) %}
{% endif %}
{% if relation.kind != 'manyToMany' and not relation.target.owned and not relation.target.softDelete %}
{% set references = references.concat([relation]) %}
{% endif %}
{% endfor %}
"""Queries of ${{ entity.plural.title | lower }}."""

from __future__ import annotations

{% if links.length or references.length %}
from collections.abc import Mapping

{% endif %}
{% if links.length %}
from sqlalchemy import Table
{% endif %}
{% if scoped %}
from sqlalchemy.orm import Session
{% endif %}
{% if scoped or links.length %}

{% endif %}
{% if entity.owned %}
from app.core.tokens import Caller
{% endif %}
{% if links.length %}
from app.models.${{ entity.snake }} import (
    ${{ entity.pascal }},
{% for relation in links | sort(false, true, 'column') %}
    ${{ relation.join.table }},
{% endfor %}
)
{% elif (entity.snake | length) > 35 %}
from app.models import (
    ${{ entity.pascal }},
)
{% else %}
from app.models import ${{ entity.pascal }}
{% endif %}
from app.repositories.base import ${{ base }}{% if entity.owned %}, owned_by{% endif %}



{% if (entity.pascal | length) > 30 %}
class ${{ entity.pascal }}Repository(
    ${{ base }}[${{ entity.pascal }}],
):
{% else %}
class ${{ entity.pascal }}Repository(${{ base }}[${{ entity.pascal }}]):
{% endif %}
    """The ${{ entity.plural.title | lower }} {% if entity.owned %}of a caller{% elif entity.softDelete %}that have not been deleted{% else %}that there are{% endif %}."""

    model = ${{ entity.pascal }}
    title = ${{ entity.title | lower | dump }}
{% if links.length %}
    links: Mapping[str, Table] = {
{% for relation in links %}
        "${{ relation.column }}": ${{ relation.join.table }},
{% endfor %}
    }
{% endif %}
{% if references.length %}
    references: Mapping[str, str] = {
{% for relation in references %}
        "${{ relation.foreignKeyName }}": "${{ relation.wireName }}",
{% endfor %}
    }
{% endif %}
{% if entity.owned %}

    def __init__(self, session: Session, caller: Caller) -> None:
        super().__init__(
            session,
{% if entity.softDelete %}
            ${{ entity.pascal }}.deleted_at.is_(None),
{% endif %}
            *owned_by(${{ entity.pascal }}.owner_id, caller),
        )
{% elif entity.softDelete %}

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            ${{ entity.pascal }}.deleted_at.is_(None),
        )
{% endif %}
