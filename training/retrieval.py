"""Retrieval over a catalogue, by words (BM25) or by an encoder's vectors.

BM25 gives candidates, retrieval scores and the baseline to beat; both find hard negatives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import bm25s
import numpy as np

from core.encoder import Encoder
from core.lexicon import analyse, stem
from core.types import FloatRows, Item

_FIELDS = ("title", "product_type", "brand", "color", "gender", "material", "size", "description")


class Retriever(Protocol):
    """Finds items for a query."""

    def top(self, query: str, k: int) -> list[tuple[str, float]]:
        """The k best items with their scores, best first."""


class Nearest:
    """The items with the highest cosine to the query, by an exported encoder."""

    def __init__(self, encoder: Encoder, items: Mapping[str, Item], threads: int = 2) -> None:
        self._encoder, self._ids = encoder, list(items)
        with ThreadPoolExecutor(threads) as pool:
            self._vectors = np.stack(list(pool.map(encoder.encode_item, items.values())))

    def top(self, query: str, k: int) -> list[tuple[str, float]]:
        """See Retriever; equal scores in catalogue order."""
        cosines = self._vectors @ self._encoder.encode_query(query)
        best = np.argsort(-cosines, kind="stable")[:k]
        return [(self._ids[i], float(cosines[i])) for i in best]


class Bm25:
    """BM25 (k1 1.5, b 0.75, bm25s) over the stems of all text fields."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self._place = {item_id: i for i, item_id in enumerate(items)}
        self._ids = list(items)
        self._index = bm25s.BM25()
        self._index.index([_stems(item) for item in items.values()], show_progress=False)

    def scores(self, query: str, item_ids: Sequence[str]) -> FloatRows:
        """Scores of these items for the query, float32[n]; 0 where no word is shared or the id is unknown."""
        everything = self._all(query)
        places = [self._place.get(item_id, -1) for item_id in item_ids]
        return np.array([everything[p] if p >= 0 else 0.0 for p in places], np.float32)

    def top(self, query: str, k: int) -> list[tuple[str, float]]:
        """The k best items with their scores, best first, equal scores in catalogue order."""
        everything = self._all(query)
        best = np.argsort(-everything, kind="stable")[:k]
        return [(self._ids[i], float(everything[i])) for i in best if everything[i] > 0]

    def _all(self, query: str) -> FloatRows:
        tokens = [stem(token) for token in analyse(query).tokens]
        if not tokens:
            return np.zeros(len(self._ids), np.float32)
        scores: FloatRows = self._index.get_scores(tokens)
        return scores


def _stems(item: Item) -> list[str]:
    text = " ".join(value for name in _FIELDS if (value := getattr(item, name)))
    return [stem(token) for token in analyse(text).tokens]
