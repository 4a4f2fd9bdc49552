"""How the schema came about, in the order in which it did."""

from types import ModuleType

from migrations import create_authors
from migrations import create_genres
from migrations import create_books
from migrations import create_copies
from migrations import create_members
from migrations import create_loans
from migrations import create_reservations

# New ones come last. One that has run somewhere is never changed.
MIGRATIONS: list[ModuleType] = [
    create_authors,
    create_genres,
    create_books,
    create_copies,
    create_members,
    create_loans,
    create_reservations,
]
