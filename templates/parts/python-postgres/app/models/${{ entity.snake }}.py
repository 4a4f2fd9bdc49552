{% macro columnType(field) -%}
{% if field.type in ['string', 'email', 'uri'] %}String(${{ field.maxLength }}){% elif field.type == 'enum' %}String(255){% elif field.type == 'text' %}Text{% elif field.type == 'integer' %}Integer{% elif field.type == 'bigInteger' %}BigInteger{% elif field.type == 'number' %}Double{% elif field.type == 'decimal' %}Numeric(${{ field.precision }}, ${{ field.scale }}){% elif field.type == 'boolean' %}Boolean{% elif field.type == 'date' %}Date{% elif field.type == 'time' %}Time{% elif field.type == 'dateTime' %}DateTime(timezone=True){% elif field.type == 'uuid' %}Uuid{% else %}Json{% endif %}
{%- endmacro %}
{% macro pythonType(field) -%}
{% if field.type in ['string', 'email', 'uri', 'enum', 'text'] %}str{% elif field.type in ['integer', 'bigInteger'] %}int{% elif field.type == 'number' %}float{% elif field.type == 'decimal' %}Decimal{% elif field.type == 'boolean' %}bool{% elif field.type == 'date' %}LocalDate{% elif field.type == 'time' %}LocalTime{% elif field.type == 'dateTime' %}Instant{% elif field.type == 'uuid' %}UUID{% elif field.type == 'array' %}list[Any]{% elif field.type == 'object' %}dict[str, Any]{% else %}Any{% endif %}
{%- endmacro %}
{% macro column(name, annotation, lines) %}
{% if (name | length) + (annotation | length) > 68 %}
    ${{ name }}: Mapped[${{ annotation }}] = (
        mapped_column(
{% for line in lines %}
            ${{ line }},
{% endfor %}
        )
    )
{% else %}
    ${{ name }}: Mapped[${{ annotation }}] = mapped_column(
{% for line in lines %}
        ${{ line }},
{% endfor %}
    )
{% endif %}
{% endmacro %}
{% macro attribute(name, type, isRequired, options) %}
{% set annotation = type if isRequired or type == 'Any' else type + ' | None' %}
{% if (name | length) + (annotation | length) + (options | join(', ') | length) > 65 %}
${{ column(name, annotation, options) }}{% else %}
    ${{ name }}: Mapped[${{ annotation }}] = mapped_column(${{ options | join(', ') }})
{% endif %}
{% endmacro %}
{% macro index(name, column, isUnique, indexCount) %}
{% set isShort = indexCount > 1 and (name | length) + (column | length) < 60 %}
{% if isUnique and entity.softDelete %}
        Index(
            "${{ name }}",
            "${{ column }}",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
        ),
{% elif isShort %}
        Index("${{ name }}", "${{ column }}"{% if isUnique %}, unique=True{% endif %}),
{% else %}
        Index(
            "${{ name }}",
            "${{ column }}",
{% if isUnique %}
            unique=True,
{% endif %}
        ),
{% endif %}
{% endmacro %}
{% macro foreignKey(table, name, onDelete, isLater, pad) %}
{% if (table | length) + (name | length) < 45 and not isLater %}
${{ pad }}ForeignKey("${{ table }}.id", {% if name %}name="${{ name }}", {% endif %}ondelete="${{ onDelete }}"),
{% else %}
${{ pad }}ForeignKey(
${{ pad }}    "${{ table }}.id",
{% if name %}
${{ pad }}    name="${{ name }}",
{% endif %}
${{ pad }}    ondelete="${{ onDelete }}",
{% if isLater %}
${{ pad }}    use_alter=True,
{% endif %}
${{ pad }}),
{% endif %}
{% endmacro %}
{% set earlier = [] %}
{% set isFound = false %}
{% for other in model.entities %}
{% if other.table == entity.table %}
{% set isFound = true %}
{% elif not isFound %}
{% set earlier = earlier.concat([other.table]) %}
{% endif %}
{% endfor %}
{% set fieldTypes = [] %}
{% set indexCount = 1 if entity.owned else 0 %}
{% set hasUnique = false %}
{% set usesUuids = entity.id == 'uuid' %}
{% set integerIds = entity.id == 'integer' %}
{% set hasLinks = false %}
{% set hasReferences = false %}
{% set usesInstants = entity.timestamps or entity.softDelete %}
{% for field in entity.fields %}
{% set fieldTypes = fieldTypes.concat([field.type]) %}
{% if field.unique %}
{% set hasUnique = true %}
{% endif %}
{% if field.unique or field.index %}
{% set indexCount = indexCount + 1 %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set hasLinks = true %}
{% else %}
{% set hasReferences = true %}
{% set indexCount = indexCount + 1 %}
{% if relation.unique %}
{% set hasUnique = true %}
{% endif %}
{% endif %}
{% if relation.target.id == 'uuid' %}
{% set usesUuids = true %}
{% else %}
{% set integerIds = true %}
{% endif %}
{% endfor %}
{% set usesInstants = usesInstants or 'dateTime' in fieldTypes %}
{% set usesJson = 'json' in fieldTypes or 'array' in fieldTypes or 'object' in fieldTypes %}
{% set usesUuids = usesUuids or 'uuid' in fieldTypes %}
{% set usesStrings = entity.owned or 'string' in fieldTypes or 'email' in fieldTypes or 'uri' in fieldTypes or 'enum' in fieldTypes %}
{% set standard = [] %}
{% if 'date' in fieldTypes %}
{% set standard = standard.concat(['from datetime import date as LocalDate']) %}
{% endif %}
{% if usesInstants %}
{% set standard = standard.concat(['from datetime import datetime as Instant']) %}
{% endif %}
{% if 'time' in fieldTypes %}
{% set standard = standard.concat(['from datetime import time as LocalTime']) %}
{% endif %}
{% if 'decimal' in fieldTypes %}
{% set standard = standard.concat(['from decimal import Decimal']) %}
{% endif %}
{% if usesJson %}
{% set standard = standard.concat(['from typing import Any']) %}
{% endif %}
{% if usesUuids %}
{% set standard = standard.concat(['from uuid import UUID, uuid4' if entity.id == 'uuid' else 'from uuid import UUID']) %}
{% endif %}
{% set imports = [] %}
{% if 'bigInteger' in fieldTypes %}{% set imports = imports.concat(['BigInteger']) %}{% endif %}
{% if 'boolean' in fieldTypes %}{% set imports = imports.concat(['Boolean']) %}{% endif %}
{% if hasLinks %}{% set imports = imports.concat(['Column']) %}{% endif %}
{% if 'date' in fieldTypes %}{% set imports = imports.concat(['Date']) %}{% endif %}
{% if usesInstants %}{% set imports = imports.concat(['DateTime']) %}{% endif %}
{% if 'number' in fieldTypes %}{% set imports = imports.concat(['Double']) %}{% endif %}
{% if entity.relations.length %}{% set imports = imports.concat(['ForeignKey']) %}{% endif %}
{% if indexCount or hasLinks %}{% set imports = imports.concat(['Index']) %}{% endif %}
{% if 'integer' in fieldTypes or integerIds %}{% set imports = imports.concat(['Integer']) %}{% endif %}
{% if 'decimal' in fieldTypes %}{% set imports = imports.concat(['Numeric']) %}{% endif %}
{% if usesStrings %}{% set imports = imports.concat(['String']) %}{% endif %}
{% if hasLinks %}{% set imports = imports.concat(['Table']) %}{% endif %}
{% if 'text' in fieldTypes %}{% set imports = imports.concat(['Text']) %}{% endif %}
{% if 'time' in fieldTypes %}{% set imports = imports.concat(['Time']) %}{% endif %}
{% if usesUuids %}{% set imports = imports.concat(['Uuid']) %}{% endif %}
{% if entity.softDelete and hasUnique %}{% set imports = imports.concat(['text']) %}{% endif %}
{% set importLine = imports | join(', ') %}
{% set shared = ['Base'] %}
{% if usesJson %}{% set shared = shared.concat(['Json']) %}{% endif %}
{% if hasLinks %}{% set shared = shared.concat(['linked_ids']) %}{% endif %}
{% if entity.timestamps %}{% set shared = shared.concat(['now']) %}{% endif %}
{% set ownerIndex = entity.table + '_owner_id_idx' if (entity.table | length) < 50 else 'owner_' + entity.table %}
{% for line in standard %}
${{ line }}
{% endfor %}
{% if standard.length %}

