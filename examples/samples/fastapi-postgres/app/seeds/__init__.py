"""Examples for local work: rows to look at, in an order in which each comes after those it needs."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.seeds.author import EXAMPLE as AUTHOR
from app.seeds.genre import EXAMPLE as GENRE
from app.seeds.book import EXAMPLE as BOOK
from app.seeds.copy_record import EXAMPLE as COPY_RECORD
from app.seeds.member import EXAMPLE as MEMBER
from app.seeds.loan import EXAMPLE as LOAN
from app.seeds.reservation import EXAMPLE as RESERVATION

EXAMPLES = [
    AUTHOR,
    GENRE,
    BOOK,
    COPY_RECORD,
    MEMBER,
    LOAN,
    RESERVATION,
]


def insert_examples(connection: Connection) -> None:
    """Inserts the rows that are not there yet; those that are stay as they are."""
    for example in EXAMPLES:
        table = example.model.metadata.tables[example.model.__tablename__]
        for row in example.rows:
            connection.execute(insert(table).values(row).on_conflict_do_nothing())
        if isinstance(example.rows[0]["id"], int):
            _skip_ids(connection, table)
    for example in EXAMPLES:
        table = example.model.metadata.tables[example.model.__tablename__]
        for reference in example.references:
            column = table.c[reference.column]
            connection.execute(
                update(table)
                .where(table.c.id == reference.row_id, column.is_(None))
                .values({column: reference.target_id})
            )
    for link in [link for example in EXAMPLES for link in example.links]:
        ids = (link.row_id, link.target_id)
        connection.execute(insert(link.table).values(ids).on_conflict_do_nothing())


def _skip_ids(connection: Connection, table: Table) -> None:
    """The next id that the database makes must not be one of an example."""
    sequence = func.pg_get_serial_sequence(table.name, "id")
    connection.execute(select(func.setval(sequence, func.max(table.c.id))))
