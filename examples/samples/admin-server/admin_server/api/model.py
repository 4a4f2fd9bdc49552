# -*- coding: utf-8 -*-
"""What the documents of every service can do."""

from flask import g
from mongoframes import Frame
from pymongo import DESCENDING, ReturnDocument
from pymongo.errors import DuplicateKeyError

from admin_server.api.errors import APIError
from admin_server.api.fields import Field
from admin_server.api.helpers import to_object_id
from admin_server.api.references import Deletion, check_references
from admin_server.users.auth import Auth
from admin_server.utils.cache import cache
from admin_server.utils.instants import format_instant, now
from admin_server.utils.validation import fill_defaults

AS_IT_COMES = Field()
NEWEST_FIRST = [("_id", DESCENDING)]


class Model(Frame):
    """A document of a collection; a service says what is in it."""

    # JSON Schema of the body that makes a document.
    _json_schema = {}
    # How fields are kept that are not kept as they come.
    _types = {}
    # The texts that a search looks into.
    _searched = ()
    # Where the id of the creator is kept.
    _owner_field = "user_id"
    # Whether created_at and updated_at are kept.
    _has_timestamps = True
    # Whether only the creator can see a document.
    _is_private = False
    # Whether deleted documents are kept, invisible.
    _is_soft_deleted = False
    # Whether a list can be asked for the documents of one status.
    _has_status = False

    @staticmethod
    def models():
        """The models of all services.

        :rtype: list
        """
        return Model.__subclasses__()

    @classmethod
    def get_collection(cls):
        """Where the documents are; a collection may have the name of a method of the database.

        :rtype: pymongo.collection.Collection
        """
        return cls.get_db()[cls._collection]

    @classmethod
    def name(cls):
        """What one document is called in messages.

        :rtype: str
        """
        return cls._json_schema["title"].partition(":")[0]

    @classmethod
    def update_schema(cls):
        """The schema of the body that changes a document: every property may be left out.

        :rtype: dict
        """
        return {**cls._json_schema, "title": "{}:Update".format(cls.name()), "required": []}

    @classmethod
    def visible(cls, *conditions):
        """A filter for what the caller can see.

        :param conditions: what else has to hold
        :type conditions: dict
        :rtype: dict
        """
        parts = [condition for condition in conditions if condition]
        if cls._is_soft_deleted:
            parts.append({"deleted_at": None})
        if cls._is_private and g.user_role != Auth.ADMIN:
            parts.append({cls._owner_field: g.user_id})
        return {"$and": parts} if parts else {}

    @classmethod
    def find(cls, text):
        """Gives the document with an id.

        :param text: the id, as a path has it
        :type text: str
        :rtype: Model
        :raises APIError.BadRequestError: if the text is no id
        :raises APIError.NotFoundError: if there is no such document
        :raises APIError.ForbiddenError: if only somebody else can see it
        """
        object_id = to_object_id(text)
        if object_id is None:
            message = "The id of a {} has 24 hexadecimal digits in lower case.".format(cls.name())
            raise APIError.BadRequestError(message)
        document = cls.one({"_id": object_id})
        if document is None or document.get("deleted_at"):
            raise APIError.NotFoundError("There is no {} with this id.".format(cls.name()))
        if cls._is_private:
            document.check_owner()
        return document

    @classmethod
    def page(cls, query):
        """Gives a page of the documents that the caller can see, newest first.

        :type query: admin_server.api.query.ListQuery
        :return: the documents of the page, and how many all pages have
        :rtype: tuple
        """
        visible = cls.visible(*query.conditions(cls))
        skipped = (query.page - 1) * query.limit
        documents = cls.many(visible, sort=NEWEST_FIRST, skip=skipped, limit=query.limit)
        return documents, cls.get_collection().count_documents(visible)

    @classmethod
    def create(cls, payload):
        """Makes a document that belongs to the caller.

        :param payload: a body that the schema allows
        :type payload: dict
        :rtype: Model
        :raises APIError.ConflictError: if a value is taken or a reference leads nowhere
        """
        values, _ = cls.load(fill_defaults(cls._json_schema, payload))
        values[cls._owner_field] = g.user_id
        if cls._has_timestamps:
            values["created_at"] = values["updated_at"] = now()
        check_references(cls, values)
        document = cls(values)
        try:
            document.insert()
        except DuplicateKeyError as error:
            raise cls.conflict(error) from error
        try:
            # What was there before may have been deleted meanwhile.
            check_references(cls, values)
        except APIError.ConflictError:
            document.delete()
            raise
        finally:
            cache.invalidate(cls._collection)
        return document

    def change(self, payload):
        """Changes what a body names, and keeps the rest.

        :param payload: a body that the update schema allows
        :type payload: dict
        :raises APIError.NotFoundError: if the document was deleted meanwhile
        :raises APIError.ConflictError: if a value is taken or a reference leads nowhere
        """
        properties = self._json_schema["properties"]
        for name, value in payload.items():
            if value is None:
                payload[name] = properties[name].get("default")
            else:
                fill_defaults(properties[name], value)
        values, absent = self.load(payload)
        check_references(type(self), values)
        former = {name: self._document.get(name) for name in payload}
        if self._has_timestamps:
            values["updated_at"] = now()
        self.write(values, absent)
        try:
            check_references(type(self), values)
        except APIError.ConflictError:
            kept = {name: value for name, value in former.items() if value is not None}
            self.write(kept, former.keys() - kept.keys())
            raise

    def write(self, values, absent):
        """Writes some fields in one step.

        :param values: the fields to set
        :type values: dict
        :param absent: the names of the fields to remove
        :type absent: collections.abc.Iterable
        :raises APIError.NotFoundError: if the document was deleted meanwhile
        :raises APIError.ConflictError: if a value is taken
        """
        update = {}
        if values:
            update["$set"] = values
        if absent:
            update["$unset"] = dict.fromkeys(absent, True)
        if not update:
            return
        try:
            document = self.get_collection().find_one_and_update(
                {"_id": self._id, "deleted_at": None},
                update,
                return_document=ReturnDocument.AFTER,
            )
        except DuplicateKeyError as error:
            raise self.conflict(error) from error
        finally:
            cache.invalidate(self._collection)
        if document is None:
            raise APIError.NotFoundError("There is no {} with this id.".format(self.name()))
        self._document = document

    def remove(self):
        """Deletes the document, and does with what refers to it as the service says.

        :raises APIError.ConflictError: if something refers to it that must not lose it
        """
        Deletion(self).run()

    def check_owner(self):
        """Lets only the creator through, and administrators.

        :raises APIError.ForbiddenError: if the caller is neither
        """
        if g.user_role != Auth.ADMIN and self._document.get(self._owner_field) != g.user_id:
            raise APIError.ForbiddenError("This {} is not yours.".format(self.name()))

    def for_json(self):
        """Gives the document as the API answers it.

        :rtype: dict
        """
        row = {"id": str(self._id)}
        for name in self._json_schema["properties"]:
            field = self._types.get(name, AS_IT_COMES)
            value = self._document.get(name)
            row[name] = field.absent if value is None else field.dump(value)
        row[self._owner_field] = self._document.get(self._owner_field)
        if self._has_timestamps:
            row["created_at"] = format_instant(self._document["created_at"])
            row["updated_at"] = format_instant(self._document["updated_at"])
        return row

    @classmethod
    def load(cls, payload):
        """Reads a body.

        :param payload: a valid body
        :type payload: dict
        :return: the fields to set, and the names of those without a value
        :rtype: tuple
        """
        values = {}
        absent = []
        for name, value in payload.items():
            if value is None:
                absent.append(name)
            else:
                values[name] = cls._types.get(name, AS_IT_COMES).load(value)
        return values, absent

    @classmethod
    def conflict(cls, error):
        """Says which value another document has already.

        :type error: pymongo.errors.DuplicateKeyError
        :rtype: APIError.ConflictError
        """
        message = "Another {} has the same value in a property that must be unique.".format(
            cls.name()
        )
        names = (error.details or {}).get("keyPattern", {})
        for name in cls._json_schema["properties"]:
            if name in names:
                message = "Another {} has this {}.".format(cls.name(), name)
        return APIError.ConflictError(message)
