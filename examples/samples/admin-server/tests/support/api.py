# -*- coding: utf-8 -*-
"""A client of the application for tests."""

from bson import ObjectId

from admin_server.api.fields import ReferenceListField
from admin_server.api.model import Model
from admin_server.examples import OWNER, example_id
from admin_server.users.auth import Auth

SECRET_KEY = "for-tests-only-0123456789-0123456789"
# The examples that every test starts with.
FIRST = example_id(1)
SECOND = example_id(2)
NOBODY = example_id(99)


class Api:
    """Calls an application as one user, or as nobody."""

    def __init__(self, app, user_id=OWNER, role=Auth.USER):
        self.app = app
        self.token = user_id and Auth.make_token(SECRET_KEY, user_id, role)

    def as_user(self, user_id, role=Auth.USER):
        """The same application, called by somebody else; by nobody where there is no id."""
        return Api(self.app, user_id, role)

    def call(self, method, path, **options):
        """Sends a request."""
        headers = dict(options.pop("headers", {}))
        if self.token:
            headers.setdefault("Authorization", "Bearer {}".format(self.token))
        return self.app.test_client().open(path, method=method, headers=headers, **options)

    def get(self, path):
        """Reads."""
        return self.call("GET", path)

    def post(self, path, body):
        """Makes."""
        return self.call("POST", path, json=body)

    def put(self, path, body):
        """Changes."""
        return self.call("PUT", path, json=body)

    def delete(self, path):
        """Deletes."""
        return self.call("DELETE", path)


def expect_error(answer, status_code, error):
    """Asserts that an answer is an error in the format of all errors."""
    assert answer.status_code == status_code, answer.text
    assert answer.mimetype == "application/json"
    body = answer.json
    assert sorted(body) == ["error", "message", "status", "status_code"]
    assert body["status"] == "failed"
    assert body["error"] == error
    assert body["status_code"] == status_code
    assert body["message"]


def keep_only(model, name):
    """Leaves the first document of a model, and the second of those that it refers to by a name."""
    field = model._types[name]
    for each in Model.models():
        kept = [ObjectId(FIRST)] if each is model else []
        kept += [ObjectId(SECOND)] if each._collection == field.collection else []
        each.get_collection().delete_many({"_id": {"$nin": kept}})
    reference = field.load([SECOND] if isinstance(field, ReferenceListField) else SECOND)
    model.get_collection().update_one({"_id": ObjectId(FIRST)}, {"$set": {name: reference}})
