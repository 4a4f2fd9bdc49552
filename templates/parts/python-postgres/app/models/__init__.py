"""The tables, in the order in which their migrations create them."""

from app.models.base import Base
{% for entity in model.entities %}
{% if (entity.snake | length) > 35 %}
from app.models.${{ entity.snake }} import (
    ${{ entity.pascal }},
)
{% else %}
from app.models.${{ entity.snake }} import ${{ entity.pascal }}
{% endif %}
{% endfor %}

__all__ = [
    "Base",
{% for entity in model.entities %}
    "${{ entity.pascal }}",
{% endfor %}
]
