"""Create reservations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "reservations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("filled_by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"],
            ["books.id"],
            name="reservations_book_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["members.id"],
            name="reservations_member_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["filled_by_id"],
            ["copies.id"],
            name="reservations_filled_by_id_fkey",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "reservations_expires_on_idx",
        "reservations",
        ["expires_on"],
    )
    op.create_index(
        "reservations_book_id_idx",
        "reservations",
        ["book_id"],
    )
    op.create_index(
        "reservations_member_id_idx",
        "reservations",
        ["member_id"],
    )
    op.create_index(
        "reservations_filled_by_id_idx",
        "reservations",
        ["filled_by_id"],
        unique=True,
    )


def downgrade() -> None:
    op.drop_table("reservations")
