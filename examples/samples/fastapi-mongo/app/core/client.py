"""The client of MongoDB, with its pool of connections."""

from decimal import Decimal
from typing import Any

from bson import Decimal128
from bson.codec_options import TypeCodec, TypeRegistry
from pymongo import AsyncMongoClient

from app.core.environment import DatabaseSettings

APPLICATION_NAME = "library"


class DecimalCodec(TypeCodec):
    """Python's decimals as BSON's, which sort and compare by their value."""

    python_type = Decimal
    bson_type = Decimal128

    def transform_python(self, value: Decimal) -> Decimal128:
        return Decimal128(value)

    def transform_bson(self, value: Decimal128) -> Decimal:
        return value.to_decimal()


def create_client(settings: DatabaseSettings) -> AsyncMongoClient[dict[str, Any]]:
    """Connects at the first use."""
    options: dict[str, Any] = {}
    if settings.password is not None:
        options["password"] = settings.password
    return AsyncMongoClient(
        settings.url,
        appname=APPLICATION_NAME,
        maxPoolSize=settings.pool_max,
        # With all its waiting: for a server, for a connection, for the answer.
        timeoutMS=settings.statement_timeout_ms,
        type_registry=TypeRegistry([DecimalCodec()]),
        tz_aware=True,
        uuidRepresentation="standard",
        **options,
    )
