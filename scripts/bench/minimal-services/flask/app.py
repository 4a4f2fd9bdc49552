import os
import uuid
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

from flask import Flask, request
from marshmallow import Schema, ValidationError, fields, validate
from sqlalchemy import (
    JSON,
    DateTime,
    Numeric,
    String,
    Text,
    create_engine,
    func,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine(
    os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://"),
    pool_size=10,
)


def now() -> datetime:
    return datetime.now(timezone.utc)


class Base(DeclarativeBase):
    pass


class Product(Base):
    __tablename__ = "products"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    sku: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    description: Mapped[str | None] = mapped_column(Text)
    price: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    stock: Mapped[int | None]
    status: Mapped[str | None]
    tags: Mapped[list[str] | None] = mapped_column(JSON)
    dimensions: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), default=now, onupdate=now
    )


class DimensionsSchema(Schema):
    width = fields.Float(required=True, validate=validate.Range(min=0))
    height = fields.Float(required=True, validate=validate.Range(min=0))
    depth = fields.Float(validate=validate.Range(min=0))


class ProductSchema(Schema):
    id = fields.UUID(dump_only=True)
    sku = fields.String(
        required=True,
        validate=[
            validate.Length(max=64),
            validate.Regexp(r"^[A-Z0-9]+(-[A-Z0-9]+)*$"),
        ],
    )
    name = fields.String(required=True, validate=validate.Length(min=1, max=120))
    description = fields.String(
        allow_none=True, load_default=None, validate=validate.Length(max=65_535)
    )
    price = fields.Decimal(
        required=True, places=2, as_string=True, validate=validate.Range(min=0)
    )
    stock = fields.Integer(load_default=0, validate=validate.Range(min=0))
    status = fields.String(
        load_default="draft", validate=validate.OneOf(["draft", "active", "retired"])
    )
    tags = fields.List(
        fields.String(validate=validate.Length(max=40)),
        allow_none=True,
        load_default=None,
        validate=validate.Length(max=20),
    )
    dimensions = fields.Nested(DimensionsSchema, allow_none=True, load_default=None)
    created_at = fields.DateTime(dump_only=True)
    updated_at = fields.DateTime(dump_only=True)


class PageSchema(Schema):
    page = fields.Integer(load_default=1, validate=validate.Range(min=1))
    limit = fields.Integer(load_default=20, validate=validate.Range(min=1, max=100))


product_schema = ProductSchema()
products_schema = ProductSchema(many=True)
page_schema = PageSchema()

app = Flask(__name__)


@app.errorhandler(ValidationError)
def handle_validation_error(error):
    return {"messages": error.messages}, 422


@app.post("/api/v1/products")
def create_product():
    product = Product(**product_schema.load(request.get_json()))
    with Session(engine, expire_on_commit=False) as session:
        session.add(product)
        session.commit()
    return product_schema.dump(product), 201


@app.get("/api/v1/products/<uuid:product_id>")
def get_product(product_id):
    with Session(engine) as session:
        product = session.get(Product, product_id)
        if product is None:
            return {"message": "There is no such product."}, 404
        return product_schema.dump(product)


@app.get("/api/v1/products")
def list_products():
    query = page_schema.load(request.args)
    page, limit = query["page"], query["limit"]
    with Session(engine) as session:
        total = session.scalar(select(func.count()).select_from(Product))
        products = session.scalars(
            select(Product).order_by(Product.id).limit(limit).offset((page - 1) * limit)
        ).all()
        items = products_schema.dump(products)
    return {"items": items, "page": page, "limit": limit, "total": total}
