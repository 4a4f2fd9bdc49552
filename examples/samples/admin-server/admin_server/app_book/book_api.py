# -*- coding: utf-8 -*-
"""The routes of books."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_book.book import Book
from admin_server.users.auth import Auth

book_api = api = AppBlueprint("book", __name__)


@api.GET("/books")
def list_books():
    """Answers a page of books.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, Book)

    def make_payload():
        documents, total_count = Book.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "books": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(Book, query.key(), make_payload)


@api.GET("/books/<book_id>")
def get_book(book_id):
    """Answers one book.

    :param book_id: its id
    :type book_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = Book.find(book_id)
        return {
            "book": document.for_json(),
            "status": "success",
        }

    return make_cached_response(Book, book_id, make_payload)


@api.POST("/books")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Book._json_schema)
def create_book():
    """Makes a book that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Book.create(g.payload)
    payload = {
        "book": document.for_json(),
        "message": "The book is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/books/<book_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Book.update_schema())
def update_book(book_id):
    """Changes what the body names of a book, and keeps the rest.

    :param book_id: its id
    :type book_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Book.find(book_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "book": document.for_json(),
        "message": "The book is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/books/<book_id>")
@Auth.auth
def delete_book(book_id):
    """Deletes a book.

    :param book_id: its id
    :type book_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = Book.find(book_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The book is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
