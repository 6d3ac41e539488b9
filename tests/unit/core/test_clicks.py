"""Reading click logs."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.clicks import read_impressions
from core.engagement import Impression
from core.errors import TableError

GOOD = {"query": "red tee", "item_id": "a", "position": 1, "click": 1}


def log(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "clicks.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize("yes", [1, True, "1", "true", 1.0])
@pytest.mark.parametrize("no", [0, False, "0", "False", 0.0])
def test_flags_in_every_spelling(tmp_path: Path, yes: object, no: object) -> None:
    path = log(tmp_path, GOOD | {"click": yes, "cart": no, "order": yes, "day": 3, "search_id": "s"})
    assert list(read_impressions(path)) == [Impression("red tee", "a", 1, True, False, True)]


def test_cart_and_order_may_be_absent_and_csv_is_read(tmp_path: Path) -> None:
    path = tmp_path / "clicks.csv"
    path.write_text("query,item_id,position,click,cart\nred tee,5,2,0,\n")
    assert list(read_impressions(path)) == [Impression("red tee", "5", 2, False, False, False)]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"query": None}, "query"),
        ({"query": "x" * 1001}, "query"),
        ({"item_id": ""}, "item_id"),
        ({"position": 0}, "position"),
        ({"position": 1.5}, "position"),
        ({"position": None}, "position"),
        ({"position": "top"}, "position"),
        ({"click": None}, "click"),
        ({"click": 2}, "click"),
        ({"click": [1]}, "click"),
        ({"cart": "maybe"}, "cart"),
    ],
)
def test_a_bad_row_names_its_field(tmp_path: Path, wrong: dict[str, Any], field: str) -> None:
    found = list(read_impressions(log(tmp_path, GOOD, GOOD | wrong)))
    assert isinstance(found[0], Impression)
    assert isinstance(found[1], TableError)
    assert found[1].field == f"clicks.jsonl, row 2, {field}"


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"lacks the columns \['click', 'position'\]"):
        list(read_impressions(log(tmp_path, {"query": "q", "item_id": "a"})))
