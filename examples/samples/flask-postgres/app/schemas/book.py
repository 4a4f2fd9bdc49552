"""What requests for books may hold, and what answers show."""

from __future__ import annotations

from app.core.wire import instant_text
from app.fields import book as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class BookCreate(BodySchema):
    """A whole book, to create one or to replace one."""

    isbn = Input(fields.ISBN.load, required=True)
    title = Input(fields.TITLE.load, required=True)
    summary = Input(fields.SUMMARY.load, load_default=None, null=None)
    published_on = Input(
        fields.PUBLISHED_ON.load,
        load_default=None,
        null=None,
        data_key="publishedOn",
    )
    pages = Input(fields.PAGES.load, load_default=None, null=None)
    language = Input(fields.LANGUAGE.load, load_default=fields.DEFAULTS["language"])
    author_ids = Input(fields.AUTHOR_IDS.load, load_default=())
    genre_id = Input(fields.GENRE_ID.load, required=True)


class BookUpdate(BodySchema):
    """What can be changed of a book, each on its own."""

    isbn = Input(fields.ISBN.patch)
    title = Input(fields.TITLE.patch)
    summary = Input(fields.SUMMARY.patch, null=None)
    published_on = Input(fields.PUBLISHED_ON.patch, null=None, data_key="publishedOn")
    pages = Input(fields.PAGES.patch, null=None)
    language = Input(fields.LANGUAGE.patch)
    author_ids = Input(fields.AUTHOR_IDS.patch)
    genre_id = Input(fields.GENRE_ID.patch)


class BookRead(ReadSchema):
    """A book as it is answered."""

    id = Output(fields.ID.dump)
    isbn = Output(fields.ISBN.dump)
    title = Output(fields.TITLE.dump)
    summary = Output(fields.SUMMARY.dump)
    published_on = Output(fields.PUBLISHED_ON.dump, data_key="publishedOn")
    pages = Output(fields.PAGES.dump)
    language = Output(fields.LANGUAGE.dump)
    author_ids = Output(fields.AUTHOR_IDS.dump)
    genre_id = Output(fields.GENRE_ID.dump)
    created_at = Output(instant_text)
    updated_at = Output(instant_text)


CREATE = BookCreate()
UPDATE = BookUpdate()
READ = BookRead()
