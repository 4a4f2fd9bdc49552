{% macro method(name, parameters, result) -%}
{% set line = '    async def ' + name + '(self, ' + (parameters | join(', ')) + ') -> ' + result + ':' %}
{% if (line | length) <= 100 %}
${{ line }}
{%- else %}
    async def ${{ name }}(
        self,
{% for parameter in parameters %}
        ${{ parameter }},
{% endfor %}
    ) -> ${{ result }}:
{%- endif %}
{%- endmacro %}
{% set needsCaller = entity.owned %}
{% for relation in entity.relations %}
{% if relation.target.owned %}
{% set needsCaller = true %}
{% endif %}
{% endfor %}
{% set merges = false %}
{% set mergesDefaults = false %}
{% for field in entity.fields %}
{% if field.type == 'json' or field.type == 'object' %}
{% set merges = true %}
{% if field.hasDefault and not field.required %}
{% set mergesDefaults = true %}
{% endif %}
{% endif %}
{% endfor %}
{% set idType = 'int' if entity.id == 'integer' else ('UUID' if entity.id == 'uuid' else 'ObjectId') %}
"""What can be done with ${{ entity.plural.title | lower }}."""

{% if entity.relations.length %}
from collections.abc import Mapping
{% endif %}
{% if mergesDefaults %}
from copy import deepcopy
{% endif %}
{% if entity.relations.length or merges %}
from typing import Any
{% endif %}
{% if entity.id == 'uuid' %}
from uuid import UUID
{% endif %}
{% if entity.relations.length or merges or entity.id == 'uuid' %}

{% endif %}
{% if entity.id == 'objectId' %}
from bson import ObjectId

{% endif %}
from app import repositories
{% if merges %}
from app.core.merge_patch import merge_patch
{% endif %}
{% if needsCaller %}
from app.core.tokens import Caller
{% endif %}
from app.database import Session
{% if merges %}
from app.fields.${{ entity.snake }} import {% if mergesDefaults %}DEFAULTS, {% endif %}MERGED
{% endif %}
from app.models import ${{ entity.pascal }}
{% if 'base' < entity.snake %}
from app.schemas.base import values_of
{% endif %}
{% set names = [entity.pascal + 'Create', entity.pascal + 'Read', entity.pascal + 'Update', 'read_row'] %}
{% set line = 'from app.schemas.' + entity.snake + ' import ' + (names | join(', ')) %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
from app.schemas.${{ entity.snake }} import (
{% for name in names %}
    ${{ name }},
{% endfor %}
)
{% endif %}
{% if entity.snake < 'base' %}
from app.schemas.base import values_of
{% endif %}
from app.services.base import Service


{% if (entity.pascal | length) <= 40 %}
class ${{ entity.pascal }}Service(Service[${{ entity.pascal }}]):
{% else %}
class ${{ entity.pascal }}Service(
    Service[${{ entity.pascal }}]
):
{% endif %}
    """The rules of ${{ entity.plural.title | lower }}."""

    title = "${{ entity.title | lower }}"

{% set rows = 'repositories.' + entity.pascal + 'Repository(session' + (', caller' if entity.owned else '') + ')' %}
    def __init__(self, session: Session{% if needsCaller %}, caller: Caller{% endif %}) -> None:
{% set line = '        super().__init__(session, ' + rows + ')' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
        super().__init__(
            session,
{% if (rows | length) <= 87 %}
            ${{ rows }},
{% else %}
            ${{ rows | replace('(', '(\n                ') | replace(')', '\n            )') }},
{% endif %}
        )
{% endif %}
{% if needsCaller %}
        self.caller = caller
{% endif %}

{% if (entity.pascal | length) <= 36 %}
    def read(self, row: ${{ entity.pascal }}) -> ${{ entity.pascal }}Read:
{% else %}
    def read(
        self,
        row: ${{ entity.pascal }},
    ) -> ${{ entity.pascal }}Read:
{% endif %}
        return read_row(row)
{% if entity.relations.length %}

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
{% for relation in entity.relations %}
{% set call = 'repositories.' + relation.target.pascal + 'Repository(self.session' + (', self.caller' if relation.target.owned else '') + ')' %}
{% set line = '            "' + relation.wireName + '": ' + call + ',' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
            "${{ relation.wireName }}": repositories.${{ relation.target.pascal }}Repository(
                self.session,
{% if relation.target.owned %}
                self.caller,
{% endif %}
            ),
{% endif %}
{% endfor %}
        }
{% endif %}

${{ method('create', ['body: ' + entity.pascal + 'Create'], entity.pascal) }}
        """Makes a row."""
{% if entity.owned %}
        return await self.insert({**values_of(body), "owner_id": self.caller.id})
{% else %}
        return await self.insert(values_of(body))
{% endif %}

${{ method('replace', ['row_id: ' + idType, 'body: ' + entity.pascal + 'Create', 'if_match: str | None'], entity.pascal) }}
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

${{ method('patch', ['row_id: ' + idType, 'body: ' + entity.pascal + 'Update', 'if_match: str | None'], entity.pascal) }}
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
{% if merges %}
        return await self.change(row_id, if_match, lambda row: _merge(row, given))


{% if (entity.pascal | length) <= 40 %}
def _merge(row: ${{ entity.pascal }}, given: dict[str, Any]) -> dict[str, Any]:
{% else %}
def _merge(
    row: ${{ entity.pascal }},
    given: dict[str, Any],
) -> dict[str, Any]:
{% endif %}
    """Objects that are given are merged into those that the row has."""
    values = dict(given)
    for name in MERGED & given.keys():
        if given[name] is not None:
            values[name] = merge_patch(row.get(name), given[name])
{% if mergesDefaults %}
        else:
            values[name] = deepcopy(DEFAULTS.get(name))
{% endif %}
    return values
{% else %}
        return await self.change(row_id, if_match, lambda _row: given)
{% endif %}
