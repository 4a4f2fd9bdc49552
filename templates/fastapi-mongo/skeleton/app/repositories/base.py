{% set ids = model.entities | groupby("id") %}
"""The queries that every collection needs."""

import asyncio
{% if model.hasRelations %}
from collections.abc import Iterable, Mapping, Sequence
{% else %}
from collections.abc import Mapping, Sequence
{% endif %}
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar
{% if ids.uuid %}
from uuid import uuid4
{% endif %}

{% if ids.objectId %}
from bson import ObjectId
{% endif %}
from pymongo import ReturnDocument
from pymongo.asynchronous.collection import AsyncCollection

from app.core.database_errors import Overtaken
from app.core.list_query import ListQuery
{% if model.hasRelations %}
from app.core.references import reference_conflict
{% endif %}
from app.database import Session
{% if model.hasRelations or model.hasSoftDelete %}
from app.models.base import (
{% if model.hasSoftDelete %}
    DELETED_AT,
{% if not model.hasRelations %}
    HIDDEN,
{% endif %}
{% endif %}
{% if model.hasRelations %}
    REFERRED,
{% endif %}
    VERSION,
    Collection,
    now,
{% if model.hasRelations %}
    unless_being_deleted,
{% endif %}
)
{% else %}
from app.models.base import VERSION, Collection, now
{% endif %}
{% if model.hasRelations %}
from app.repositories.deletion import Deletion
{% endif %}

{% if ids.integer %}
COUNTERS = "counters"

