"""The routes of each resource."""

from fastapi import APIRouter

from app.routes import authors
from app.routes import genres
from app.routes import books
from app.routes import copies
from app.routes import members
from app.routes import loans
from app.routes import reservations

ROUTERS: list[APIRouter] = [
    authors.router,
    genres.router,
    books.router,
    copies.router,
    members.router,
    loans.router,
    reservations.router,
]
