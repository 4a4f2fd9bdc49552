"""Create genres."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "genres",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["genres.id"],
            name="genres_parent_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "genres_name_key",
        "genres",
        ["name"],
        unique=True,
    )
    op.create_index(
        "genres_parent_id_idx",
        "genres",
        ["parent_id"],
    )


def downgrade() -> None:
    op.drop_table("genres")
