"""Examples of genres."""

from app.fields import genre as fields
from app.models.genre import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
        {
            "_id": 1,
            "name": fields.NAME.load("Fiction"),
        },
        {
            "_id": 2,
            "name": fields.NAME.load("Science fiction"),
            "parent_id": 1,
        },
    ],
)
