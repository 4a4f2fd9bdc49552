"""The documents, in the order in which their migrations create the collections."""

from app.models import author
from app.models import genre
from app.models import book
from app.models import copy_record
from app.models import member
from app.models import loan
from app.models import reservation
from app.models.base import Collection
from app.models.author import Author
from app.models.genre import Genre
from app.models.book import Book
from app.models.copy_record import CopyRecord
from app.models.member import Member
from app.models.loan import Loan
from app.models.reservation import Reservation

COLLECTIONS: dict[str, Collection] = {
    "authors": author.COLLECTION,
    "genres": genre.COLLECTION,
    "books": book.COLLECTION,
    "copies": copy_record.COLLECTION,
    "members": member.COLLECTION,
    "loans": loan.COLLECTION,
    "reservations": reservation.COLLECTION,
}

__all__ = [
    "COLLECTIONS",
    "Collection",
    "Author",
    "Genre",
    "Book",
    "CopyRecord",
    "Member",
    "Loan",
    "Reservation",
]
