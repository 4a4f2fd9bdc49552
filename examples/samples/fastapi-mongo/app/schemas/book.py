"""What requests may say about books, and what answers say."""

from typing import Annotated, TypedDict

from bson import ObjectId
from pydantic import Field, PlainValidator

from app.core.wire import instant_text
from app.fields import book as fields
from app.fields.book import DEFAULTS
from app.models import Book
from app.schemas.base import LEFT_OUT, Schema

IsbnValue = Annotated[str, PlainValidator(fields.ISBN.load)]
TitleValue = Annotated[str, PlainValidator(fields.TITLE.load)]
SummaryValue = Annotated[str, PlainValidator(fields.SUMMARY.load)]
PublishedOnValue = Annotated[str, PlainValidator(fields.PUBLISHED_ON.load)]
PagesValue = Annotated[int, PlainValidator(fields.PAGES.load)]
LanguageValue = Annotated[str, PlainValidator(fields.LANGUAGE.load)]
AuthorsReference = Annotated[list[ObjectId], PlainValidator(fields.AUTHOR_IDS.load)]
GenreReference = Annotated[int, PlainValidator(fields.GENRE_ID.load)]


class BookCreate(Schema):
    """One book as POST and PUT take it."""

    isbn: IsbnValue
    title: TitleValue
    summary: SummaryValue | None = None
    published_on: PublishedOnValue | None = Field(default=None, alias="publishedOn")
    pages: PagesValue | None = None
    language: LanguageValue = DEFAULTS["language"]
    author_ids: AuthorsReference = Field(default=[])
    genre_id: GenreReference


class BookUpdate(Schema):
    """Changes of one book as PATCH takes them, each on its own."""

    isbn: IsbnValue = LEFT_OUT
    title: TitleValue = LEFT_OUT
    summary: SummaryValue | None = LEFT_OUT
    published_on: PublishedOnValue | None = Field(default=LEFT_OUT, alias="publishedOn")
    pages: PagesValue | None = LEFT_OUT
    language: LanguageValue = LEFT_OUT
    author_ids: AuthorsReference = LEFT_OUT
    genre_id: GenreReference = LEFT_OUT


class BookRead(TypedDict):
    """One book as answers show it."""

    id: ObjectId
    isbn: str
    title: str
    summary: str | None
    publishedOn: str | None
    pages: int | None
    language: str
    author_ids: list[ObjectId]
    genre_id: int
    created_at: str
    updated_at: str


def read_row(row: Book) -> BookRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "isbn": row["isbn"],
        "title": row["title"],
        "summary": row.get("summary"),
        "publishedOn": row.get("publishedOn"),
        "pages": row.get("pages"),
        "language": row["language"],
        "author_ids": row["author_ids"],
        "genre_id": row["genre_id"],
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
    }
