"""Judgment files in every accepted format.

own     query, item_id (or product_id), and either label (1, 0.5, 0) or grade (2, 1, 0); optional: split,
        retrieval_score, and mean_label (0 to 1), the mean of several raters
ESCI    query, product_id, esci_label (E, S, C, I), split, product_locale
WANDS   label.csv (query_id, product_id, label) with query.csv beside it
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from core.errors import TableError
from core.lexicon import analyse, stem
from core.tables import Row, column_names, read_rows
from core.text import normalise_query
from core.types import Judgment

MAX_QUERY = 1_000
TEST = "test"
ESCI_LABELS = {"E": 1.0, "S": 0.5, "C": 0.0, "I": 0.0}
WANDS_LABELS = {"Exact": 1.0, "Partial": 0.5, "Irrelevant": 0.0}
_EXPECTED = "Expected query, item_id and label (or grade), or the columns of ESCI or WANDS: docs/your-data.md"
LABELS = (1.0, 0.5, 0.0)
_GRADES = {2.0: 1.0, 1.0: 0.5, 0.0: 0.0}

Reader = Callable[[Row], Judgment]


def read_judgments(path: Path) -> list[Judgment]:
    """Every judgment of the file, one per query-item pair.

    Raises:
        TableError: an unknown format, a bad row, a pair judged twice with different labels, or a query that
            is in the split `test` and in another.
    """
    reader = _reader(path)
    found: dict[tuple[str, str], Judgment] = {}
    splits: dict[str, str | None] = {}
    for row in read_rows(path):
        if row.broken:
            raise row.error("the row", row.broken, "Correct or drop it.")
        judgment = reader(row)
        before = found.setdefault((judgment.query, judgment.item_id), judgment)
        if before.label != judgment.label:
            raise row.error("label", "contradicts an earlier row of this pair", "Keep one of them.")
        _check_split(row, judgment, splits)
    if not found:
        raise TableError(str(path), "holds no judgment", "Give at least one row.")
    return list(found.values())


def _check_split(row: Row, judgment: Judgment, splits: dict[str, str | None]) -> None:
    # ESCI splits each locale's queries by themselves
    key = f"{row.values.get('product_locale')}|{normalise_query(judgment.query)}"
    split = splits.setdefault(key, judgment.split)
    if (split == TEST) != (judgment.split == TEST):
        problem = f"is {judgment.split!r}, and {split!r} in an earlier row of this query"
        raise row.error("split", problem, "Split by query: what is tested on must not be learned from.")


def fold_of(query: str, folds: int, salt: str = "") -> int:
    """A fold number decided by the query's set of stems: near-duplicates stay together."""
    digest = hashlib.blake2b(f"{salt}|{stems_of(query)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % folds


def stems_of(query: str) -> str:
    """The query's set of stems in one string: near-duplicates have the same."""
    return " ".join(sorted({stem(token) for token in analyse(query).tokens}))


def apart_from(judgments: Iterable[Judgment], others: Iterable[Judgment]) -> list[Judgment]:
    """The judgments of queries that are no near-duplicates of any of the others'."""
    taken = {stems_of(query) for query in {other.query for other in others}}
    return [judgment for judgment in judgments if stems_of(judgment.query) not in taken]


def hold_out(judgments: Iterable[Judgment], folds: int, salt: str) -> tuple[list[Judgment], list[Judgment]]:
    """Split by query into (kept, held out), one part in `folds` held out."""
    kept: list[Judgment] = []
    held: list[Judgment] = []
    for judgment in judgments:
        (held if fold_of(judgment.query, folds, salt) == 0 else kept).append(judgment)
    return kept, held


def in_split(judgments: Iterable[Judgment], split: str) -> list[Judgment]:
    """The judgments of one split."""
    return [judgment for judgment in judgments if judgment.split == split]


def _reader(path: Path) -> Reader:
    columns = set(column_names(path))
    if {"query", "product_id", "esci_label"} <= columns:
        return _read_esci
    if {"query_id", "product_id", "label"} <= columns and "query" not in columns:
        return _wands_reader(path)
    if "query" in columns and columns & {"item_id", "product_id"} and columns & {"label", "grade"}:
        return _own_reader(columns)
    raise TableError(path.name, f"has the columns {sorted(columns)}", _EXPECTED)


def _own_reader(columns: set[str]) -> Reader:
    if {"label", "grade"} <= columns:
        raise TableError(
            "label and grade", "are both there", "Keep one: label (1, 0.5, 0) or grade (2, 1, 0)."
        )
    id_column = "item_id" if "item_id" in columns else "product_id"
    column, scale = (
        ("label", {label: label for label in LABELS}) if "label" in columns else ("grade", _GRADES)
    )

    def read(row: Row) -> Judgment:
        given = row.number_or_none(column)
        if given not in scale:
            raise row.error(column, f"is {given}", f"One of {sorted(scale)}.")
        score, mean = row.number_or_none("retrieval_score"), row.number_or_none("mean_label")
        if mean is not None and not 0 <= mean <= 1:
            raise row.error("mean_label", f"is {mean}", "The raters' mean on a scale from 0 to 1.")
        item_id, split = row.identity(id_column), row.text("split", 20)
        return Judgment(_query(row), item_id, scale[given], split, score, mean)

    return read


def _read_esci(row: Row) -> Judgment:
    label = _named_label(row, "esci_label", ESCI_LABELS)
    return Judgment(_query(row), row.identity("product_id"), label, row.text("split", 20))


def _wands_reader(path: Path) -> Reader:
    queries = {row.identity("query_id"): _query(row) for row in _wands_queries(path)}

    def read(row: Row) -> Judgment:
        query = queries.get(row.identity("query_id"))
        if query is None:
            raise row.error("query_id", "is not in query.csv", "Give the query.csv of this label.csv.")
        return Judgment(query, row.identity("product_id"), _named_label(row, "label", WANDS_LABELS))

    return read


def _wands_queries(path: Path) -> Iterator[Row]:
    return read_rows(path.with_name(f"query{path.suffix}"))


def _named_label(row: Row, column: str, labels: Mapping[str, float]) -> float:
    name = row.text(column, 20)
    if name is None or name not in labels:
        raise row.error(column, f"is {name!r}", f"One of {sorted(labels)}.")
    return labels[name]


def _query(row: Row) -> str:
    query = row.text("query", MAX_QUERY)
    if query is None:
        raise row.error("query", "is missing", "Every judgment needs one.")
    return query
