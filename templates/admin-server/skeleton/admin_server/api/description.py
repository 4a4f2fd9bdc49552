# -*- coding: utf-8 -*-
"""The description of the API: an OpenAPI document, made of what the routes say of themselves.

Whatever service is registered is in it, those that were added later too.
"""

import re

from admin_server.api.model import Model
from admin_server.api.query import DEFAULT_LIMIT, MAX_LIMIT, MAX_PAGE, MAX_SEARCH_LENGTH

TITLE = ${{ values.title | dump }}
DESCRIPTION = ${{ values.description | dump }}
VERSION = "1.0.0"

METHODS = ("GET", "POST", "PUT", "DELETE")
PARAMETER = re.compile(r"<(\w+)>")
# Members of every answer, which no document can be called.
RESERVED = ("message", "status")
OBJECT_ID = {"type": "string", "pattern": "^[0-9a-f]{24}$"}
INSTANT = {"type": "string", "format": "date-time"}
TEXT = {"type": "string"}

ERRORS = {
    "400": "The request is malformed",
    "401": "There is no valid token",
    "403": "The document is somebody else's",
    "404": "There is no such document",
    "409": "A value is taken, or a reference forbids it",
    "413": "The body is too large",
    "415": "The body is of another type",
    "503": "The database is away",
}


def describe_api(app):
    """Describes every service of an application.

    :type app: flask.Flask
    :return: an OpenAPI document, version 3.1
    :rtype: dict
    """
    models = {model.__module__.rpartition(".")[0]: model for model in Model.models()}
    paths = {}
    schemas = {"Error": error_schema(), "Pagination": pagination_schema()}
    for rule in app.url_map.iter_rules():
        blueprint = app.blueprints.get(rule.endpoint.rpartition(".")[0])
        package = blueprint.import_name.rpartition(".")[0] if blueprint else None
        if package not in models:
            continue
        model = models[package]
        schemas[model.name()] = document_schema(model)
        item = paths.setdefault(PARAMETER.sub(r"{\1}", rule.rule), {})
        for method in METHODS:
            if method in rule.methods:
                view = app.view_functions[rule.endpoint]
                item[method.lower()] = describe_operation(model, view, method, rule)
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "description": DESCRIPTION, "version": VERSION},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def describe_operation(model, view, method, rule):
    """Describes one method of a route.

    :param model: what the route is about
    :type model: type
    :param view: the function that answers
    :type view: collections.abc.Callable
    :type method: str
    :type rule: werkzeug.routing.Rule
    :rtype: dict
    """
    needs_token = getattr(view, "needs_token", False)
    body_schema = getattr(view, "json_schema", None)
    statuses = ["400", "503"]
    operation = {
        "operationId": view.__name__,
        "summary": view.__doc__.partition("\n")[0],
        "tags": [model.name()],
    }
    if rule.arguments:
        statuses.append("404")
        operation["parameters"] = [path_parameter(name) for name in rule.arguments]
    elif method == "GET":
        operation["parameters"] = list_parameters(model)
    if needs_token:
        statuses.append("401")
        operation["security"] = [{"bearer": []}]
        if rule.arguments:
            statuses.append("403")
    if body_schema is not None:
        statuses += ["413", "415"]
        content = {mime_type: {"schema": body_schema} for mime_type in view.mime_types}
        operation["requestBody"] = {"required": True, "content": content}
    if method != "GET":
        statuses.append("409")
    errors = {status: answer(ERRORS[status], reference("Error")) for status in sorted(statuses)}
    operation["responses"] = {**success(model, method, rule), **errors}
    return operation


def success(model, method, rule):
    """Describes the answer to a request that is as it should be.

    :type model: type
    :type method: str
    :type rule: werkzeug.routing.Rule
    :rtype: dict
    """
    members = {"status": {"const": "success"}}
    if method != "GET":
        members["message"] = TEXT
    if method == "GET" and not rule.arguments:
        name = rule.rule.rpartition("/")[2]
        members[name] = {"type": "array", "items": reference(model.name())}
        members["pagination"] = reference("Pagination")
    elif method != "DELETE":
        members[document_key(model)] = reference(model.name())
    status = "201" if method == "POST" else "200"
    return {status: answer("As it should be", closed_object(members))}


def document_key(model):
    """What a document is called in an answer: as the module that its model is in.

    :type model: type
    :rtype: str
    """
    name = model.__module__.rpartition(".")[2]
    return "{}_record".format(name) if name in RESERVED else name


def document_schema(model):
    """The schema of a document as it is answered.

    :type model: type
    :rtype: dict
    """
    members = {"id": OBJECT_ID, **model._json_schema["properties"], model._owner_field: TEXT}
    if model._has_timestamps:
        members.update(created_at=INSTANT, updated_at=INSTANT)
    return closed_object(members)


def error_schema():
    """The schema of every error.

    :rtype: dict
    """
    return closed_object(
        {
            "status": {"const": "failed"},
            "message": TEXT,
            "error": TEXT,
            "status_code": {"type": "integer"},
        }
    )


def pagination_schema():
    """The schema of where a page lies among all of them.

    :rtype: dict
    """
    numbers = ("page", "limit", "total_count", "total_pages")
    members = {name: {"type": "integer", "minimum": 0} for name in numbers}
    members.update(has_next={"type": "boolean"}, has_prev={"type": "boolean"})
    return closed_object(members)


def list_parameters(model):
    """What a list can be asked for.

    :type model: type
    :rtype: list
    """
    schemas = {
        "page": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 1},
        "limit": {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    }
    if model._searched:
        schemas["search"] = {**TEXT, "maxLength": MAX_SEARCH_LENGTH, "pattern": "^[^\\u0000]*$"}
    if model._has_status:
        schemas["status"] = model._json_schema["properties"]["status"]
    return [{"name": name, "in": "query", "schema": schemas[name]} for name in schemas]


def path_parameter(name):
    """The id in a path.

    :type name: str
    :rtype: dict
    """
    return {"name": name, "in": "path", "required": True, "schema": OBJECT_ID}


def closed_object(members):
    """The schema of an object that has all of some members, and no others.

    :type members: dict
    :rtype: dict
    """
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def answer(description, schema):
    """Describes an answer.

    :type description: str
    :type schema: dict
    :rtype: dict
    """
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def reference(name):
    """Refers to a schema of the document.

    :type name: str
    :rtype: dict
    """
    return {"$ref": "#/components/schemas/{}".format(name)}
