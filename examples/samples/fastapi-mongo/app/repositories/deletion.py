"""Deleting a row, and following what refers to it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from bson import ObjectId
from pymongo import UpdateOne

from app.core.database_errors import Overtaken
from app.core.problems import Problem, conflict
from app.database import Session
from app.models import COLLECTIONS, Collection
from app.models.base import (
    DELETED_AT,
    DELETION,
    HIDDEN,
    VERSION,
    OnDelete,
    now,
    unless_being_deleted,
)


def _references_to(target: str) -> list[tuple[str, str, OnDelete]]:
    """Collections and properties that refer to a collection, with what becomes of their rows."""
    return [
        (source.name, name, on_delete)
        for source in COLLECTIONS.values()
        for name, (referred, on_delete) in source.references.items()
        if referred == target
    ]


_REFERENCES = {name: _references_to(name) for name in COLLECTIONS}


def is_referred_to(collection: Collection) -> bool:
    """Whether a deletion has more to look at than the row itself."""
    return bool(_REFERENCES[collection.name])


class Deletion:
    """Deletes one row with all that goes with it.

    Rows are marked before anything is looked at: who comes to refer to one afterwards sees
    its mark, and who did so before is seen here.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.mark = ObjectId()
        self.doomed: defaultdict[str, dict[Any, bool]] = defaultdict(dict)
        """Ids by collection, and whether their rows go for good or are hidden."""

    async def delete(self, collection: Collection, row: Mapping[str, Any]) -> None:
        """Deletes a row, unless it is another by now than the one that was read.

        :raises Problem: 409, where a row that refers to it forbids this.
        """
        try:
            await self._doom(collection, {"_id": row["_id"], VERSION: row[VERSION]})
            if not self.doomed[collection.name]:
                raise Overtaken
            await self._check_restrictions()
        except Problem:
            await self._spare()
            raise
        await self._cut_references()
        for name in reversed(list(self.doomed)):
            await self._remove(name)

    async def _doom(self, collection: Collection, where: dict[str, Any]) -> None:
        """Marks the rows that go, each with those that go with it."""
        waiting = [(collection, where, not collection.hides_rows)]
        while waiting:
            target, where, is_final = waiting.pop()
            ids = await self._mark(target, where, is_final=is_final)
            for name, reference, on_delete in _REFERENCES[target.name]:
                if ids and on_delete == "cascade":
                    source = COLLECTIONS[name]
                    goes = is_final or not source.hides_rows
                    waiting.append((source, {reference: {"$in": ids}}, goes))

    async def _mark(
        self, collection: Collection, where: dict[str, Any], *, is_final: bool
    ) -> list[Any]:
        documents = self.session.collection(collection.name)
        doomed = self.doomed[collection.name]
        if not is_final:
            where = {**where, DELETED_AT: None}
        found = [
            row["_id"]
            async for row in documents.find(where, ["_id"], session=self.session.transaction)
        ]
        fresh = [row_id for row_id in found if row_id not in doomed]
        # A row that was only to be hidden goes for good where another way leads to that.
        firmer = [row_id for row_id in found if is_final and doomed.get(row_id) is False]
        marked = await documents.update_many(
            {**where, "_id": {"$in": fresh}, **unless_being_deleted()},
            {"$set": {DELETION: self.mark}},
            session=self.session.transaction,
        )
        if marked.matched_count < len(fresh):
            raise Overtaken
        doomed.update(dict.fromkeys(fresh + firmer, is_final))
        return fresh + firmer

    async def _spare(self) -> None:
        """Takes the marks away."""
        for name in self.doomed:
            await self.session.collection(name).update_many(
                {DELETION: self.mark},
                {"$unset": {DELETION: ""}},
                session=self.session.transaction,
            )

    async def _check_restrictions(self) -> None:
        restricting = [
            (target, source, reference)
            for target in list(self.doomed)
            for source, reference, on_delete in _REFERENCES[target]
            if on_delete == "restrict"
        ]
        for target, source, reference in restricting:
            for is_final in (True, False):
                await self._check_unreferenced(target, source, reference, is_final=is_final)

    async def _check_unreferenced(
        self, target: str, source: str, reference: str, *, is_final: bool
    ) -> None:
        """What is hidden forbids nothing but that a row goes for good; what goes too, nothing."""
        ids = [row_id for row_id, goes in self.doomed[target].items() if goes is is_final]
        leaving = [row_id for row_id, goes in self.doomed[source].items() if goes or not is_final]
        where: dict[str, Any] = {reference: {"$in": ids}, "_id": {"$nin": leaving}}
        if not is_final:
            where[DELETED_AT] = None
        documents = self.session.collection(source)
        if ids and await documents.find_one(where, ["_id"], session=self.session.transaction):
            raise conflict("Rows that refer to each other forbid this.")

    async def _cut_references(self) -> None:
        """Rows that stay lose what leads to those that go."""
        for target, rows in self.doomed.items():
            ids = list(rows)
            for source, reference, on_delete in _REFERENCES[target]:
                cuts: dict[str, dict[str, Any]] = {
                    "set_null": {"$unset": {reference: ""}},
                    "remove": {"$pull": {reference: {"$in": ids}}},
                }
                if on_delete in cuts:
                    await self.session.collection(source).update_many(
                        {reference: {"$in": ids}},
                        {**cuts[on_delete], "$inc": {VERSION: 1}},
                        session=self.session.transaction,
                    )

    async def _remove(self, name: str) -> None:
        documents = self.session.collection(name)
        final = [row_id for row_id, is_final in self.doomed[name].items() if is_final]
        await documents.delete_many(
            {"_id": {"$in": final}, DELETION: self.mark}, session=self.session.transaction
        )
        hidden_at = now()
        hidings = [
            UpdateOne(
                {"_id": row_id, DELETION: self.mark},
                {
                    "$set": {DELETED_AT: hidden_at, HIDDEN: row_id},
                    "$unset": {DELETION: ""},
                    "$inc": {VERSION: 1},
                },
            )
            for row_id, is_final in self.doomed[name].items()
            if not is_final
        ]
        if hidings:
            await documents.bulk_write(hidings, session=self.session.transaction)
