"""Rows that could not be used, one JSON line each: file, row, field, problem, remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from core.errors import SettingError, TableError

REJECTS_SUFFIX = ".rejects.jsonl"
# how core.tables names a place; rows are counted from 1 after the header
_PLACE = re.compile(r"(?P<file>.*?), row (?P<row>\d+), (?P<field>.*)\Z", re.DOTALL)


def default_rejects_path(source: Path) -> Path:
    """`products.parquet` → `products.rejects.jsonl` in the current folder."""
    return Path(source.resolve().stem + REJECTS_SUFFIX)


class RejectLog:
    """Writes the rejects of one run. The file is there afterwards only if there were any.

    Raises:
        SettingError: the file cannot be written, or is one of the run's `inputs`.
    """

    def __init__(self, path: Path, inputs: Iterable[Path] = ()) -> None:
        if path.resolve() in [source.resolve() for source in inputs]:
            raise SettingError("--rejects", f"{path} is the file to read", "Name another file.")
        try:
            self._file = path.open("w", encoding="utf-8")
        except OSError as error:
            problem = f"{path} cannot be written ({error.strerror})"
            raise SettingError("--rejects", problem, "Name another file.") from error
        self.path = path
        self.count = 0
        self.first: TableError | None = None

    def add(self, error: TableError) -> None:
        """Count and write one row."""
        self.count += 1
        self.first = self.first or error
        self._file.write(json.dumps(reject_row(error), ensure_ascii=False) + "\n")

    def refuse_if_any(self) -> None:
        """What `--strict` means: TableError that names the first reject and the file with all of them."""
        if self.first is not None:
            self._file.flush()
            problem = f"{self.first.problem}; {self.count} rows are wrong, and --strict allows none"
            raise TableError(self.first.field, problem, f"All of them are in {self.path}")

    def __enter__(self) -> RejectLog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if not self.count:
            self.path.unlink(missing_ok=True)


def reject_row(error: TableError) -> dict[str, str | int | None]:
    """The fields of one line of a rejects file."""
    place = _PLACE.match(error.field)
    where = place.groupdict() if place else {"file": error.field, "row": None, "field": None}
    row = None if where["row"] is None else int(where["row"])
    return {**where, "row": row, "problem": error.problem, "remedy": error.remedy}
