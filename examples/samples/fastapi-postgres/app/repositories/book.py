"""Queries of books."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import inspect

from app.core.links import write_links
from app.models import Book
from app.models import book as tables
from app.repositories.base import Repository


class BookRepository(Repository[Book]):
    """All books."""

    model = Book
    join_tables: ClassVar = {
        "author_ids": tables.books_authors,
    }

    async def save_with_links(
        self,
        row: Book,
        links: Mapping[str, list[Any]],
    ) -> None:
        """Writes a row, and which rows it is linked with."""
        is_new = inspect(row).transient
        await self.save(row)
        for name, ids in links.items():
            table = self.join_tables[name]
            await self.session.run_sync(write_links, row, name, table, ids, is_new=is_new)
