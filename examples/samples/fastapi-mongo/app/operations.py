"""What those who run the service ask it."""

from fastapi import APIRouter, Request, Response

from app.core import metrics

router = APIRouter()


@router.get("/health/live")
async def live() -> dict[str, str]:
    """Whether the process works."""
    return {"status": "ok"}


@router.get("/health/ready")
async def ready(request: Request) -> dict[str, str]:
    """Whether the database can be used; a problem 503 where it cannot."""
    await request.app.state.database.ping()
    return {"status": "ok"}


@router.get("/metrics", include_in_schema=False)
async def measurements() -> Response:
    """What Prometheus collects."""
    return Response(metrics.render(), media_type=metrics.CONTENT_TYPE)
