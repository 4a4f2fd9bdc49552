# -*- coding: utf-8 -*-
"""What a deletion does to the documents of other services, and who wins a race with it."""

import pytest
from flask import g

from admin_server.api import fields
from admin_server.api.errors import APIError
from admin_server.api.model import Model
from admin_server.users.auth import Auth


@pytest.fixture
def models(app):
    """Shelves hold boxes, boxes hold things, and each rule of a deletion is there once."""

    class Shelf(Model):
        """Goes with nothing."""

        _collection = "test_shelves"
        _fields = {"name", "user_id"}
        _json_schema = {"title": "Shelf:Create", "properties": {"name": {}}}
        _has_timestamps = False

    class Box(Model):
        """Goes with its shelf, and is kept invisible."""

        _collection = "test_boxes"
        _fields = {"shelf_id", "user_id", "deleted_at"}
        _json_schema = {"title": "Box:Create", "properties": {"shelf_id": {}}}
        _types = {"shelf_id": fields.ReferenceField("test_shelves", on_delete="cascade")}
        _has_timestamps = False
        _is_soft_deleted = True

    class Thing(Model):
        """Refers to boxes in every other way."""

        _collection = "test_things"
        _fields = {"kept_in_id", "seen_in_id", "box_ids", "user_id"}
        _json_schema = {
            "title": "Thing:Create",
            "properties": {"kept_in_id": {}, "seen_in_id": {}, "box_ids": {}},
        }
        _types = {
            "kept_in_id": fields.ReferenceField("test_boxes", on_delete="restrict"),
            "seen_in_id": fields.ReferenceField("test_boxes", on_delete="set_null"),
            "box_ids": fields.ReferenceListField("test_boxes"),
        }
        _has_timestamps = False

    with app.test_request_context():
        g.user_id, g.user_role = "ada", Auth.USER
        yield Shelf, Box, Thing
    for model in (Shelf, Box, Thing):
        model.get_collection().drop()


def test_what_refers_to_it_goes_or_lets_go(models):
    shelf_model, box_model, thing_model = models
    shelf = shelf_model.create({})
    box = box_model.create({"shelf_id": str(shelf._id)})
    thing = thing_model.create({"seen_in_id": str(box._id), "box_ids": [str(box._id)]})

    shelf.remove()

    assert shelf_model.by_id(shelf._id) is None
    assert box_model.by_id(box._id).deleted_at is not None
    row = thing_model.by_id(thing._id).for_json()
    assert (row["seen_in_id"], row["box_ids"]) == (None, [])


def test_where_one_must_not_lose_it_nothing_goes(models):
    shelf_model, box_model, thing_model = models
    shelf = shelf_model.create({})
    box = box_model.create({"shelf_id": str(shelf._id)})
    thing = thing_model.create({"kept_in_id": str(box._id)})

    with pytest.raises(APIError.ConflictError, match="kept_in_id"):
        shelf.remove()

    assert box_model.by_id(box._id).deleted_at is None
    # The refusal leaves nothing behind: both can be referred to as before.
    thing.change({"seen_in_id": str(box._id)})
    box_model.create({"shelf_id": str(shelf._id)})


def test_a_new_reference_gives_way_to_a_deletion(models, monkeypatch):
    shelf_model, box_model, _ = models
    shelf = shelf_model.create({})
    insert = box_model.insert

    def insert_while_somebody_deletes(document):
        insert(document)
        shelf_model.get_collection().update_one({"_id": shelf._id}, {"$set": {"_deleting": True}})

    monkeypatch.setattr(box_model, "insert", insert_while_somebody_deletes)

    with pytest.raises(APIError.ConflictError):
        box_model.create({"shelf_id": str(shelf._id)})

    assert box_model.get_collection().count_documents({}) == 0


def test_a_changed_reference_gives_way_to_a_deletion(models, monkeypatch):
    shelf_model, box_model, _ = models
    first, second = shelf_model.create({}), shelf_model.create({})
    box = box_model.create({"shelf_id": str(first._id)})
    write = box_model.write

    def write_while_somebody_deletes(document, values, absent):
        write(document, values, absent)
        shelf_model.get_collection().update_one({"_id": second._id}, {"$set": {"_deleting": True}})

    monkeypatch.setattr(box_model, "write", write_while_somebody_deletes)

    with pytest.raises(APIError.ConflictError):
        box.change({"shelf_id": str(second._id)})

    assert box_model.by_id(box._id).shelf_id == first._id


def test_a_document_that_is_gone_is_not_changed(models):
    shelf_model, box_model, _ = models
    shelf = shelf_model.create({"name": "a"})
    box = box_model.create({"shelf_id": str(shelf._id)})
    box.remove()
    shelf.remove()

    with pytest.raises(APIError.NotFoundError):
        shelf.change({"name": "b"})
    with pytest.raises(APIError.NotFoundError):
        box.change({"shelf_id": None})
