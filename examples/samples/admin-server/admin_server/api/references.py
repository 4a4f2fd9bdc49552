# -*- coding: utf-8 -*-
"""References between the documents of services: checked when written, followed when deleted.

MongoDB has no foreign keys. Whoever writes a reference looks for its document afterwards once
more; whoever deletes a document marks it before looking for references. So of two that race, at
least one sees the other.
"""

from admin_server.api.errors import APIError
from admin_server.api.fields import ReferenceField
from admin_server.utils.cache import cache
from admin_server.utils.instants import now

# A document that is about to be deleted has this field.
MARK = "_deleting"
UNMARKED = {MARK: None}


def references_of(model):
    """The fields of a model that hold references.

    :type model: type
    :rtype: dict
    """
    fields = model._types.items()
    return {name: field for name, field in fields if isinstance(field, ReferenceField)}


def check_references(model, values):
    """Makes sure that the documents are there that a document refers to.

    :param model: the model of the document
    :type model: type
    :param values: the fields of the document
    :type values: dict
    :raises APIError.ConflictError: if one is not, or is not the caller's to refer to
    """
    models = {each._collection: each for each in model.models()}
    for name, field in references_of(model).items():
        if values.get(name) is None:
            continue
        ids = values[name] if isinstance(values[name], list) else [values[name]]
        target = models[field.collection]
        visible = target.visible({"_id": {"$in": ids}}, UNMARKED)
        if target.get_collection().count_documents(visible) < len(ids):
            raise APIError.ConflictError("{} refers to nothing.".format(name))


class Deletion:
    """The deletion of a document, with all that goes with it.

    :param document: what to delete
    :type document: admin_server.api.model.Model
    """

    def __init__(self, document):
        self.models = document.models()
        # What goes, model by model, in the order in which it was found.
        self.ids = {type(document): [document._id]}

    def run(self):
        """Deletes, or changes nothing.

        :raises APIError.ConflictError: if something refers to a document that must not lose it
        """
        try:
            self.collect()
            self.check()
        except APIError.ConflictError:
            for model, ids in self.ids.items():
                update_all(model, {"_id": {"$in": ids}}, {"$unset": {MARK: True}})
            raise
        try:
            self.release()
            # What was found last refers to what was found first.
            for model, ids in reversed(self.ids.items()):
                delete_all(model, ids)
        finally:
            cache.invalidate(*(model._collection for model in self.models))

    def collect(self):
        """Marks the document and all that goes with it."""
        pending = [(model, list(ids)) for model, ids in self.ids.items()]
        while pending:
            model, ids = pending.pop()
            update_all(model, {"_id": {"$in": ids}}, {"$set": {MARK: True}})
            for source, name in self.referring(model, "cascade"):
                known = self.ids.setdefault(source, [])
                found = visible_ids(source, {name: {"$in": ids}, "_id": {"$nin": known}})
                known.extend(found)
                if found:
                    pending.append((source, found))

    def check(self):
        """Looks for documents that refer to what goes, and neither go nor let it go.

        :raises APIError.ConflictError: if there is one
        """
        for model, ids in self.ids.items():
            for source, name in self.referring(model, "restrict"):
                going = self.ids.get(source, [])
                if visible_ids(source, {name: {"$in": ids}, "_id": {"$nin": going}}):
                    message = "A {} refers to it by {}.".format(source.name(), name)
                    raise APIError.ConflictError(message)

    def release(self):
        """Takes the references away that may be lost."""
        for model, ids in self.ids.items():
            for source, name in self.referring(model, "set_null"):
                update_all(source, {name: {"$in": ids}}, {"$unset": {name: True}})
            for source, name in self.referring(model, "pull"):
                update_all(source, {name: {"$in": ids}}, {"$pull": {name: {"$in": ids}}})

    def referring(self, model, on_delete):
        """The references to a model that want something of a deletion.

        :param model: the model of what is deleted
        :type model: type
        :param on_delete: what they want
        :type on_delete: str
        :return: of each, the model that has it, and its name
        :rtype: list
        """
        return [
            (source, name)
            for source in self.models
            for name, field in references_of(source).items()
            if field.collection == model._collection and field.on_delete == on_delete
        ]


def update_all(model, condition, update):
    """Changes documents.

    :type model: type
    :param condition: which ones
    :type condition: dict
    :type update: dict
    """
    model.get_collection().update_many(condition, update)


def delete_all(model, ids):
    """Deletes documents, or hides them where a model keeps what is deleted.

    :type model: type
    :type ids: list
    """
    if not model._is_soft_deleted:
        model.get_collection().delete_many({"_id": {"$in": ids}})
        return
    for object_id in ids:
        # The indexes of unique values hold this id too, which sets the values free.
        hidden = {"deleted_at": now(), "deleted_id": object_id}
        update_all(model, {"_id": object_id}, {"$set": hidden, "$unset": {MARK: True}})


def visible_ids(model, condition):
    """The ids of documents that are not deleted, whoever they belong to.

    :type model: type
    :type condition: dict
    :rtype: list
    """
    found = model.get_collection().find({**condition, "deleted_at": None}, {"_id": True})
    return [document["_id"] for document in found]
