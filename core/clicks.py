"""Click logs: one row per item shown in a search.

Columns: query, item_id, position (from 1), click, and optionally cart and order (each 0 or 1, or true or
false). Others, such as day and search_id, are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.engagement import Impression
from core.errors import TableError
from core.tables import Row, column_names, read_rows

REQUIRED = ("query", "item_id", "position", "click")
MAX_QUERY = 1_000
_FLAGS: Mapping[Any, bool] = {
    **dict.fromkeys((1, "1", "true", "True"), True),
    **dict.fromkeys((0, "0", "false", "False"), False),
}


def read_impressions(path: Path) -> Iterator[Impression | TableError]:
    """Every row of a click log as an Impression, or as the TableError that says why not."""
    missing = sorted(set(REQUIRED) - set(column_names(path)))
    if missing:
        remedy = f"A click log has the columns {', '.join(REQUIRED)}, and may have cart and order"
        raise TableError(path.name, f"lacks the columns {missing}", remedy)
    for row in read_rows(path):
        try:
            yield _to_impression(row)
        except TableError as error:
            yield error


def _to_impression(row: Row) -> Impression:
    if row.broken:
        raise row.error("the row", row.broken, "Correct or drop it.")
    query = row.text("query", MAX_QUERY)
    if query is None:
        raise row.error("query", "is missing", "Every row needs one.")
    flags = [_flag(row, name) for name in ("click", "cart", "order")]
    return Impression(query, row.identity("item_id"), _position(row), *flags)


def _position(row: Row) -> int:
    value = row.number_or_none("position")
    if value is None or value < 1 or value != int(value):
        found = row.values.get("position")
        raise row.error("position", f"is {found!r}", "Give the item's place in the list, from 1.")
    return int(value)


def _flag(row: Row, name: str) -> bool:
    value = row.values.get(name)
    if (value is None or value != value) and name != "click":
        return False  # None, or the NaN of a column of floats
    if not isinstance(value, (bool, int, float, str)) or value not in _FLAGS:
        raise row.error(name, f"is {value!r}", "Give 0 or 1.")
    return _FLAGS[value]
