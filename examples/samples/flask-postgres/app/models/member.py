from datetime import datetime as Instant
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    String,
    Table,
    Uuid,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, linked_ids, now

members_favourites = Table(
    "members_favourites",
    Base.metadata,
    Column(
        "member_id",
        Uuid,
        ForeignKey("members.id", name="members_favourites_member_id_fkey", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column(
        "favourite_id",
        Uuid,
        ForeignKey("books.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Index("members_favourites_favourite_id_idx", "favourite_id"),
)


class Member(Base):
    """A holder of a library card."""

    __tablename__ = "members"
    __table_args__ = (
        Index(
            "members_card_number_key",
            "card_number",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(
            "members_email_key",
            "email",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    favourite_ids: Mapped[list[UUID]] = linked_ids(
        id,
        members_favourites.c.member_id,
        members_favourites.c.favourite_id,
    )
    """The member's own list."""
    card_number: Mapped[int] = mapped_column(
        BigInteger,
        info={"name": "cardNumber"},
    )
    """Ten digits on the card."""
    name: Mapped[str] = mapped_column(String(160))
    """Name as in the passport."""
    email: Mapped[str] = mapped_column(String(254))
    """Reminders go here."""
    receives_reminders: Mapped[bool | None] = mapped_column(Boolean)
    """Two days before a loan is due."""
    created_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[Instant] = mapped_column(DateTime(timezone=True), default=now)
    deleted_at: Mapped[Instant | None] = mapped_column(DateTime(timezone=True))
    """Set where the row is hidden from every answer."""
