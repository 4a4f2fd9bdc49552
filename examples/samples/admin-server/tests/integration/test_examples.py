# -*- coding: utf-8 -*-
"""The examples."""

from admin_server.api.model import Model
from admin_server.examples import insert_examples


def test_examples_are_inserted_once(app):
    before = {model: list(model.get_collection().find()) for model in Model.models()}

    insert_examples()

    assert {model: list(model.get_collection().find()) for model in Model.models()} == before
