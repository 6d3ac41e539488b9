"""Which ids the catalogue has: exact, on disk, so that memory stays flat in the size of the catalogue."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from types import TracebackType

_CACHE_KIB = 32 * 1024


class SeenIds:
    """A set of ids in a temporary database that SQLite removes by itself, with a mark on each."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("CREATE TABLE ids (id TEXT PRIMARY KEY, marked INTEGER DEFAULT 0) WITHOUT ROWID")
        self._db.execute("BEGIN")

    def add(self, item_id: str) -> bool:
        """Remember an id; True when it is there for the first time."""
        return self._db.execute("INSERT OR IGNORE INTO ids (id) VALUES (?)", (item_id,)).rowcount == 1

    def mark(self, item_ids: Iterable[str]) -> list[str]:
        """Mark the ids that were added, as often as one likes; returns those that never were."""
        update = "UPDATE ids SET marked = 1 WHERE id = ?"
        return [i for i in item_ids if self._db.execute(update, (i,)).rowcount == 0]

    def unmarked(self) -> tuple[int, str | None]:
        """How many ids have no mark, and one of them."""
        row = self._db.execute("SELECT count(*), min(id) FROM ids WHERE marked = 0").fetchone()
        return int(row[0]), row[1]

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM ids").fetchone()[0])

    def __enter__(self) -> SeenIds:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()
