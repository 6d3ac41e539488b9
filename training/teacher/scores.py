"""The teacher's scores on disk: Parquet with query, item_id and score (a logit)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.errors import TableError
from core.tables import column_names, read_rows, write_parquet

COLUMNS = ("query", "item_id", "score")


def write_scores(path: Path, scores: Mapping[tuple[str, str], float]) -> None:
    """Write the table; it is whole or absent."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_parquet(path, [{"query": q, "item_id": i, "score": s} for (q, i), s in scores.items()])


def read_scores(path: Path) -> dict[tuple[str, str], float]:
    """(query, item id) → logit."""
    if missing := set(COLUMNS) - set(column_names(path)):
        raise TableError(path.name, f"has no column {sorted(missing)}", "Make it with: shelfrank label")
    found: dict[tuple[str, str], float] = {}
    for row in read_rows(path):
        query, score = row.text("query", 1_000), row.number_or_none("score")
        if query is None or score is None:
            raise row.error("score", "or query is missing", "Make the file with: shelfrank label")
        found[query, row.identity("item_id")] = score
    return found
