# -*- coding: utf-8 -*-
"""Callers: tokens that are signed with SECRET_KEY."""

import datetime
from functools import wraps

import arrow
import jwt
from flask import current_app, g, request

from admin_server.api.errors import APIError

ALGORITHM = "HS256"
MAX_USER_ID_LENGTH = 255


class Auth:
    """Who calls, and what they may do."""

    ADMIN = "admin"
    USER = "user"
    ROLES = (ADMIN, USER)

    @staticmethod
    def auth(view):
        """Lets only callers with a valid token through; sets ``g.user_id`` and ``g.user_role``.

        :param view: a function that answers a request
        :type view: collections.abc.Callable
        :rtype: collections.abc.Callable
        :raises APIError.UnauthorizedError: from the decorated function
        """

        @wraps(view)
        def authenticated(*args, **kwargs):
            g.user_id, g.user_role = Auth.read_token(request.headers.get("Authorization", ""))
            return view(*args, **kwargs)

        authenticated.needs_token = True
        return authenticated

    @staticmethod
    def read_token(header):
        """Tells who a token was made for.

        :param header: the header Authorization of a request
        :type header: str
        :return: the id and the role of the user
        :rtype: tuple
        :raises APIError.UnauthorizedError: if there is no token, or one that is not valid
        """
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise APIError.UnauthorizedError("A token is needed: Authorization: Bearer …")
        try:
            claims = jwt.decode(
                token,
                current_app.config["SECRET_KEY"],
                algorithms=[ALGORITHM],
                options={"require": ["sub", "exp"]},
            )
        except jwt.PyJWTError as error:
            raise APIError.UnauthorizedError("The token is not valid, or no longer.") from error
        user_id = claims["sub"]
        role = claims.get("role", Auth.USER)
        if not 0 < len(user_id) <= MAX_USER_ID_LENGTH or role not in Auth.ROLES:
            raise APIError.UnauthorizedError("The token says nothing that is understood here.")
        return user_id, role

    @staticmethod
    def make_token(secret_key, user_id, role, hours=12):
        """Makes a token.

        :param secret_key: SECRET_KEY of the application
        :type secret_key: str
        :type user_id: str
        :type role: str
        :param hours: how long it is valid
        :type hours: int
        :rtype: str
        """
        expiry = arrow.utcnow().datetime + datetime.timedelta(hours=hours)
        claims = {"sub": user_id, "role": role, "exp": expiry}
        return jwt.encode(claims, secret_key, algorithm=ALGORITHM)
