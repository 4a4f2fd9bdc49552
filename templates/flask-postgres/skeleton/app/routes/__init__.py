{% set names = [] %}
{% for entity in model.entities %}
{% set names = names.concat([entity.plural.snake]) %}
{% endfor %}
"""The API, a blueprint for each resource."""

from app.routes import (
{% for name in names | sort(false, true) %}
    ${{ name }},
{% endfor %}
)

BLUEPRINTS = [
{% for entity in model.entities %}
    ${{ entity.plural.snake }}.blueprint,
{% endfor %}
]
