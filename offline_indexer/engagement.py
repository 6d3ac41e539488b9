"""From a click log (core.clicks) to engagement counters in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from core.clicks import read_impressions
from core.engagement import Counts, Impression, count_engagement, engagement_key, pack_counters
from core.errors import TableError
from offline_indexer.rejects import RejectLog
from offline_indexer.store import IndexWriter

_BATCH = 200  # queries per round trip


@dataclass(frozen=True)
class LoadReport:
    """What a finished load did; `removed` counters of items were there before and are not in this log."""

    impressions: int
    queries: int
    pairs: int
    removed: int


def load(path: Path, writer: IndexWriter, rejects: RejectLog, strict: bool = False) -> LoadReport:
    """Count a click log and replace the counters of every query in it; loading it twice changes nothing.

    Counters of queries that the log does not have stay as they are.

    Raises:
        TableError: the log has no usable row, or has a bad one and `strict` is set; nothing was written.
        StoreError: the server is gone, full, or says no.
    """
    counts = count_engagement(_accepted(read_impressions(path), rejects))
    if strict:
        rejects.refuse_if_any()
    if not counts:
        remedy = f"See {rejects.path}" if rejects.count else "Give a log with at least one search."
        raise TableError(path.name, "has no usable row", remedy)
    removed = sum(writer.replace_hashes(batch) for batch in _hashes(counts))
    per_item = [counters for items in counts.values() for counters in items.values()]
    impressions = int(sum(float(counters[0]) for counters in per_item))
    return LoadReport(impressions, len(counts), len(per_item), removed)


def _accepted(rows: Iterable[Impression | TableError], rejects: RejectLog) -> Iterator[Impression]:
    for row in rows:
        if isinstance(row, TableError):
            rejects.add(row)
        else:
            yield row


def _hashes(counts: Counts) -> Iterator[dict[str, dict[str, bytes]]]:
    remaining = iter(counts.items())
    while batch := list(islice(remaining, _BATCH)):
        yield {
            engagement_key(query): {item_id: pack_counters(counters) for item_id, counters in items.items()}
            for query, items in batch
        }
