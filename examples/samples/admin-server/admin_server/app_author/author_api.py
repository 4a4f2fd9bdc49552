# -*- coding: utf-8 -*-
"""The routes of authors."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_author.author import Author
from admin_server.users.auth import Auth

author_api = api = AppBlueprint("author", __name__)


@api.GET("/authors")
def list_authors():
    """Answers a page of authors.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, Author)

    def make_payload():
        documents, total_count = Author.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "authors": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(Author, query.key(), make_payload)


@api.GET("/authors/<author_id>")
def get_author(author_id):
    """Answers one author.

    :param author_id: its id
    :type author_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = Author.find(author_id)
        return {
            "author": document.for_json(),
            "status": "success",
        }

    return make_cached_response(Author, author_id, make_payload)


@api.POST("/authors")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Author._json_schema)
def create_author():
    """Makes a author that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Author.create(g.payload)
    payload = {
        "author": document.for_json(),
        "message": "The author is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/authors/<author_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Author.update_schema())
def update_author(author_id):
    """Changes what the body names of a author, and keeps the rest.

    :param author_id: its id
    :type author_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Author.find(author_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "author": document.for_json(),
        "message": "The author is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/authors/<author_id>")
@Auth.auth
def delete_author(author_id):
    """Deletes a author.

    :param author_id: its id
    :type author_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = Author.find(author_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The author is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
