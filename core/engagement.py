"""Engagement counters of a query-item pair: from the click log to the bytes in the store.

The log is corrected for where an item stood: `expected_clicks` adds up, over its impressions, the log's usual
click rate at that position. Clicks over expected clicks then compares items shown in different places (the
COEC of Zhang and Jones, 2007).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.text import normalise_query, query_hash
from core.types import FloatRows

COUNTERS = ("impressions", "clicks", "carts", "orders", "expected_clicks")
VERSION = 1
_BYTES = 4 * len(COUNTERS)

Counts = dict[str, dict[str, FloatRows]]


@dataclass(frozen=True, slots=True)
class Impression:
    """One item shown in one search: position from 1, and what the shopper did."""

    query: str
    item_id: str
    position: int
    click: bool
    cart: bool
    order: bool


def engagement_key(query: str) -> str:
    """Where a query's counters stand: a hash of item id → packed counters."""
    return f"sr:eng:{VERSION}:{query_hash(query)}"


def pack_counters(counters: FloatRows) -> bytes:
    """float32[5] → 20 bytes, little-endian, in the order of COUNTERS."""
    packed: bytes = counters.astype("<f4").tobytes()
    return packed


def unpack_counters(raws: Sequence[bytes | None]) -> FloatRows:
    """n store values → float32[n, 5]; NaN rows where there is none or it is not ours."""
    nothing = np.full(len(COUNTERS), np.nan, "<f4").tobytes()
    whole = b"".join(r if r is not None and len(r) == _BYTES else nothing for r in raws)
    return np.frombuffer(whole, "<f4").reshape(len(raws), len(COUNTERS))


def count_engagement(impressions: Iterable[Impression]) -> Counts:
    """Aggregate a click log: normalised query → item id → float32[5] in the order of COUNTERS."""
    log = list(impressions)
    usual = _click_rate_by_position(log)
    counts: Counts = defaultdict(lambda: defaultdict(lambda: np.zeros(len(COUNTERS), np.float32)))
    for shown in log:
        seen = (1, shown.click, shown.cart, shown.order, usual[shown.position])
        counts[normalise_query(shown.query)][shown.item_id] += np.array(seen, np.float32)
    return {query: dict(items) for query, items in counts.items()}


def look_up(counts: Counts, query: str, item_ids: Sequence[str]) -> FloatRows:
    """The counters of a query's candidates, float32[n, 5], as the store would return them."""
    items = counts.get(normalise_query(query), {})
    return unpack_counters([pack_counters(items[i]) if i in items else None for i in item_ids])


def _click_rate_by_position(log: Sequence[Impression]) -> Mapping[int, float]:
    shown: dict[int, int] = defaultdict(int)
    clicked: dict[int, int] = defaultdict(int)
    for impression in log:
        shown[impression.position] += 1
        clicked[impression.position] += impression.click
    return {position: clicked[position] / n for position, n in shown.items()}
