"""Examples for local work: rows to look at, in an order in which each comes after those it needs."""

from __future__ import annotations

{% if model.hasRelations %}
from sqlalchemy import Connection, Table, func, select, update
{% else %}
from sqlalchemy import Connection, Table, func, select
{% endif %}
from sqlalchemy.dialects.postgresql import insert

{% for entity in model.entities | sort(false, false, 'order') %}
{% if (entity.snake | length) > 22 %}
from app.seeds.${{ entity.snake }} import (
    EXAMPLE as ${{ entity.snake | upper }},
)
{% else %}
from app.seeds.${{ entity.snake }} import EXAMPLE as ${{ entity.snake | upper }}
{% endif %}
{% endfor %}

EXAMPLES = [
{% for entity in model.entities | sort(false, false, 'order') %}
    ${{ entity.snake | upper }},
{% endfor %}
]


def insert_examples(connection: Connection) -> None:
    """Inserts the rows that are not there yet; those that are stay as they are."""
    for example in EXAMPLES:
        table = example.model.metadata.tables[example.model.__tablename__]
        for row in example.rows:
            connection.execute(insert(table).values(row).on_conflict_do_nothing())
        if isinstance(example.rows[0]["id"], int):
            _skip_ids(connection, table)
{% if model.hasRelations %}
    for example in EXAMPLES:
        table = example.model.metadata.tables[example.model.__tablename__]
        for reference in example.references:
            column = table.c[reference.column]
            connection.execute(
                update(table)
                .where(table.c.id == reference.row_id, column.is_(None))
                .values({column: reference.target_id})
            )
{% endif %}
{% if model.hasManyToMany %}
    for link in [link for example in EXAMPLES for link in example.links]:
        ids = (link.row_id, link.target_id)
        connection.execute(insert(link.table).values(ids).on_conflict_do_nothing())
{% endif %}


def _skip_ids(connection: Connection, table: Table) -> None:
    """The next id that the database makes must not be one of an example."""
    sequence = func.pg_get_serial_sequence(table.name, "id")
    connection.execute(select(func.setval(sequence, func.max(table.c.id))))
