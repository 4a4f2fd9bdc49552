{% set usesJson = 'json' in model.fieldTypes or 'array' in model.fieldTypes or 'object' in model.fieldTypes %}
{% set usesTimestamps = model.hasSoftDelete %}
{% for entity in model.entities %}
{% if entity.timestamps %}
{% set usesTimestamps = true %}
{% endif %}
{% endfor %}
"""What the tables have in common."""

{% if usesTimestamps %}
from datetime import datetime, timezone
{% endif %}
{% if model.hasManyToMany or usesJson %}
from typing import Any

{% elif usesTimestamps %}

{% endif %}
{% if usesJson and model.hasManyToMany %}
from sqlalchemy import JSON, Column, TypeDecorator, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedSQLExpression, column_property
{% elif model.hasManyToMany %}
from sqlalchemy import Column, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedSQLExpression, column_property
{% elif usesJson %}
from sqlalchemy import JSON, TypeDecorator
from sqlalchemy.orm import DeclarativeBase
{% else %}
from sqlalchemy.orm import DeclarativeBase
{% endif %}
{% if usesJson %}

from app.core.strict_json import encode
{% endif %}


class Base(DeclarativeBase):
    """The base of every model."""
{% if usesJson %}


class Json(TypeDecorator[Any]):
    """A JSON value, kept as the text that it was sent as. None is SQL's NULL."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def compare_values(self, x: Any, y: Any) -> bool:
        """In Python true equals 1; in JSON they differ."""
        return encode(x) == encode(y)
{% endif %}
{% if usesTimestamps %}


def now() -> datetime:
    """This instant in milliseconds, as the wire shows it."""
    instant = datetime.now(timezone.utc)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
{% endif %}
{% if model.hasManyToMany %}


def linked_ids(
    row_id: Mapped[Any], source: Column[Any], target: Column[Any]
) -> MappedSQLExpression[Any]:
    """The ids that a join table links a row with, in order: a part of each select of the row."""
    links = (
        select(target)
        .where(source == row_id)
        .order_by(target)
        .correlate_except(source.table)
        .scalar_subquery()
    )
    return column_property(func.array(links, type_=ARRAY(target.type)), expire_on_flush=False)
{% endif %}