{% endif %}
Row = TypeVar("Row", bound=Mapping[str, Any])


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some of the rows that a query finds, and the number of all."""

    items: Sequence[Row]
    page: int
    limit: int
    total: int


class Repository(Generic[Row]):
    """Reads and writes the rows of one collection; what is not visible does not exist."""

    model: ClassVar[Collection]

    def __init__(self, session: Session) -> None:
        self.session = session
        self.documents: AsyncCollection[Row] = session.collection(self.model.name)

    def visible(self) -> dict[str, Any]:
        """What is true of the rows that can be seen."""
{% if model.hasSoftDelete %}
        return {DELETED_AT: None} if self.model.hides_rows else {}
{% else %}
        return {}
{% endif %}

    async def page(self, query: ListQuery) -> Page[Row]:
        """One page of rows and the number of all."""
        conditions = [condition for condition in (self.visible(), *query.where) if condition]
        where = {"$and": conditions} if conditions else {}
        rows = self.documents.find(where, sort=query.order_by, skip=query.offset, limit=query.limit)
        items, total = await asyncio.gather(rows.to_list(), self.documents.count_documents(where))
        return Page(items, query.page, query.limit, total)

    async def get(self, row_id: Any) -> Row | None:
        """A row as it is now."""
{% if model.hasRelations %}
        return await self.documents.find_one(
            {"_id": row_id, **self.visible()}, session=self.session.transaction
        )
{% else %}
        return await self.documents.find_one({"_id": row_id, **self.visible()})
{% endif %}

    async def insert(self, values: Mapping[str, Any]) -> Row:
        """Keeps a new row; a value that is missing is no part of its document."""
        document = {"_id": ${{ 'await ' if ids.integer else '' }}self._make_id(), VERSION: 1}
        document.update((name, value) for name, value in values.items() if value is not None)
        if self.model.has_timestamps:
            document["created_at"] = document["updated_at"] = now()
        row: Any = document
        await self.documents.insert_one(row{% if model.hasRelations %}, session=self.session.transaction{% endif %})
        inserted: Row = row
        return inserted

    async def update(self, row: Row, values: Mapping[str, Any]) -> Row:
        """Changes a row, unless it is another by now than the one that was read."""
        condition = {
            "_id": row["_id"],
            VERSION: row[VERSION],
            **self.visible(),
{% if model.hasRelations %}
            **unless_being_deleted(),
{% endif %}
        }
        stamped = {**values, "updated_at": now()} if self.model.has_timestamps else values
        changed = await self.documents.find_one_and_update(
            condition,
            _changes(stamped),
            return_document=ReturnDocument.AFTER,
{% if model.hasRelations %}
            session=self.session.transaction,
{% endif %}
        )
        if changed is None:
            raise Overtaken
        return changed

{% if model.hasRelations %}
    async def delete(self, row: Row) -> None:
        """Deletes a row, and does to those that refer to it what their references say."""
        await Deletion(self.session).delete(self.model, row)

    async def remove(self, row: Row) -> None:
        """Takes back that a row was inserted."""
        await self.documents.delete_one({"_id": row["_id"]}, session=self.session.transaction)

    async def restore(self, row: Row, values: Mapping[str, Any], names: Iterable[str]) -> None:
        """Takes back that values were written to a row, while it still refers as they do."""
        condition = {name: values[name] for name in names if name in values}
        former = {name: row.get(name) for name in (*values, "updated_at")}
        await self.documents.update_one(
            {"_id": row["_id"], **condition}, _changes(former), session=self.session.transaction
        )

    async def require(self, name: str, ids: Sequence[Any]) -> None:
        """Makes sure that references lead to rows.

        :raises Problem: 409, where one leads to nothing that can be seen.
        """
        found = await self.documents.count_documents(
            {"_id": {"$in": ids}, **self.visible()}, session=self.session.transaction
        )
        if found < len(ids):
            raise reference_conflict(name)

    async def hold(self, name: str, ids: Sequence[Any]) -> None:
        """Makes sure that rows are there still, now that another one refers to them.

        A deletion either has seen that row or is seen here; in a transaction, both change
        the rows, and one of the two gives way.

        :raises Problem: 409, where one of them has gone.
        """
        held = await self.documents.update_many(
            {"_id": {"$in": ids}, **self.visible(), **unless_being_deleted()},
            {"$inc": {REFERRED: 1}},
            session=self.session.transaction,
        )
        if held.matched_count < len(ids):
            await self.require(name, ids)
            raise Overtaken

{% else %}
    async def delete(self, row: Row) -> None:
        """Deletes a row, unless it is another by now than the one that was read."""
        condition = {"_id": row["_id"], VERSION: row[VERSION]}
{% if model.hasSoftDelete %}
        if self.model.hides_rows:
            hiding = {"$set": {DELETED_AT: now(), HIDDEN: row["_id"]}, "$inc": {VERSION: 1}}
            found = (await self.documents.update_one(condition, hiding)).matched_count
        else:
            found = (await self.documents.delete_one(condition)).deleted_count
{% else %}
        found = (await self.documents.delete_one(condition)).deleted_count
{% endif %}
        if not found:
            raise Overtaken

{% endif %}
    ${{ 'async ' if ids.integer else '' }}def _make_id(self) -> Any:
{% if ids.uuid and ids.integer or ids.uuid and ids.objectId %}
        if self.model.id == "uuid":
            return uuid4()
{% elif ids.uuid %}
        return uuid4()
{% endif %}
{% if ids.objectId and ids.integer %}
        if self.model.id == "objectId":
            return ObjectId()
{% elif ids.objectId %}
        return ObjectId()
{% endif %}
{% if ids.integer %}
        # Outside of any transaction, as a sequence is: a number may be lost, but none waits.
        counter: Any = await self.session.collection(COUNTERS).find_one_and_update(
            {"_id": self.model.name},
            {"$inc": {"value": 1}},
            upsert=True,
            return_document=ReturnDocument.AFTER,
        )
        return counter["value"]
{% endif %}


def _changes(values: Mapping[str, Any]) -> dict[str, Any]:
    present = {name: value for name, value in values.items() if value is not None}
    absent = {name: "" for name, value in values.items() if value is None}
    changes: dict[str, Any] = {"$inc": {VERSION: 1}}
    if present:
        changes["$set"] = present
    if absent:
        changes["$unset"] = absent
    return changes
