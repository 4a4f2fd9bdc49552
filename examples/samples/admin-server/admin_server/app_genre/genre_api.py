# -*- coding: utf-8 -*-
"""The routes of genres."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_genre.genre import Genre
from admin_server.users.auth import Auth

genre_api = api = AppBlueprint("genre", __name__)


@api.GET("/genres")
def list_genres():
    """Answers a page of genres.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, Genre)

    def make_payload():
        documents, total_count = Genre.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "genres": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(Genre, query.key(), make_payload)


@api.GET("/genres/<genre_id>")
def get_genre(genre_id):
    """Answers one genre.

    :param genre_id: its id
    :type genre_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = Genre.find(genre_id)
        return {
            "genre": document.for_json(),
            "status": "success",
        }

    return make_cached_response(Genre, genre_id, make_payload)


@api.POST("/genres")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Genre._json_schema)
def create_genre():
    """Makes a genre that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Genre.create(g.payload)
    payload = {
        "genre": document.for_json(),
        "message": "The genre is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/genres/<genre_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Genre.update_schema())
def update_genre(genre_id):
    """Changes what the body names of a genre, and keeps the rest.

    :param genre_id: its id
    :type genre_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Genre.find(genre_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "genre": document.for_json(),
        "message": "The genre is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/genres/<genre_id>")
@Auth.auth
def delete_genre(genre_id):
    """Deletes a genre.

    :param genre_id: its id
    :type genre_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = Genre.find(genre_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The genre is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
