"""Catalogue files in every accepted format, as items and rejects.

own     item_id (or product_id), title, product_type, brand, color (or colour), gender, material, size,
        description, price (or price_cents), rating, review_count
ESCI    product_id, product_title, product_brand, product_color, product_description (Amazon's
        Shopping Queries data)
WANDS   product_id, product_name, product_class, product_description, product_features, average_rating,
        review_count (Wayfair's)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import TableError
from core.tables import Row, column_names, read_rows
from core.types import Item

MAX_TEXT = 2_000
MAX_DESCRIPTION = 20_000
_REMEDY = "Expected item_id and title, or the columns of ESCI or WANDS: docs/your-data.md"
_TAGS = re.compile(r"<[^>]{1,80}>")
_OWN = dict.fromkeys(("product_type", "brand", "color", "gender", "material", "size", "description"))
_NUMBERS = ("price", "rating", "review_count")


@dataclass(frozen=True)
class Format:
    """Which column holds what; `id_column` and `title` must be in the file, the rest may be."""

    name: str
    id_column: str
    title: str
    columns: Mapping[str, str]


def _own(id_column: str) -> Format:
    return Format("own", id_column, "title", {name: name for name in (*_OWN, *_NUMBERS)})


ESCI = Format(
    "ESCI",
    "product_id",
    "product_title",
    {"brand": "product_brand", "color": "product_color", "description": "product_description"},
)
WANDS = Format(
    "WANDS",
    "product_id",
    "product_name",
    {
        "product_type": "product_class",
        "description": "product_description",
        "rating": "average_rating",
        "review_count": "review_count",
    },
)
FORMATS = (_own("item_id"), _own("product_id"), ESCI, WANDS)
_ALIASES = {"color": "colour", "product_type": "category"}
# `product_features` of WANDS is a list of `name : value` pairs; the first of these names that is there counts
_WANDS_FEATURES = {
    "brand": ("brand",),
    "color": ("color", "maincolor", "finish"),
    "material": ("primarymaterial", "material", "framematerial", "topmaterial"),
}


def detect_format(path: Path) -> Format:
    """Recognise a catalogue by its columns."""
    columns = set(column_names(path))
    if columns & {"label", "grade", "esci_label"}:
        # its `rating` may be the judges' and would hand the answer to the ranker as a feature
        problem = "holds judgments, not only items"
        raise TableError(path.name, problem, "Write the items alone to a catalogue of their own.")
    for known in FORMATS:
        if {known.id_column, known.title} <= columns:
            return known
    raise TableError(path.name, f"has the columns {sorted(columns)}", _REMEDY)


def read_items(path: Path, is_new: Callable[[str], bool] | None = None) -> Iterator[Item | TableError]:
    """Every row as an Item, or as the TableError that says why not (a bad value, an id seen before).

    `is_new` remembers an id and tells whether it came for the first time: for ids that must be unique across
    several files, or that are too many to keep in memory. Without it, ids are unique within the file.
    """
    known = detect_format(path)
    is_new = is_new or _first_time()
    for row in read_rows(path):
        try:
            item = _to_item(row, known)
            if not is_new(item.item_id):
                raise row.error(known.id_column, f"{item.item_id!r} was there before", "Keep one row.")
            yield item
        except TableError as error:
            yield error


def load_items(path: Path) -> dict[str, Item]:
    """The whole catalogue in memory, bad rows left out: what training and evaluation work on."""
    return {item.item_id: item for item in read_items(path) if isinstance(item, Item)}


def _first_time() -> Callable[[str], bool]:
    seen: set[str] = set()

    def is_new(item_id: str) -> bool:
        before = len(seen)
        seen.add(item_id)
        return len(seen) > before

    return is_new


def _to_item(row: Row, known: Format) -> Item:
    if row.broken:
        raise row.error("the row", row.broken, "Correct or drop it.")
    title = row.text(known.title, MAX_TEXT)
    if title is None:
        raise row.error(known.title, "is missing", "Every item needs a title.")
    texts: dict[str, Any] = {name: _text(row, known, name) for name in _OWN}
    if known is WANDS:
        texts |= _wands_features(row)
    numbers: dict[str, Any] = {name: row.number_or_none(known.columns.get(name, name)) for name in _NUMBERS}
    if numbers["price"] is None and (cents := row.number_or_none("price_cents")) is not None:
        numbers["price"] = cents / 100
    for name, value in numbers.items():
        if value is not None and value < 0:
            column = known.columns.get(name, name)
            raise row.error(column, f"{value} is negative", "Give 0 or more, or nothing.")
    return Item(row.identity(known.id_column), title, **texts, **numbers)


def _text(row: Row, known: Format, name: str) -> str | None:
    limit = MAX_DESCRIPTION if name == "description" else MAX_TEXT
    column = known.columns.get(name, name)
    found = row.text(column, limit)
    if found is None and column == name and name in _ALIASES:
        found = row.text(_ALIASES[name], limit)
    return _TAGS.sub(" ", found) if found and name == "description" else found


def _wands_features(row: Row) -> dict[str, str]:
    listed = row.text("product_features", MAX_DESCRIPTION) or ""
    pairs = [entry.split(":", 1) for entry in listed.split("|") if ":" in entry]
    values = {name.strip().lower(): value.strip() for name, value in reversed(pairs)}
    found = {
        attribute: next((values[n] for n in names if values.get(n)), None)
        for attribute, names in _WANDS_FEATURES.items()
    }
    return {attribute: value[:MAX_TEXT] for attribute, value in found.items() if value}