{% endif %}
{% if (importLine | length) > 75 %}
from sqlalchemy import (
{% for name in imports %}
    ${{ name }},
{% endfor %}
)
{% else %}
from sqlalchemy import ${{ importLine }}
{% endif %}
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import ${{ shared | join(', ') }}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}

${{ relation.join.table }} = Table(
    "${{ relation.join.table }}",
    Base.metadata,
    Column(
        "${{ relation.join.sourceColumn }}",
        ${{ 'Integer' if entity.id == 'integer' else 'Uuid' }},
${{ foreignKey(entity.table, relation.foreignKeyName, 'CASCADE', false, '        ') }}        primary_key=True,
    ),
    Column(
        "${{ relation.join.targetColumn }}",
        ${{ 'Integer' if relation.target.id == 'integer' else 'Uuid' }},
${{ foreignKey(relation.target.table, '', 'CASCADE', false, '        ') }}        primary_key=True,
    ),
{% if (relation.indexName | length) + (relation.join.targetColumn | length) < 70 %}
    Index("${{ relation.indexName }}", "${{ relation.join.targetColumn }}"),
{% else %}
    Index(
        "${{ relation.indexName }}",
        "${{ relation.join.targetColumn }}",
    ),
{% endif %}
)
{% endif %}
{% endfor %}


