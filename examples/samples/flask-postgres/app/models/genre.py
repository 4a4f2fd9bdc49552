from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Genre(Base):
    """A shelf mark. Genres form a tree."""

    __tablename__ = "genres"
    __table_args__ = (
        Index("genres_name_key", "name", unique=True),
        Index("genres_parent_id_idx", "parent_id"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    """Name on the shelf."""
    parent_id: Mapped[int | None] = mapped_column(
        Integer,
        ForeignKey("genres.id", name="genres_parent_id_fkey", ondelete="RESTRICT"),
    )
    """The wider genre; none at the top of the tree."""
