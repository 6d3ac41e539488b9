"""Reading rows: the same rows out of every format, and a place for every mistake."""

import json
import math
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import TableError
from core.tables import Row, column_names, read_rows, write_parquet

ROWS = [{"id": "a", "n": 1.5}, {"id": "b", "n": None}]


def write(path: Path) -> Path:
    if path.suffix == ".parquet":
        write_parquet(path, ROWS)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    else:
        mark = "\t" if path.suffix == ".tsv" else ","
        path.write_text(f"id{mark}n\na{mark}1.5\nb{mark}\n")
    return path


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv", ".tsv"])
def test_every_format_gives_the_same_rows(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"rows{suffix}")
    rows = list(read_rows(path))
    assert [(row.file, row.number) for row in rows] == [(path.name, 1), (path.name, 2)]
    assert [(row.identity("id"), row.number_or_none("n")) for row in rows] == [("a", 1.5), ("b", None)]
    assert column_names(path) == ("id", "n")


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, suffix: str) -> None:
    for read in (column_names, lambda path: list(read_rows(path))):
        with pytest.raises(TableError, match=f"nothing{suffix}: is not a file"):
            read(tmp_path / f"nothing{suffix}")


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "rows.csv")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(TableError, match=r"rows\.csv: cannot be read \(Permission denied\)"):
        column_names(path)


@pytest.mark.parametrize("suffix", [".xlsx", ""])
def test_an_unknown_suffix_is_answered_with_the_known_ones(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(TableError, match=r"\.parquet, \.jsonl, \.csv, \.tsv"):
        list(read_rows(tmp_path / f"nothing{suffix}"))


def test_a_byte_order_mark_is_no_part_of_the_data(tmp_path: Path) -> None:
    for name, text in (("a.csv", "id,n\na,1\n"), ("a.jsonl", '{"id": "a", "n": 1}\n')):
        path = tmp_path / name
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert column_names(path) == ("id", "n")
        assert [row.identity("id") for row in read_rows(path)] == ["a"]


def test_columns_of_csv_are_its_header_whatever_the_first_row_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\na,\nb,B\n")
    assert column_names(path) == ("id", "title")
    path.write_text("id,title\n")
    assert column_names(path) == ("id", "title")


def test_columns_of_jsonl_are_those_of_several_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('not json\n{"id": "a"}\n{"id": "b", "title": "B"}\n')
    assert column_names(path) == ("id", "title")


def test_tab_separated_files_may_be_called_csv(tmp_path: Path) -> None:
    path = tmp_path / "wands.csv"
    path.write_text("id\ttitle\n1\tbed, oak\n")
    assert [dict(row.values) for row in read_rows(path)] == [{"id": "1", "title": "bed, oak"}]


@pytest.mark.parametrize(
    ("line", "why"),
    [("{", "not JSON"), ("[1]", "not a JSON object"), ("[" * 100_000, "not JSON"), ("9" * 5000, "not JSON")],
)
def test_a_broken_json_line_is_one_broken_row(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n\n{{"id": "b"}}\n')
    rows = list(read_rows(path))
    assert [row.number for row in rows] == [1, 2, 3]
    assert rows[0].broken is None
    assert rows[2].broken is None
    assert rows[1].broken is not None
    assert why in rows[1].broken


def test_a_csv_row_with_too_many_cells_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,n\na,1,2\nb,2\n")
    assert [row.broken is None for row in read_rows(path)] == [False, True]


def test_a_csv_cell_beyond_every_limit_is_one_broken_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,n\na," + "x" * (1 << 24) + "x\nb,2\n")
    rows = list(read_rows(path))
    assert [row.broken is None for row in rows] == [False, True]
    assert rows[1].identity("id") == "b"


def test_what_only_looks_like_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 not really")
    with pytest.raises(TableError, match="no Parquet file"):
        list(read_rows(path))


def test_a_parquet_file_damaged_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"id": [f"item {i}" for i in range(5000)]}), path, compression="gzip")
    raw = bytearray(path.read_bytes())
    raw[200:1200] = b"\0" * 1000
    path.write_bytes(raw)
    with pytest.raises(TableError, match="damaged"):
        list(read_rows(path))


def test_write_parquet_leaves_one_whole_file(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", ROWS)
    assert [p.name for p in tmp_path.iterdir()] == ["a.parquet"]


def row(value: object) -> Row:
    return Row("f.jsonl", 7, {"x": value})


def test_text_is_stripped_and_absent_text_is_none() -> None:
    assert row(" a ").text("x", 10) == "a"
    for nothing in (None, "", "  ", math.nan):
        assert row(nothing).text("x", 10) is None
    assert row("a").text("other", 10) is None


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (1, "is int, not text"),
        (True, "is bool, not text"),
        (["a"], "is list, not text"),
        ("a" * 11, "has 11 characters"),
        ("\ud800", "half a character"),
    ],
)
def test_text_that_is_none_names_file_row_and_field(value: object, problem: str) -> None:
    with pytest.raises(TableError) as caught:
        row(value).text("x", 10)
    assert caught.value.field == "f.jsonl, row 7, x"
    assert problem in caught.value.problem
    assert caught.value.remedy


def test_identities_are_text_or_whole_numbers() -> None:
    assert row("a1 ").identity("x") == "a1"
    assert row(17).identity("x") == "17"
    for wrong in (None, "", True, 1.5, "x" * 201):
        with pytest.raises(TableError):
            row(wrong).identity("x")


def test_numbers_are_parsed_and_absent_ones_are_none() -> None:
    assert [row(v).number_or_none("x") for v in (3, "2.5", " 4 ", 0)] == [3.0, 2.5, 4.0, 0.0]
    assert [row(v).number_or_none("x") for v in (None, "", math.nan, "nan")] == [None] * 4


@pytest.mark.parametrize("value", ["ten", math.inf, "inf", True, [1], 10**400, 1e300, -1e300])
def test_numbers_that_float32_cannot_hold_are_refused(value: object) -> None:
    with pytest.raises(TableError, match="is not a number"):
        row(value).number_or_none("x")
