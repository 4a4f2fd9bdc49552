"""What happens to every request: an id, a log line and a measurement."""

from time import perf_counter

from starlette.datastructures import Headers
from starlette.status import HTTP_500_INTERNAL_SERVER_ERROR
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.logs import log_request, request_id, request_id_of
from app.core.metrics import observe_request
from app.errors import problem_for, problem_response

SECURITY_HEADERS = [
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
]


class RequestMiddleware:
    """Plain ASGI: Starlette's BaseHTTPMiddleware would cost a task for each request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start = perf_counter()
        identifier = request_id_of(Headers(scope=scope).get("x-request-id"))
        request_id.set(identifier)
        method = scope["method"]
        if method == "HEAD":
            # Answered as GET; the server leaves the body out.
            scope = {**scope, "method": "GET"}
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                own = (b"x-request-id", identifier.encode())
                message["headers"] = [*message["headers"], own, *SECURITY_HEADERS]
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception as error:
            if status:
                raise
            response = problem_response(problem_for(error), error)
            await response(scope, receive, send_with_headers)
        finally:
            seconds = perf_counter() - start
            route = getattr(scope.get("route"), "path", "none")
            status = status or HTTP_500_INTERNAL_SERVER_ERROR
            observe_request(method, route, status, seconds)
            log_request(method, scope["path"], status, seconds)
