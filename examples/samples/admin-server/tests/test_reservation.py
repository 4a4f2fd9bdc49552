# -*- coding: utf-8 -*-
"""The routes of reservations."""

import pytest
from bson import ObjectId

from admin_server.app_reservation.reservation_examples import EXAMPLES, MODEL
from tests.support.api import FIRST, NOBODY, SECOND, expect_error, keep_only

ROWS = "reservations"
ROW = "reservation"
PATH = "/reservations"


@pytest.fixture
def body(app):
    """A body that makes a document: the second example, in place of the one that is there."""
    MODEL.get_collection().delete_one({"_id": ObjectId(SECOND)})
    return dict(EXAMPLES[1])


def test_list_answers_a_page(api):
    answer = api.get(PATH)

    assert answer.status_code == 200
    assert answer.json["status"] == "success"
    assert [document["id"] for document in answer.json[ROWS]] == [SECOND, FIRST]
    assert answer.json["pagination"] == {
        "page": 1,
        "limit": 20,
        "total_count": 2,
        "total_pages": 1,
        "has_next": False,
        "has_prev": False,
    }


def test_list_answers_the_page_that_is_asked_for(api):
    answer = api.get(PATH + "?page=2&limit=1")

    assert [document["id"] for document in answer.json[ROWS]] == [FIRST]
    assert answer.json["pagination"] == {
        "page": 2,
        "limit": 1,
        "total_count": 2,
        "total_pages": 2,
        "has_next": False,
        "has_prev": True,
    }


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=one",
        "page=1000001",
        "limit=101",
        "page=1&page=2",
        "limit[$gt]=1",
        "search=%00",
        "search=" + 201 * "a",
        "not_known=1",
    ],
)
def test_list_refuses_a_malformed_query(api, query):
    expect_error(api.get("{}?{}".format(PATH, query)), 400, "BadRequestError")


def test_get_answers_a_document(api):
    answer = api.get("{}/{}".format(PATH, FIRST))

    assert answer.status_code == 200
    assert answer.json["status"] == "success"
    assert answer.json[ROW]["id"] == FIRST


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_an_id_is_malformed_or_unknown(api, method):
    options = {"json": {}} if method == "PUT" else {}

    for malformed in ("1", FIRST.replace("0", "g"), FIRST + "0", "[$ne]"):
        answer = api.call(method, "{}/{}".format(PATH, malformed), **options)
        expect_error(answer, 400, "BadRequestError")
    answer = api.call(method, "{}/{}".format(PATH, NOBODY), **options)
    expect_error(answer, 404, "NotFoundError")


def test_create(api, body):
    answer = api.post(PATH, body)

    assert answer.status_code == 201
    assert answer.json["message"]
    document = answer.json[ROW]
    assert document["user_id"] == "developer"
    assert document == {**document, **body}
    assert api.get("{}/{}".format(PATH, document["id"])).json[ROW] == document


@pytest.mark.parametrize("name", ["id", "_id", "user_id", "created_at", "not_known", "__proto__"])
def test_create_takes_no_other_property(api, body, name):
    expect_error(api.post(PATH, {**body, name: "x"}), 400, "BadRequestError")


def test_create_takes_no_operator(api, body):
    for name in body:
        answer = api.post(PATH, {**body, name: {"$gt": ""}})
        expect_error(answer, 400, "BadRequestError")


def test_create_needs_what_is_required(api, body):
    name = "expiresOn"
    del body[name]

    answer = api.post(PATH, body)

    expect_error(answer, 400, "BadRequestError")
    assert name in answer.json["message"]


def test_update_keeps_what_it_does_not_name(api):
    path = "{}/{}".format(PATH, FIRST)
    before = api.get(path).json[ROW]

    answer = api.put(path, {})

    assert answer.status_code == 200
    assert answer.json["message"]
    assert answer.json[ROW] == {**before, "updated_at": answer.json[ROW]["updated_at"]}
    assert api.get(path).json[ROW] == answer.json[ROW]


