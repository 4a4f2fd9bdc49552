"""Puts the service together."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from app.config import Settings, load_settings
from app.core.logs import configure_logging
from app.database import Database
from app.errors import add_error_handlers
from app.middleware import RequestMiddleware
from app.operations import router as operations
from app.routes import ROUTERS

OPENAPI_FILE = Path(__file__).parent.parent / "openapi.json"


def create_app(settings: Settings) -> FastAPI:
    """Makes the service, which connects to its database at the first request."""
    database = Database(settings.database)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await database.close()

    document = json.loads(OPENAPI_FILE.read_bytes())
    # Swagger UI at /docs and ReDoc at /redoc, with assets of a package and not of a CDN.
    title = document["info"]["title"]
    app = FastAPIOffline(title=title, lifespan=lifespan, redirect_slashes=False)
    # The document is kept in the repository, where a change of it shows in a review.
    app.openapi = lambda: document  # type: ignore[method-assign]
    app.state.settings = settings
    app.state.database = database
    for router in (operations, *ROUTERS):
        app.include_router(router)
    add_error_handlers(app)
    app.add_middleware(RequestMiddleware)
    return app


def create_configured_app() -> FastAPI:
    """Makes the service with the settings of the environment: what the server runs."""
    settings = load_settings()
    configure_logging(settings.log_level)
    return create_app(settings)