class ${{ entity.pascal }}(Base):
    """${{ entity.comment or entity.title }}"""

    __tablename__ = "${{ entity.table }}"
{% if indexCount %}
    __table_args__ = (
{% for field in entity.fields %}
{% if field.unique %}
${{ index(field.uniqueName, field.column, true, indexCount) }}{% elif field.index %}
${{ index(field.indexName, field.column, false, indexCount) }}{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
${{ index(relation.indexName, relation.column, relation.unique, indexCount) }}{% endif %}
{% endfor %}
{% if entity.owned %}
${{ index(ownerIndex, 'owner_id', false, indexCount) }}{% endif %}
    )
{% endif %}

{% if entity.id == 'integer' %}
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
{% else %}
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
{% endif %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
    ${{ relation.column }}: Mapped[list[${{ 'int' if relation.target.id == 'integer' else 'UUID' }}]] = linked_ids(
        id,
        ${{ relation.join.table }}.c.${{ relation.join.sourceColumn }},
        ${{ relation.join.table }}.c.${{ relation.join.targetColumn }},
    )
{% if relation.comment %}
    """${{ relation.comment }}"""
{% endif %}
{% endif %}
{% endfor %}
{% for field in entity.fields %}
{% if field.unique and field.name != field.column %}
${{ column(field.snake, pythonType(field) + ('' if field.required else ' | None'), [columnType(field), 'info={"name": "' + field.name + '"}']) }}{% else %}
${{ attribute(field.snake, pythonType(field), field.required, [columnType(field)] if field.required or field.type != 'json' else [columnType(field), 'nullable=True']) }}{% endif %}
{% if field.comment %}
    """${{ field.comment }}"""
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
{% set annotation = ('int' if relation.target.id == 'integer' else 'UUID') + ('' if relation.required else ' | None') %}
{% set isWide = (relation.column | length) + (annotation | length) > 68 %}
{% set pad = '            ' if isWide else '        ' %}
{% if isWide %}
    ${{ relation.column }}: Mapped[${{ annotation }}] = (
        mapped_column(
{% else %}
    ${{ relation.column }}: Mapped[${{ annotation }}] = mapped_column(
{% endif %}
${{ pad }}${{ 'Integer' if relation.target.id == 'integer' else 'Uuid' }},
${{ foreignKey(relation.target.table, relation.foreignKeyName, 'SET NULL' if relation.onDelete == 'setNull' else relation.onDelete | upper, not relation.self and relation.target.table not in earlier, pad) }}{% if relation.unique and relation.wireName != relation.column %}
${{ pad }}info={"name": "${{ relation.wireName }}"},
{% endif %}
{% if isWide %}
        )
{% endif %}
    )
{% if relation.comment %}
    """${{ relation.comment }}"""
{% endif %}
{% endif %}
{% endfor %}
{% if entity.owned %}
    owner_id: Mapped[str] = mapped_column(String(255))
    """The caller who made it: the subject of the token."""
{% endif %}
{% if entity.timestamps %}
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
{% endif %}
{% if entity.softDelete %}
    deleted_at: Mapped[Instant | None] = mapped_column(DateTime(timezone=True))
    """Set where the row is hidden from every answer."""
{% endif %}
