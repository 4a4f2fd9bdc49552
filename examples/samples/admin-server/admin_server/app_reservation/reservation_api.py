# -*- coding: utf-8 -*-
"""The routes of reservations."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
from admin_server.app_reservation.reservation import Reservation
from admin_server.users.auth import Auth

reservation_api = api = AppBlueprint("reservation", __name__)


@api.GET("/reservations")
def list_reservations():
    """Answers a page of reservations.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, Reservation)

    def make_payload():
        documents, total_count = Reservation.page(query)
        rows = [document.for_json() for document in documents]
        return {
            "reservations": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(Reservation, query.key(), make_payload)


@api.GET("/reservations/<reservation_id>")
def get_reservation(reservation_id):
    """Answers one reservation.

    :param reservation_id: its id
    :type reservation_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = Reservation.find(reservation_id)
        return {
            "reservation": document.for_json(),
            "status": "success",
        }

    return make_cached_response(Reservation, reservation_id, make_payload)


@api.POST("/reservations")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Reservation._json_schema)
def create_reservation():
    """Makes a reservation that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Reservation.create(g.payload)
    payload = {
        "reservation": document.for_json(),
        "message": "The reservation is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/reservations/<reservation_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(Reservation.update_schema())
def update_reservation(reservation_id):
    """Changes what the body names of a reservation, and keeps the rest.

    :param reservation_id: its id
    :type reservation_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = Reservation.find(reservation_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "reservation": document.for_json(),
        "message": "The reservation is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/reservations/<reservation_id>")
@Auth.auth
def delete_reservation(reservation_id):
    """Deletes a reservation.

    :param reservation_id: its id
    :type reservation_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = Reservation.find(reservation_id)
    document.check_owner()
    document.remove()
    payload = {
        "message": "The reservation is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
