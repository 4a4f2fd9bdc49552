"""The client of the database."""

from decimal import Decimal

import pytest
from bson import Decimal128

from app.core.client import DecimalCodec, create_client
from app.core.environment import DatabaseSettings


def settings(*, password: str | None) -> DatabaseSettings:
    return DatabaseSettings(
        url="mongodb://service:old@localhost/service",
        password=password,
        pool_max=3,
        statement_timeout_ms=1500,
    )


async def test_settings_reach_the_client() -> None:
    async with create_client(settings(password=None)) as client:
        assert client.options.pool_options.max_pool_size == 3
        assert client.options.timeout == 1.5


@pytest.mark.parametrize(("password", "expected"), [("new", "new"), (None, "old")])
async def test_the_password_of_its_own_setting_wins(password: str | None, expected: str) -> None:
    async with create_client(settings(password=password)) as client:
        credentials = client.options.pool_options._credentials
        assert credentials is not None
        assert credentials.password == expected


def test_decimals_keep_their_digits() -> None:
    codec = DecimalCodec()

    assert codec.transform_python(Decimal("1.50")) == Decimal128("1.50")
    assert str(codec.transform_bson(Decimal128("1.50"))) == "1.50"
