"""The queries of each collection."""

from app.repositories.base import Page, Repository
{% for entity in model.entities %}
{% set line = 'from app.repositories.' + entity.snake + ' import ' + entity.pascal + 'Repository' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
from app.repositories.${{ entity.snake }} import (
    ${{ entity.pascal }}Repository,
)
{% endif %}
{% endfor %}

__all__ = [
    "Page",
    "Repository",
{% for entity in model.entities %}
    "${{ entity.pascal }}Repository",
{% endfor %}
]
