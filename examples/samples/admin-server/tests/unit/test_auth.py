# -*- coding: utf-8 -*-
"""Tokens."""

import datetime

import arrow
import jwt
import pytest
from flask import g

from admin_server.api.blueprint import AppBlueprint
from admin_server.users.auth import Auth
from tests.support.api import SECRET_KEY, expect_error

LATER = arrow.utcnow().datetime + datetime.timedelta(hours=1)
EARLIER = arrow.utcnow().datetime - datetime.timedelta(hours=1)


def sign(key=SECRET_KEY, algorithm="HS256", **claims):
    """A token with any claims."""
    return jwt.encode({"sub": "ada", "exp": LATER, **claims}, key, algorithm=algorithm)


@pytest.fixture
def call(app):
    """Calls a route that answers who calls."""
    whoami = AppBlueprint("whoami", __name__)

    @whoami.GET("/whoami")
    @Auth.auth
    def get_whoami():
        return {"id": g.user_id, "role": g.user_role}

    app.register_blueprint(whoami)

    def call_with(header):
        headers = {"Authorization": header} if header else {}
        return app.test_client().get("/whoami", headers=headers)

    return call_with


@pytest.mark.parametrize("role", Auth.ROLES)
def test_a_token_says_who_calls(call, role):
    answer = call("Bearer {}".format(Auth.make_token(SECRET_KEY, "ada", role)))

    assert answer.json == {"id": "ada", "role": role}


def test_without_a_role_a_caller_is_a_user(call):
    assert call("bearer {}".format(sign())).json["role"] == Auth.USER


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer x.y.z",
        "Basic YTpi",
        "Bearer {}".format(sign(exp=EARLIER)),
        "Bearer {}".format(sign(exp=None)),
        "Bearer {}".format(sign(sub="")),
        "Bearer {}".format(sign(sub="x" * 256)),
        "Bearer {}".format(sign(role="root")),
        "Bearer {}".format(sign(role=["admin"])),
        "Bearer {}".format(sign(key="another-key-0123456789-0123456789-01")),
        "Bearer {}".format(sign(key="", algorithm="none")),
        "Bearer {}".format(sign(key=SECRET_KEY * 2, algorithm="HS512")),
    ],
)
def test_other_tokens_are_refused(call, header):
    answer = call(header)

    expect_error(answer, 401, "UnauthorizedError")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
