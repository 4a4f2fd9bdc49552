{% set links = false %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = true %}
{% endif %}
{% endfor %}
"""Queries of ${{ entity.plural.title | lower }}."""

{% if links %}
from collections.abc import Mapping
from typing import Any, ClassVar

{% endif %}
{% if entity.owned or entity.softDelete or links %}
from sqlalchemy import {% if entity.owned or entity.softDelete %}ColumnElement{% endif %}{% if (entity.owned or entity.softDelete) and links %}, {% endif %}{% if links %}inspect{% endif %}

{% if entity.owned %}
from sqlalchemy.ext.asyncio import AsyncSession
{% endif %}

{% endif %}
{% if links %}
from app.core.links import write_links
{% endif %}
{% if entity.softDelete %}
from app.core.soft_delete import soft_delete
{% endif %}
{% if entity.owned %}
from app.core.tokens import Caller
{% endif %}
from app.models import {% if entity.softDelete and entity.pascal < 'Base' %}${{ entity.pascal }}, Base{% elif entity.softDelete %}Base, ${{ entity.pascal }}{% else %}${{ entity.pascal }}{% endif %}

{% if links %}
from app.models import ${{ entity.snake }} as tables
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

    model = ${{ entity.pascal }}
{% if links %}
    join_tables: ClassVar = {
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
        "${{ relation.column }}": tables.${{ relation.join.table }},
{% endif %}
{% endfor %}
    }
{% endif %}
{% if entity.owned %}

    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        super().__init__(session)
        self.caller = caller
{% endif %}
{% if entity.owned or entity.softDelete %}

    def visible(self) -> list[ColumnElement[bool]]:
{% if entity.owned and entity.softDelete %}
        """What nobody has deleted; an administrator sees the rows of all callers."""
        conditions: list[ColumnElement[bool]] = [${{ entity.pascal }}.deleted_at.is_(None)]
        if not self.caller.is_admin:
            conditions.append(${{ entity.pascal }}.owner_id == self.caller.id)
        return conditions
{% elif entity.owned %}
        """An administrator sees the rows of all callers."""
        if self.caller.is_admin:
            return []
        return [${{ entity.pascal }}.owner_id == self.caller.id]
{% else %}
        """What nobody has deleted."""
        return [${{ entity.pascal }}.deleted_at.is_(None)]
{% endif %}
{% endif %}
{% if links %}

    async def save_with_links(
        self,
        row: ${{ entity.pascal }},
        links: Mapping[str, list[Any]],
    ) -> None:
        """Writes a row, and which rows it is linked with."""
        is_new = inspect(row).transient
        await self.save(row)
        for name, ids in links.items():
            table = self.join_tables[name]
            await self.session.run_sync(write_links, row, name, table, ids, is_new=is_new)
{% endif %}
{% if entity.softDelete %}

    async def delete(self, row: ${{ entity.pascal }}) -> None:
        """Hides a row, and does to those that refer to it what their references say."""
        table = Base.metadata.tables[${{ entity.pascal }}.__tablename__]
        await self.session.run_sync(soft_delete, table, [row.id])
{% endif %}
