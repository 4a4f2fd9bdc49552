"""The documents, in the order in which their migrations create the collections."""

{% for entity in model.entities %}
from app.models import ${{ entity.snake }}
{% endfor %}
from app.models.base import Collection
{% for entity in model.entities %}
{% if (entity.snake | length) > 35 %}
from app.models.${{ entity.snake }} import (
    ${{ entity.pascal }},
)
{% else %}
from app.models.${{ entity.snake }} import ${{ entity.pascal }}
{% endif %}
{% endfor %}

COLLECTIONS: dict[str, Collection] = {
{% for entity in model.entities %}
    "${{ entity.table }}": ${{ entity.snake }}.COLLECTION,
{% endfor %}
}

__all__ = [
    "COLLECTIONS",
    "Collection",
{% for entity in model.entities %}
    "${{ entity.pascal }}",
{% endfor %}
]
