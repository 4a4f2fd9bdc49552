"""The queries of each collection."""

from app.repositories.base import Page, Repository
from app.repositories.author import AuthorRepository
from app.repositories.genre import GenreRepository
from app.repositories.book import BookRepository
from app.repositories.copy_record import CopyRecordRepository
from app.repositories.member import MemberRepository
from app.repositories.loan import LoanRepository
from app.repositories.reservation import ReservationRepository

__all__ = [
    "Page",
    "Repository",
    "AuthorRepository",
    "GenreRepository",
    "BookRepository",
    "CopyRecordRepository",
    "MemberRepository",
    "LoanRepository",
    "ReservationRepository",
]
