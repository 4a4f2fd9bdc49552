"""Create books."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "books",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("isbn", sa.String(13), nullable=False),
        sa.Column("title", sa.String(250), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("genre_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["genre_id"],
            ["genres.id"],
            name="books_genre_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "books_isbn_key",
        "books",
        ["isbn"],
        unique=True,
    )
    op.create_index(
        "books_title_idx",
        "books",
        ["title"],
    )
    op.create_index(
        "books_published_on_idx",
        "books",
        ["published_on"],
    )
    op.create_index(
        "books_language_idx",
        "books",
        ["language"],
    )
    op.create_index(
        "books_genre_id_idx",
        "books",
        ["genre_id"],
    )
    op.create_table(
        "books_authors",
        sa.Column(
            "book_id",
            sa.Uuid(),
            nullable=False,
        ),
        sa.Column(
            "author_id",
            sa.Uuid(),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["book_id"],
            ["books.id"],
            name="books_authors_book_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["authors.id"],
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "book_id",
            "author_id",
        ),
    )
    op.create_index(
        "books_authors_author_id_idx",
        "books_authors",
        ["author_id"],
    )


def downgrade() -> None:
    op.drop_table("books_authors")
    op.drop_table("books")
