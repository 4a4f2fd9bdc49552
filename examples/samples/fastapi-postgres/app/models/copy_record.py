from datetime import date as LocalDate
from datetime import datetime as Instant
from uuid import UUID, uuid4

from sqlalchemy import Date, DateTime, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, now


class CopyRecord(Base):
    """One physical volume of a book."""

    __tablename__ = "copies"
    __table_args__ = (
        Index("copies_barcode_key", "barcode", unique=True),
        Index("copies_condition_idx", "condition"),
        Index("copies_book_id_idx", "book_id"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    barcode: Mapped[str] = mapped_column(String(20))
    """Digits under the bars of the sticker."""
    condition: Mapped[str | None] = mapped_column(String(255))
    """State at the last return."""
    acquired_on: Mapped[LocalDate] = mapped_column(Date)
    """Day on which it came to us."""
    book_id: Mapped[UUID] = mapped_column(
        Uuid,
        ForeignKey("books.id", name="copies_book_id_fkey", ondelete="CASCADE"),
    )
    """The title of which this is a copy."""
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
