from datetime import date as LocalDate
from datetime import datetime as Instant
from uuid import UUID, uuid4

from sqlalchemy import Date, DateTime, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, now


class Author(Base):
    """A person who wrote at least one of our books."""

    __tablename__ = "authors"
    __table_args__ = (
        Index(
            "authors_name_idx",
            "name",
        ),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(String(160))
    """Family name first, as on the spine: 'Le Guin, Ursula K.'"""
    born_on: Mapped[LocalDate | None] = mapped_column(Date)
    """Date of birth, where it is known."""
    website: Mapped[str | None] = mapped_column(String(2048))
    """Page of the author or of the estate."""
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
