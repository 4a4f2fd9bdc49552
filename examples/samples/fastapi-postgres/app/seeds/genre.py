"""Examples of genres."""

from __future__ import annotations

from app.fields import genre as fields
from app.models import genre as models
from app.seeds.example import Example, Reference

EXAMPLE = Example(
    model=models.Genre,
    rows=[
        {
            "id": 1,
            "name": fields.NAME.load("Fiction"),
        },
        {
            "id": 2,
            "name": fields.NAME.load("Science fiction"),
        },
    ],
    references=[
        Reference(
            2,
            "parent_id",
            1,
        ),
    ],
)
