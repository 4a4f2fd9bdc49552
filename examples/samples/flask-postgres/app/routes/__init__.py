"""The API, a blueprint for each resource."""

from app.routes import (
    authors,
    books,
    copies,
    genres,
    loans,
    members,
    reservations,
)

BLUEPRINTS = [
    authors.blueprint,
    genres.blueprint,
    books.blueprint,
    copies.blueprint,
    members.blueprint,
    loans.blueprint,
    reservations.blueprint,
]
