"""Create loans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "loans",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fine", sa.Numeric(8, 2), nullable=True),
        sa.Column("copy_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["copy_id"],
            ["copies.id"],
            name="loans_copy_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["members.id"],
            name="loans_member_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "loans_lent_at_idx",
        "loans",
        ["lent_at"],
    )
    op.create_index(
        "loans_due_on_idx",
        "loans",
        ["due_on"],
    )
    op.create_index(
        "loans_copy_id_idx",
        "loans",
        ["copy_id"],
    )
    op.create_index(
        "loans_member_id_idx",
        "loans",
        ["member_id"],
    )


def downgrade() -> None:
    op.drop_table("loans")
