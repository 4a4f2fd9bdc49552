"""The tables, in the order in which their migrations create them."""

from app.models.base import Base
from app.models.author import Author
from app.models.genre import Genre
from app.models.book import Book
from app.models.copy_record import CopyRecord
from app.models.member import Member
from app.models.loan import Loan
from app.models.reservation import Reservation

__all__ = [
    "Base",
    "Author",
    "Genre",
    "Book",
    "CopyRecord",
    "Member",
    "Loan",
    "Reservation",
]
