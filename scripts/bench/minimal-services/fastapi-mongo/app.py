import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from decimal import Decimal
from typing import Annotated, Any, Literal

import uvicorn
from bson import ObjectId
from bson.errors import InvalidId
from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel, Field
from pymongo import AsyncMongoClient

client: AsyncMongoClient[dict[str, Any]] = AsyncMongoClient(
    os.environ["MONGODB_URI"], maxPoolSize=10, tz_aware=True
)
products = client.get_default_database()["products"]


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
    id: str
    created_at: datetime
    updated_at: datetime


class ProductPage(BaseModel):
    items: list[ProductRead]
    page: int
    limit: int
    total: int


def read(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "id": str(document["_id"])}


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    await products.create_index("sku", unique=True)
    yield
    await client.close()


app = FastAPI(lifespan=lifespan)


@app.post("/api/v1/products", response_model=ProductRead, status_code=201)
async def create_product(body: ProductCreate):
    now = datetime.now(timezone.utc)
    document = {
        **body.model_dump(),
        "price": str(body.price),
        "created_at": now,
        "updated_at": now,
    }
    await products.insert_one(document)
    return read(document)


@app.get("/api/v1/products/{product_id}", response_model=ProductRead)
async def get_product(product_id: str):
    try:
        document = await products.find_one({"_id": ObjectId(product_id)})
    except InvalidId:
        document = None
    if document is None:
        raise HTTPException(404, "There is no such product.")
    return read(document)


@app.get("/api/v1/products", response_model=ProductPage)
async def list_products(
    page: Annotated[int, Query(ge=1)] = 1,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
):
    total = await products.count_documents({})
    found = products.find().sort("_id").skip((page - 1) * limit).limit(limit)
    items = [read(document) async for document in found]
    return {"items": items, "page": page, "limit": limit, "total": total}


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ["PORT"]), log_level="warning")
