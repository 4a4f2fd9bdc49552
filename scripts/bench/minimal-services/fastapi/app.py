import os
import uuid
from collections.abc import AsyncIterator
from datetime import datetime, timezone
from decimal import Decimal
from typing import Annotated, Any, Literal

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import JSON, DateTime, Numeric, String, Text, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_async_engine(
    os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"),
    pool_size=10,
)
sessions = async_sessionmaker(engine, expire_on_commit=False)


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


class Dimensions(BaseModel):
    width: float = Field(ge=0)
    height: float = Field(ge=0)
    depth: float | None = Field(default=None, ge=0)


class ProductCreate(BaseModel):
    sku: str = Field(max_length=64, pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")
    name: str = Field(min_length=1, max_length=120)
    description: str | None = Field(default=None, max_length=65_535)
    price: Decimal = Field(ge=0, max_digits=12, decimal_places=2)
    stock: int = Field(default=0, ge=0)
    status: Literal["draft", "active", "retired"] = "draft"
    tags: list[Annotated[str, Field(max_length=40)]] | None = Field(
        default=None, max_length=20
    )
    dimensions: Dimensions | None = None


class ProductRead(ProductCreate):
    model_config = ConfigDict(from_attributes=True)

    id: uuid.UUID
    created_at: datetime
    updated_at: datetime


class ProductPage(BaseModel):
    items: list[ProductRead]
    page: int
    limit: int
    total: int


async def get_session() -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


SessionDependency = Annotated[AsyncSession, Depends(get_session)]

app = FastAPI()


@app.post("/api/v1/products", response_model=ProductRead, status_code=201)
async def create_product(body: ProductCreate, session: SessionDependency):
    product = Product(**body.model_dump())
    session.add(product)
    await session.commit()
    return product


@app.get("/api/v1/products/{product_id}", response_model=ProductRead)
async def get_product(product_id: uuid.UUID, session: SessionDependency):
    product = await session.get(Product, product_id)
    if product is None:
        raise HTTPException(404, "There is no such product.")
    return product


@app.get("/api/v1/products", response_model=ProductPage)
async def list_products(
    session: SessionDependency,
    page: Annotated[int, Query(ge=1)] = 1,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
):
    total = await session.scalar(select(func.count()).select_from(Product))
    products = await session.scalars(
        select(Product).order_by(Product.id).limit(limit).offset((page - 1) * limit)
    )
    return {"items": products.all(), "page": page, "limit": limit, "total": total}


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ["PORT"]), log_level="warning")
