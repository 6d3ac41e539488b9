"""Catalogues: every accepted format becomes the same items; a bad row says where and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.catalogue import MAX_TEXT, detect_format, load_items, read_items
from core.errors import TableError
from core.types import Item


def catalogue(folder: Path, *rows: dict[str, Any] | str) -> Path:
    path = folder / "shop.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows))
    return path


def errors(path: Path) -> list[tuple[str, str]]:
    return [(e.field, e.problem) for e in read_items(path) if isinstance(e, TableError)]


def test_own_columns_and_their_aliases(tmp_path: Path) -> None:
    row = {
        "item_id": 7,
        "title": " Tee ",
        "category": "Shirts",
        "colour": "Red",
        "price_cents": 950,
        "rating": "4.5",
    }
    assert list(read_items(catalogue(tmp_path, row))) == [
        Item("7", "Tee", product_type="Shirts", color="Red", price=9.5, rating=4.5)
    ]


def test_a_column_wins_over_its_alias(tmp_path: Path) -> None:
    row = {"item_id": "a", "title": "Tee", "color": "Blue", "colour": "Red", "price": 1, "price_cents": 950}
    (item,) = read_items(catalogue(tmp_path, row))
    assert isinstance(item, Item)
    assert (item.color, item.price) == ("Blue", 1.0)


def test_esci_columns(tmp_path: Path) -> None:
    row = {
        "product_id": "B01",
        "product_title": "Lamp",
        "product_brand": "Ib",
        "product_color": "Red",
        "product_description": "<p>A <b>lamp</b></p>",
    }
    path = catalogue(tmp_path, row)
    assert detect_format(path).name == "ESCI"
    (item,) = read_items(path)
    assert isinstance(item, Item)
    assert (item.item_id, item.title, item.brand, item.color) == ("B01", "Lamp", "Ib", "Red")
    assert item.description is not None
    assert item.description.split() == ["A", "lamp"]


def test_wands_columns_and_its_feature_list(tmp_path: Path) -> None:
    row = {
        "product_id": 3,
        "product_name": "Bed",
        "product_class": "Beds",
        "product_features": "color : oak|finish : oiled|primarymaterial : Wood|brand :  Ib ",
        "average_rating": 4.0,
        "review_count": 12.0,
    }
    path = catalogue(tmp_path, row)
    assert detect_format(path).name == "WANDS"
    expected = Item("3", "Bed", "Beds", "Ib", "oak", material="Wood", rating=4.0, review_count=12.0)
    assert list(read_items(path)) == [expected]


def test_a_file_of_something_else_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"'name', 'sku'.*docs/your-data\.md"):
        list(read_items(catalogue(tmp_path, {"sku": 1, "name": "x"})))


def test_bad_rows_say_where_and_why_and_the_others_go_on(tmp_path: Path) -> None:
    path = catalogue(
        tmp_path,
        {"item_id": "a", "title": "A"},
        {"title": "no id"},
        {"item_id": "c"},
        {"item_id": "a", "title": "again"},
        {"item_id": "e", "title": 5},
        {"item_id": "f", "title": "x" * (MAX_TEXT + 1)},
        {"item_id": "g", "title": "G", "price": -1},
        {"item_id": "h", "title": "H", "price": "cheap"},
        "{",
        {"item_id": "j", "title": "J", "brand": ["x"]},
        {"item_id": "k", "title": "K"},
    )
    found = dict(errors(path))
    assert list(found) == [
        "shop.jsonl, row 2, item_id",
        "shop.jsonl, row 3, title",
        "shop.jsonl, row 4, item_id",
        "shop.jsonl, row 5, title",
        "shop.jsonl, row 6, title",
        "shop.jsonl, row 7, price",
        "shop.jsonl, row 8, price",
        "shop.jsonl, row 9, the row",
        "shop.jsonl, row 10, brand",
    ]
    assert "'a' was there before" in found["shop.jsonl, row 4, item_id"]
    assert list(load_items(path)) == ["a", "k"]


def test_a_bad_first_row_does_not_hide_the_format(tmp_path: Path) -> None:
    path = catalogue(tmp_path, {"item_id": "a"}, {"item_id": "b", "title": "B"})
    assert errors(path) == [("shop.jsonl, row 1, title", "is missing")]


def test_a_rejected_row_does_not_take_the_id(tmp_path: Path) -> None:
    path = catalogue(tmp_path, {"item_id": "a", "price": 1}, {"item_id": "a", "title": "A"})
    assert [field for field, _ in errors(path)] == ["shop.jsonl, row 1, title"]
    assert list(load_items(path)) == ["a"]


def test_the_caller_may_say_which_ids_are_new(tmp_path: Path) -> None:
    path = catalogue(tmp_path, {"item_id": "a", "title": "A"}, {"item_id": "b", "title": "B"})
    rows = list(read_items(path, lambda item_id: item_id != "a"))
    assert isinstance(rows[0], TableError)
    assert isinstance(rows[1], Item)
