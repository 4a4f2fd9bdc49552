# -*- coding: utf-8 -*-
"""How values are kept."""

import pytest
from bson import Decimal128, ObjectId

from admin_server.api import fields
from tests.support.api import FIRST


@pytest.mark.parametrize(
    ("field", "value", "stored", "answered"),
    [
        (fields.Field(), [1], [1], [1]),
        (fields.IntegerField(), 1.0, 1, 1),
        (fields.NumberField(), 10**20, 1e20, 1e20),
        (fields.DecimalField(scale=2), "1.5", Decimal128("1.50"), "1.50"),
        (fields.DecimalField(scale=2), 3, Decimal128("3.00"), "3.00"),
        (fields.DecimalField(scale=1), "-0.0", Decimal128("0.0"), "0.0"),
        (fields.BigIntegerField(), "123456789012345678", 123456789012345678, "123456789012345678"),
        (fields.ReferenceField("things", "restrict"), FIRST, ObjectId(FIRST), FIRST),
        (fields.ReferenceListField("things"), [FIRST], [ObjectId(FIRST)], [FIRST]),
    ],
)
def test_values_come_back(field, value, stored, answered):
    assert field.load(value) == stored
    assert field.dump(stored) == answered


def test_moments_are_kept_in_utc_with_milliseconds():
    field = fields.InstantField()

    assert field.dump(field.load("2024-02-29T08:30:00.1239+02:00")) == "2024-02-29T06:30:00.123Z"
