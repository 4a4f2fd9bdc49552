from datetime import date as LocalDate
from datetime import datetime as Instant
from uuid import UUID, uuid4

from sqlalchemy import Date, DateTime, ForeignKey, Index, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, now


class Reservation(Base):
    """A member's claim to the next copy of a book that comes back."""

    __tablename__ = "reservations"
    __table_args__ = (
        Index("reservations_expires_on_idx", "expires_on"),
        Index("reservations_book_id_idx", "book_id"),
        Index("reservations_member_id_idx", "member_id"),
        Index("reservations_filled_by_id_idx", "filled_by_id", unique=True),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    expires_on: Mapped[LocalDate] = mapped_column(Date)
    """The claim ends on this day."""
    book_id: Mapped[UUID] = mapped_column(
        Uuid,
        ForeignKey("books.id", name="reservations_book_id_fkey", ondelete="CASCADE"),
    )
    """The title that is waited for."""
    member_id: Mapped[UUID] = mapped_column(
        Uuid,
        ForeignKey("members.id", name="reservations_member_id_fkey", ondelete="CASCADE"),
    )
    """Who waits."""
    filled_by_id: Mapped[UUID | None] = mapped_column(
        Uuid,
        ForeignKey("copies.id", name="reservations_filled_by_id_fkey", ondelete="SET NULL"),
        info={"name": "filledBy_id"},
    )
    """The copy that is held at the desk."""
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
