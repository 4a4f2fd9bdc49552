"""The OpenAPI document says what the service does, no more and no less."""

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from httpx import AsyncClient


async def test_document_is_served_as_it_is(app: FastAPI, client: AsyncClient) -> None:
    answer = await client.get("/openapi.json")

    assert answer.json() == app.openapi()
    assert answer.json()["openapi"].startswith("3.1.")


def test_document_names_every_route_and_no_other(app: FastAPI) -> None:
    described = {
        (path, method.upper())
        for path, operations in app.openapi()["paths"].items()
        for method in operations.keys() - {"parameters"}
    }
    routed = {
        (route.path, method)
        for route in iter_route_contexts(app.routes)
        if isinstance(route.original_route, APIRoute) and route.include_in_schema
        for method in route.methods or ()
    }

    assert described == routed
