"""The rejects file: one line per bad row, there only if there is one."""

import json
from pathlib import Path

import pytest

from core.errors import SettingError, TableError
from core.tables import Row
from offline_indexer.rejects import RejectLog, default_rejects_path, reject_row

ERROR = Row("shop.csv", 3, {}).error("price", "'x' is not a number", "Give one.")


def test_a_line_says_file_row_field_problem_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.rejects.jsonl"
    with RejectLog(path) as log:
        log.add(ERROR)
    assert log.count == 1
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {
            "file": "shop.csv",
            "row": 3,
            "field": "price",
            "problem": "'x' is not a number",
            "remedy": "Give one.",
        }
    ]


def test_an_error_without_a_row_keeps_its_place() -> None:
    row = reject_row(TableError("shop.csv", "is odd", "Look."))
    assert (row["file"], row["row"], row["field"]) == ("shop.csv", None, None)


def test_no_rejects_no_file_not_even_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.rejects.jsonl"
    path.write_text("old")
    with RejectLog(path):
        pass
    assert not path.exists()


def test_the_file_stands_in_the_current_folder_under_the_catalogues_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_rejects_path(Path("/data/shop.parquet")) == Path("shop.rejects.jsonl")
    assert default_rejects_path(Path()) == Path(f"{tmp_path.name}.rejects.jsonl")


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "shop.jsonl"
    source.write_text("{}")
    with pytest.raises(SettingError, match="is the file to read"):
        RejectLog(tmp_path / "." / "shop.jsonl", [source])
    assert source.read_text() == "{}"


def test_a_place_that_cannot_be_written_is_a_setting_error(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="cannot be written"):
        RejectLog(tmp_path / "no" / "folder" / "a.rejects.jsonl")


def test_strict_names_the_first_and_counts_all(tmp_path: Path) -> None:
    with RejectLog(tmp_path / "a.rejects.jsonl") as log:
        log.refuse_if_any()
        log.add(ERROR)
        log.add(Row("shop.csv", 9, {}).error("title", "is missing", "Add it."))
        with pytest.raises(TableError, match=r"shop\.csv, row 3, price.*2 rows.*a\.rejects\.jsonl"):
            log.refuse_if_any()
