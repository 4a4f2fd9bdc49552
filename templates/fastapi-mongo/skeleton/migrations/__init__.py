"""How the schema came about, in the order in which it did."""

from types import ModuleType

{% for entity in model.entities %}
from migrations import create_${{ entity.table }}
{% endfor %}

# New ones come last. One that has run somewhere is never changed.
MIGRATIONS: list[ModuleType] = [
{% for entity in model.entities %}
    create_${{ entity.table }},
{% endfor %}
]