def test_update_changes_what_it_names(api, body):
    path = "{}/{}".format(PATH, FIRST)

    answer = api.put(path, body)

    assert answer.status_code == 200
    assert answer.json[ROW] == {**answer.json[ROW], **body}
    assert api.get(path).json[ROW] == answer.json[ROW]


def test_delete(api, body):
    path = "{}/{}".format(PATH, api.post(PATH, body).json[ROW]["id"])

    answer = api.delete(path)

    assert answer.status_code == 200
    assert answer.json["message"]
    expect_error(api.get(path), 404, "NotFoundError")
    expect_error(api.delete(path), 404, "NotFoundError")


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        (
            "book_id",
            NOBODY,
        ),
        (
            "member_id",
            NOBODY,
        ),
        (
            "filledBy_id",
            NOBODY,
        ),
    ],
)
def test_a_reference_leads_to_a_document(api, body, name, nothing):
    path = "{}/{}".format(PATH, FIRST)
    before = api.get(path).json[ROW]

    expect_error(api.post(PATH, {**body, name: nothing}), 409, "ConflictError")
    expect_error(api.put(path, {name: nothing}), 409, "ConflictError")
    assert api.get(path).json[ROW] == before


@pytest.mark.parametrize(
    ("name", "target", "on_delete"),
    [
        (
            "book_id",
            "/books",
            "cascade",
        ),
        (
            "member_id",
            "/members",
            "cascade",
        ),
        (
            "filledBy_id",
            "/copies",
            "setNull",
        ),
    ],
)
def test_delete_of_what_a_document_refers_to(api, name, target, on_delete):
    keep_only(MODEL, name)
    path = "{}/{}".format(PATH, FIRST)
    admin = api.as_user("root", "admin")

    deletion = admin.delete("{}/{}".format(target, SECOND))
    after = admin.get(path)

    assert deletion.status_code == (409 if on_delete == "restrict" else 200)
    if on_delete == "cascade":
        expect_error(after, 404, "NotFoundError")
    else:
        kept = {"restrict": SECOND, "setNull": None, "pull": []}
        assert after.json[ROW][name] == kept[on_delete]


def test_writing_needs_a_token(api, body):
    nobody = api.as_user(None)
    path = "{}/{}".format(PATH, FIRST)

    for answer in (nobody.post(PATH, body), nobody.put(path, {}), nobody.delete(path)):
        expect_error(answer, 401, "UnauthorizedError")


def test_only_the_owner_and_an_administrator_may_write(api, body):
    path = "{}/{}".format(PATH, api.post(PATH, body).json[ROW]["id"])
    other = api.as_user("somebody-else")
    admin = api.as_user("root", "admin")

    for answer in (other.put(path, {}), other.delete(path)):
        expect_error(answer, 403, "ForbiddenError")
    assert admin.put(path, {}).status_code == 200
    assert admin.delete(path).status_code == 200


def test_bodies_are_json(api):
    path = "{}/{}".format(PATH, FIRST)

    for method, target in (("POST", PATH), ("PUT", path)):
        expect_error(
            api.call(method, target, data="a=b", content_type="application/x-www-form-urlencoded"),
            415,
            "UnsupportedMediaTypeError",
        )
        for malformed in ("", "{", "[]", "null", '"text"', '{"a": NaN}'):
            answer = api.call(method, target, data=malformed, content_type="application/json")
            expect_error(answer, 400, "BadRequestError")


def test_reads_are_never_older_than_writes(cached_api):
    path = "{}/{}".format(PATH, FIRST)
    admin = cached_api.as_user("root", "admin")
    document = admin.get(path).json[ROW]
    assert admin.get(path).json[ROW] == document

    changed = admin.put(path, {}).json[ROW]

    assert admin.get(path).json[ROW] == changed
    assert changed in admin.get(PATH).json[ROWS]
