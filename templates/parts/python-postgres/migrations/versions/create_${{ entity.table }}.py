{% macro columnType(field) -%}
{% if field.type in ['string', 'email', 'uri'] %}sa.String(${{ field.maxLength }}){% elif field.type == 'enum' %}sa.String(255){% elif field.type == 'text' %}sa.Text(){% elif field.type == 'integer' %}sa.Integer(){% elif field.type == 'bigInteger' %}sa.BigInteger(){% elif field.type == 'number' %}sa.Double(){% elif field.type == 'decimal' %}sa.Numeric(${{ field.precision }}, ${{ field.scale }}){% elif field.type == 'boolean' %}sa.Boolean(){% elif field.type == 'date' %}sa.Date(){% elif field.type == 'time' %}sa.Time(){% elif field.type == 'dateTime' %}sa.DateTime(timezone=True){% elif field.type == 'uuid' %}sa.Uuid(){% else %}sa.JSON(){% endif %}
{%- endmacro %}
{% macro idType(id) -%}
{% if id == 'integer' %}sa.Integer(){% else %}sa.Uuid(){% endif %}
{%- endmacro %}
{% macro column(name, type, isRequired) %}
{% if (name | length) + (type | length) > 50 %}
        sa.Column(
            "${{ name }}",
            ${{ type }},
            nullable=${{ 'False' if isRequired else 'True' }},
        ),
{% else %}
        sa.Column("${{ name }}", ${{ type }}, nullable=${{ 'False' if isRequired else 'True' }}),
{% endif %}
{% endmacro %}
{% macro index(name, table, column, isUnique, isPartial) %}
    op.create_index(
        "${{ name }}",
        "${{ table }}",
        ["${{ column }}"],
{% if isUnique %}
        unique=True,
{% if isPartial %}
        postgresql_where=sa.text("deleted_at IS NULL"),
{% endif %}
{% endif %}
    )
{% endmacro %}
{% macro onDelete(relation) -%}
{% if relation.onDelete == 'setNull' %}SET NULL{% else %}${{ relation.onDelete | upper }}{% endif %}
{%- endmacro %}
{% macro joinTable(source, relation, target) %}
    op.create_table(
        "${{ relation.join.table }}",
        sa.Column(
            "${{ relation.join.sourceColumn }}",
            ${{ idType(source.id) }},
            nullable=False,
        ),
        sa.Column(
            "${{ relation.join.targetColumn }}",
            ${{ idType(target.id) }},
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["${{ relation.join.sourceColumn }}"],
            ["${{ source.table }}.id"],
            name="${{ relation.foreignKeyName }}",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["${{ relation.join.targetColumn }}"],
            ["${{ target.table }}.id"],
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "${{ relation.join.sourceColumn }}",
            "${{ relation.join.targetColumn }}",
        ),
    )
${{ index(relation.indexName, relation.join.table, relation.join.targetColumn, false, false) }}{% endmacro %}
{% set position = 0 %}
{% set earlier = [] %}
{% set isFound = false %}
{% for other in model.entities %}
{% if other.table == entity.table %}
{% set isFound = true %}
{% set position = loop.index %}
{% elif not isFound %}
{% set earlier = earlier.concat([other.table]) %}
{% endif %}
{% endfor %}
{% set digits = ['000', '00', '0'] %}
{% set revision = (position | string) %}
{% set previous = (position - 1) | string %}
{% set ownerIndex = entity.table + '_owner_id_idx' if (entity.table | length) < 50 else 'owner_' + entity.table %}
"""Create ${{ entity.table }}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "${{ digits[(revision | length) - 1] }}${{ revision }}"
down_revision: str | None = {% if position == 1 %}None{% else %}"${{ digits[(previous | length) - 1] }}${{ previous }}"{% endif %}

branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "${{ entity.table }}",
        sa.Column("id", ${{ idType(entity.id) }}, nullable=False),
{% for field in entity.fields %}
${{ column(field.column, columnType(field), field.required) }}{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
${{ column(relation.column, idType(relation.target.id), relation.required) }}{% endif %}
{% endfor %}
{% if entity.owned %}
        sa.Column("owner_id", sa.String(255), nullable=False),
{% endif %}
{% if entity.timestamps %}
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
{% endif %}
{% if entity.softDelete %}
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
{% endif %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' and (relation.self or relation.target.table in earlier) %}
        sa.ForeignKeyConstraint(
            ["${{ relation.column }}"],
            ["${{ relation.target.table }}.id"],
            name="${{ relation.foreignKeyName }}",
            ondelete="${{ onDelete(relation) }}",
        ),
{% endif %}
{% endfor %}
        sa.PrimaryKeyConstraint("id"),
    )
{% for field in entity.fields %}
{% if field.unique %}
${{ index(field.uniqueName, entity.table, field.column, true, entity.softDelete) }}{% elif field.index %}
${{ index(field.indexName, entity.table, field.column, false, false) }}{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
${{ index(relation.indexName, entity.table, relation.column, relation.unique, entity.softDelete) }}{% endif %}
{% endfor %}
{% if entity.owned %}
${{ index(ownerIndex, entity.table, 'owner_id', false, false) }}{% endif %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' and (relation.self or relation.target.table in earlier) %}
${{ joinTable(entity, relation, relation.target) }}{% endif %}
{% endfor %}
{% for inverse in entity.inverses %}
{% set relation = inverse.relation %}
{% if inverse.source.table in earlier %}
{% if relation.kind == 'manyToMany' %}
${{ joinTable(inverse.source, relation, entity) }}{% else %}
    op.create_foreign_key(
        "${{ relation.foreignKeyName }}",
        "${{ inverse.source.table }}",
        "${{ entity.table }}",
        ["${{ relation.column }}"],
        ["id"],
        ondelete="${{ onDelete(relation) }}",
    )
{% endif %}
{% endif %}
{% endfor %}


def downgrade() -> None:
{% for inverse in entity.inverses %}
{% set relation = inverse.relation %}
{% if inverse.source.table in earlier %}
{% if relation.kind == 'manyToMany' %}
    op.drop_table("${{ relation.join.table }}")
{% else %}
    op.drop_constraint(
        "${{ relation.foreignKeyName }}",
        "${{ inverse.source.table }}",
    )
{% endif %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' and (relation.self or relation.target.table in earlier) %}
    op.drop_table("${{ relation.join.table }}")
{% endif %}
{% endfor %}
    op.drop_table("${{ entity.table }}")
