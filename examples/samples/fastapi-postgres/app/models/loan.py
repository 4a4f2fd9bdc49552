from datetime import date as LocalDate
from datetime import datetime as Instant
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import Date, DateTime, ForeignKey, Index, Numeric, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, now


class Loan(Base):
    """One copy in the hands of one member, now or once."""

    __tablename__ = "loans"
    __table_args__ = (
        Index("loans_lent_at_idx", "lent_at"),
        Index("loans_due_on_idx", "due_on"),
        Index("loans_copy_id_idx", "copy_id"),
        Index("loans_member_id_idx", "member_id"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    lent_at: Mapped[Instant] = mapped_column(DateTime(timezone=True))
    """Moment of the scan at the desk."""
    due_on: Mapped[LocalDate] = mapped_column(Date)
    """Last day without a fine."""
    returned_at: Mapped[Instant | None] = mapped_column(DateTime(timezone=True))
    """Empty while the loan is open."""
    fine: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    """Euro, settled or not."""
    copy_id: Mapped[UUID] = mapped_column(
        Uuid,
        ForeignKey("copies.id", name="loans_copy_id_fkey", ondelete="RESTRICT"),
    )
    """What was lent."""
    member_id: Mapped[UUID] = mapped_column(
        Uuid,
        ForeignKey("members.id", name="loans_member_id_fkey", ondelete="RESTRICT"),
    )
    """Who has it."""
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
