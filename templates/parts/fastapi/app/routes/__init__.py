"""The routes of each resource."""

from fastapi import APIRouter

{% for entity in model.entities %}
from app.routes import ${{ entity.plural.snake }}
{% endfor %}

ROUTERS: list[APIRouter] = [
{% for entity in model.entities %}
    ${{ entity.plural.snake }}.router,
{% endfor %}
]
