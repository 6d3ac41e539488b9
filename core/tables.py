"""Rows out of Parquet, JSONL, CSV and TSV files, each with the file and row number it came from.

Memory stays flat in the size of the file. A row that cannot be parsed at all is a TableError that names the
row; what a row must contain is for its reader to say.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import TableError

SUFFIXES = (".parquet", ".jsonl", ".csv", ".tsv")
_BATCH = 4096
_SNIFFED_ROWS = 100
_READ_BUFFER = 1 << 20
_LARGEST_FLOAT32 = 3.4e38
_NO_ROW: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` counts data rows from 1. `broken` says why there are no values."""

    file: str
    number: int
    values: Mapping[str, Any]
    broken: str | None = None

    def error(self, field: str, problem: str, remedy: str) -> TableError:
        """A TableError that says where."""
        return TableError(f"{self.file}, row {self.number}, {field}", problem, remedy)

    def text(self, field: str, limit: int) -> str | None:
        """The stripped text of a field, None where absent; numbers are no text."""
        value = self.values.get(field)
        if value is None or (isinstance(value, float) and math.isnan(value)):
            return None
        if not isinstance(value, str):
            raise self.error(field, f"is {type(value).__name__}, not text", "Quote it or drop it.")
        if len(value) > limit:
            raise self.error(field, f"has {len(value)} characters", f"The limit is {limit}.")
        if not _is_unicode(value):
            raise self.error(field, "holds half a character (a lone surrogate)", "Write it as UTF-8.")
        return value.strip() or None

    def identity(self, field: str) -> str:
        """An id: text, or a whole number written out. It must be there."""
        value = self.values.get(field)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        found = self.text(field, 200)
        if found is None:
            raise self.error(field, "is missing", "Every row needs one.")
        return found

    def number_or_none(self, field: str) -> float | None:
        """A number that float32 can hold, None where absent or NaN; text is parsed (CSV has nothing else)."""
        value = self.values.get(field)
        if value is None or value == "":
            return None
        try:
            found = float(value)
        except (TypeError, ValueError, OverflowError):
            found = math.inf
        if abs(found) > _LARGEST_FLOAT32 or isinstance(value, bool):
            raise self.error(field, f"{value!r} is not a number", "Give a finite number or nothing.")
        return None if math.isnan(found) else found


def read_rows(path: Path) -> Iterator[Row]:
    """All rows of one file, by its suffix."""
    readers = {".parquet": _parquet, ".jsonl": _jsonl, ".csv": _csv, ".tsv": _csv}
    if path.suffix not in readers:
        remedy = f"Accepted: {', '.join(SUFFIXES)}"
        raise TableError(str(path), f"has the unknown suffix {path.suffix!r}", remedy)
    if not path.is_file():
        raise TableError(str(path), "is not a file", "Check the path.")
    try:
        path.open("rb").close()
    except OSError as error:
        raise TableError(str(path), f"cannot be read ({error.strerror})", "Check its rights.") from error
    return readers[path.suffix](path)


def column_names(path: Path) -> tuple[str, ...]:
    """The file's columns; for JSONL, the keys of its first rows."""
    rows = read_rows(path)
    if path.suffix == ".parquet":
        with _open_parquet(path) as file:
            return tuple(file.schema_arrow.names)
    if path.suffix == ".jsonl":
        return tuple(dict.fromkeys(key for row in islice(rows, _SNIFFED_ROWS) for key in row.values))
    return _csv_header(path)


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write rows to a temporary name beside `path`, then rename: readers never see half a file."""
    partial = path.with_name(f".{path.name}.partial")
    pq.write_table(pa.Table.from_pylist(rows), partial)
    partial.rename(path)


def _parquet(path: Path) -> Iterator[Row]:
    number = 0
    with _open_parquet(path) as file:
        for batch in _batches(path, file):
            for values in batch.to_pylist():
                number += 1
                yield Row(path.name, number, values)


def _batches(path: Path, file: pq.ParquetFile) -> Iterator[pa.RecordBatch]:
    try:
        yield from file.iter_batches(_BATCH)
    except (pa.ArrowException, OSError) as error:
        raise TableError(str(path), f"is damaged ({error})", "Write it again.") from error


def _open_parquet(path: Path) -> pq.ParquetFile:
    try:
        # read column by column in small pieces: a file may be one row group as large as the catalogue
        return pq.ParquetFile(path, buffer_size=_READ_BUFFER)
    except (pa.ArrowException, OSError) as error:
        raise TableError(str(path), f"is no Parquet file ({error})", "Write it again.") from error


def _jsonl(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate((text for text in lines if text.strip()), 1):
            yield _json_row(path.name, number, line)


def _json_row(file: str, number: int, line: str) -> Row:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Row(file, number, _NO_ROW, f"is not JSON ({error})")
    if not isinstance(values, dict):
        return Row(file, number, _NO_ROW, "is not a JSON object")
    return Row(file, number, values)


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        reader = _csv_reader(path, lines)
        for number in count(1):
            try:
                values = next(reader, None)
            except csv.Error as error:
                yield Row(path.name, number, _NO_ROW, f"is not CSV ({error})")
                continue
            if values is None:
                return
            broken = "has more cells than the header" if None in values else None
            yield Row(path.name, number, {k: v for k, v in values.items() if v and k}, broken)


def _csv_reader(path: Path, lines: Iterable[str]) -> csv.DictReader[str]:
    csv.field_size_limit(1 << 24)
    separator = "\t" if path.suffix == ".tsv" or _is_tabbed(path) else ","
    return csv.DictReader(lines, delimiter=separator)


def _csv_header(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        try:
            return tuple(name for name in _csv_reader(path, lines).fieldnames or () if name)
        except csv.Error as error:
            raise TableError(str(path), f"has no header ({error})", "Write it again.") from error


def _is_tabbed(path: Path) -> bool:
    # WANDS ships tab-separated files that are named .csv
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        header = lines.readline()
    return header.count("\t") > header.count(",")


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
