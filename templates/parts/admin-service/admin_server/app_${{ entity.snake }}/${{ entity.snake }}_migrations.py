{% set owner = 'user_id' %}
{% set indexes = [] %}
{% for field in entity.fields %}
{% if field.name == 'user_id' %}
{% set owner = 'owner_id' %}
{% endif %}
{% if field.unique %}
{% set indexes = indexes.concat([{ name: field.name, unique: true }]) %}
{% elif field.index or field.name == 'status' %}
{% set indexes = indexes.concat([{ name: field.name, unique: false }]) %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.wireName == 'user_id' %}
{% set owner = 'owner_id' %}
{% endif %}
{% set indexes = indexes.concat([{ name: relation.wireName, unique: relation.unique }]) %}
{% endfor %}
{% if entity.owned %}
{% set indexes = indexes.concat([{ name: owner, unique: false }]) %}
{% endif %}
# -*- coding: utf-8 -*-
"""How the collection of ${{ entity.plural.title | lower }} came about. What has been run is never changed: append."""


def create(database):
    """Makes the collection and its indexes.

    :type database: pymongo.database.Database
    """
    collection = database["${{ entity.table }}"]
{% for index in indexes %}
{% if index.unique %}
    # A document without a value has no entry${{ ", and one that is deleted has its own" if entity.softDelete }}.
    collection.create_index(
{% if entity.softDelete %}
        ["${{ index.name }}", "deleted_id"],
{% else %}
        "${{ index.name }}",
{% endif %}
        name="${{ index.name }}_unique",
        unique=True,
        sparse=True,
    )
{% else %}
    collection.create_index(
        "${{ index.name }}",
        name="${{ index.name }}",
    )
{% endif %}
{% else %}
    collection.create_index("_id")
{% endfor %}


# What each is called, and what it does; in their order.
MIGRATIONS = [
    ("create", create),
]
