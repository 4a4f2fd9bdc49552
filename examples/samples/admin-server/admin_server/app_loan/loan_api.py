# -*- coding: utf-8 -*-
"""The routes of loans."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_loan.loan import Loan
from admin_server.users.auth import Auth

loan_api = api = AppBlueprint("loan", __name__)


@api.GET("/loans")
def list_loans():
    """Answers a page of loans.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, Loan)

    def make_payload():
        documents, total_count = Loan.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "loans": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(Loan, query.key(), make_payload)


@api.GET("/loans/<loan_id>")
def get_loan(loan_id):
    """Answers one loan.

    :param loan_id: its id
    :type loan_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = Loan.find(loan_id)
        return {
            "loan": document.for_json(),
            "status": "success",
        }

    return make_cached_response(Loan, loan_id, make_payload)


@api.POST("/loans")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Loan._json_schema)
def create_loan():
    """Makes a loan that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Loan.create(g.payload)
    payload = {
        "loan": document.for_json(),
        "message": "The loan is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/loans/<loan_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Loan.update_schema())
def update_loan(loan_id):
    """Changes what the body names of a loan, and keeps the rest.

    :param loan_id: its id
    :type loan_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Loan.find(loan_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "loan": document.for_json(),
        "message": "The loan is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/loans/<loan_id>")
@Auth.auth
def delete_loan(loan_id):
    """Deletes a loan.

    :param loan_id: its id
    :type loan_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = Loan.find(loan_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The loan is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
