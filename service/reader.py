"""What the service asks of a store, and the reader that keeps everything in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from core.engagement import engagement_key
from core.records import IndexInfo, marker_key

Raw = Sequence[bytes | None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """The raw values of n candidates: their item records and their counters for the query, None if absent."""

    records: Raw
    engagement: Raw


class StoreReader(Protocol):
    """Reads a published index. Every method raises StoreUnavailableError or StoreRefusedError."""

    async def fetch(self, prefix: str, query: str, ids: Sequence[str]) -> Fetched:
        """Records and engagement of the ids, in their order; `prefix` stands before the id in item keys."""
        ...

    async def marker(self, encoder_id: str) -> IndexInfo | None:
        """The marker of the encoder's published index; MismatchError if it is not readable."""
        ...

    async def close(self) -> None:
        """Give connections back."""
        ...


@dataclass(frozen=True)
class MemoryReader:
    """A store in two dicts: plain values by key, hashes of field to value by key."""

    values: Mapping[str, bytes] = field(default_factory=dict)
    hashes: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)

    async def fetch(self, prefix: str, query: str, ids: Sequence[str]) -> Fetched:
        """See StoreReader."""
        counters = self.hashes.get(engagement_key(query), {})
        return Fetched([self.values.get(prefix + i) for i in ids], [counters.get(i) for i in ids])

    async def marker(self, encoder_id: str) -> IndexInfo | None:
        """See StoreReader."""
        raw = self.values.get(marker_key(encoder_id))
        return None if raw is None else IndexInfo.from_json(raw)

    async def close(self) -> None:
        """Nothing to give back."""
