"""Runs migrations on the database of the settings."""

from __future__ import annotations

import os
from dataclasses import replace

from alembic import context
from dotenv import load_dotenv
from sqlalchemy import Connection

from app.core.engine import create_database_engine
from app.core.environment import DatabaseSettings, Environment
from app.core.logs import configure_logging
from app.models import Base


def read_settings() -> DatabaseSettings:
    """A migration may take longer than a statement of the service."""
    variables = {**os.environ, **context.config.attributes.get("variables", {})}
    environment = Environment(variables)
    settings = DatabaseSettings.read(environment)
    environment.finish()
    return replace(settings, pool_max=1, statement_timeout_ms=0)


def migrate(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()


def connect_and_migrate() -> None:
    engine = create_database_engine(read_settings())
    try:
        with engine.connect() as connection:
            migrate(connection)
    finally:
        engine.dispose()


def write_sql() -> None:
    """`alembic upgrade head --sql` needs no database."""
    context.configure(dialect_name="postgresql", target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()


load_dotenv()
if context.config.cmd_opts is not None:
    configure_logging("info")
if context.is_offline_mode():
    write_sql()
else:
    connect_and_migrate()
