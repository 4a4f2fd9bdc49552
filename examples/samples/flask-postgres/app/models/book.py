from datetime import date as LocalDate
from datetime import datetime as Instant
from uuid import UUID, uuid4

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, linked_ids, now

books_authors = Table(
    "books_authors",
    Base.metadata,
    Column(
        "book_id",
        Uuid,
        ForeignKey("books.id", name="books_authors_book_id_fkey", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column(
        "author_id",
        Uuid,
        ForeignKey("authors.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Index("books_authors_author_id_idx", "author_id"),
)


class Book(Base):
    """A title, whatever the number of copies we hold of it."""

    __tablename__ = "books"
    __table_args__ = (
        Index("books_isbn_key", "isbn", unique=True),
        Index("books_title_idx", "title"),
        Index("books_published_on_idx", "published_on"),
        Index("books_language_idx", "language"),
        Index("books_genre_id_idx", "genre_id"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    author_ids: Mapped[list[UUID]] = linked_ids(
        id,
        books_authors.c.book_id,
        books_authors.c.author_id,
    )
    """Everyone named on the title page."""
    isbn: Mapped[str] = mapped_column(String(13))
    """ISBN-13 without hyphens."""
    title: Mapped[str] = mapped_column(String(250))
    """Title as on the title page."""
    summary: Mapped[str | None] = mapped_column(Text)
    """What it is about, without the ending."""
    published_on: Mapped[LocalDate | None] = mapped_column(Date)
    """Date of this edition."""
    pages: Mapped[int | None] = mapped_column(Integer)
    """Number of the last printed page."""
    language: Mapped[str] = mapped_column(String(2))
    """ISO 639-1 code."""
    genre_id: Mapped[int] = mapped_column(
        Integer,
        ForeignKey("genres.id", name="books_genre_id_fkey", ondelete="RESTRICT"),
    )
    """Where it stands."""
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
