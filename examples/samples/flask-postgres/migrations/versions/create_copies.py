"""Create copies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "copies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("barcode", sa.String(20), nullable=False),
        sa.Column("condition", sa.String(255), nullable=True),
        sa.Column("acquired_on", sa.Date(), nullable=False),
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"],
            ["books.id"],
            name="copies_book_id_fkey",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "copies_barcode_key",
        "copies",
        ["barcode"],
        unique=True,
    )
    op.create_index(
        "copies_condition_idx",
        "copies",
        ["condition"],
    )
    op.create_index(
        "copies_book_id_idx",
        "copies",
        ["book_id"],
    )


def downgrade() -> None:
    op.drop_table("copies")
