# -*- coding: utf-8 -*-
"""The description of the API says what the API does."""

import pytest
from jsonschema import Draft202012Validator

from admin_server.api.description import PARAMETER
from admin_server.api.model import Model
from tests.support.api import FIRST


@pytest.fixture
def description(api):
    """The description, as it is served."""
    return api.get("/openapi.json").json


def expect_described(description, schema, value):
    """Asserts that a value is as a schema of the description says."""
    components = {"components": description["components"]}
    Draft202012Validator({**schema, **components}).validate(value)


def test_it_has_every_route_of_every_service(app, description):
    described = {
        (path, method.upper()) for path, item in description["paths"].items() for method in item
    }
    routes = {
        (PARAMETER.sub(r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if ".app_" in app.view_functions[rule.endpoint].__module__
    }

    assert described == routes
    assert len(routes) == 5 * len(Model.models())


def test_what_is_read_is_as_it_says(api, description):
    for path, item in description["paths"].items():
        answer = api.get(path.partition("{")[0] + FIRST if "{" in path else path)

        content = item["get"]["responses"]["200"]["content"]["application/json"]
        assert answer.status_code == 200
        expect_described(description, content["schema"], answer.json)


@pytest.mark.parametrize("name", ["page", "limit", "search"])
def test_lists_take_what_it_says(api, description, name):
    for path, item in description["paths"].items():
        if "{" in path:
            continue
        names = [parameter["name"] for parameter in item["get"]["parameters"]]

        answer = api.get("{}?{}=1".format(path, name))

        assert (answer.status_code == 200) == (name in names)


def test_errors_are_as_it_says(api, description):
    for path, item in description["paths"].items():
        malformed = path.partition("{")[0] + "malformed" if "{" in path else path + "?page=0"

        answer = api.get(malformed)

        content = item["get"]["responses"]["400"]["content"]["application/json"]
        assert answer.status_code == 400
        expect_described(description, content["schema"], answer.json)


def test_whoever_needs_a_token_is_told_so(api, description):
    nobody = api.as_user(None)
    for path, item in description["paths"].items():
        url = path.partition("{")[0] + FIRST if "{" in path else path
        for method, operation in item.items():
            answer = nobody.call(method.upper(), url)
            assert (answer.status_code == 401) == ("security" in operation)
