# -*- coding: utf-8 -*-
"""The routes of members."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_member.member import Member
from admin_server.users.auth import Auth

member_api = api = AppBlueprint("member", __name__)


@api.GET("/members")
def list_members():
    """Answers a page of members.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, Member)

    def make_payload():
        documents, total_count = Member.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "members": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(Member, query.key(), make_payload)


@api.GET("/members/<member_id>")
def get_member(member_id):
    """Answers one member.

    :param member_id: its id
    :type member_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = Member.find(member_id)
        return {
            "member": document.for_json(),
            "status": "success",
        }

    return make_cached_response(Member, member_id, make_payload)


@api.POST("/members")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Member._json_schema)
def create_member():
    """Makes a member that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Member.create(g.payload)
    payload = {
        "member": document.for_json(),
        "message": "The member is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/members/<member_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Member.update_schema())
def update_member(member_id):
    """Changes what the body names of a member, and keeps the rest.

    :param member_id: its id
    :type member_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Member.find(member_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "member": document.for_json(),
        "message": "The member is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/members/<member_id>")
@Auth.auth
def delete_member(member_id):
    """Deletes a member.

    :param member_id: its id
    :type member_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = Member.find(member_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The member is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
