# -*- coding: utf-8 -*-
"""The routes of copies."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_copy_record.copy_record import CopyRecord
from admin_server.users.auth import Auth

copy_record_api = api = AppBlueprint("copy_record", __name__)


@api.GET("/copies")
def list_copies():
    """Answers a page of copies.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, CopyRecord)

    def make_payload():
        documents, total_count = CopyRecord.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "copies": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(CopyRecord, query.key(), make_payload)


@api.GET("/copies/<copy_record_id>")
def get_copy_record(copy_record_id):
    """Answers one copy.

    :param copy_record_id: its id
    :type copy_record_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = CopyRecord.find(copy_record_id)
        return {
            "copy_record": document.for_json(),
            "status": "success",
        }

    return make_cached_response(CopyRecord, copy_record_id, make_payload)


@api.POST("/copies")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(CopyRecord._json_schema)
def create_copy_record():
    """Makes a copy that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = CopyRecord.create(g.payload)
    payload = {
        "copy_record": document.for_json(),
        "message": "The copy is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/copies/<copy_record_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(CopyRecord.update_schema())
def update_copy_record(copy_record_id):
    """Changes what the body names of a copy, and keeps the rest.

    :param copy_record_id: its id
    :type copy_record_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = CopyRecord.find(copy_record_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "copy_record": document.for_json(),
        "message": "The copy is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/copies/<copy_record_id>")
@Auth.auth
def delete_copy_record(copy_record_id):
    """Deletes a copy.

    :param copy_record_id: its id
    :type copy_record_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = CopyRecord.find(copy_record_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The copy is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
