"""What retrieval finds for a query: its best items, and some from deeper down."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from core.types import Item
from training.learning.lists import LabelledList, Render
from training.pairs.queries import invented_queries
from training.retrieval import Bm25


@dataclass(frozen=True)
class Depths:
    """How many items a query gets: the `best` of BM25, and `deep` more from among its first `within`.

    Of items that read the same only the first counts.
    """

    best: int = 5
    deep: int = 3
    within: int = 100


def lists_of_new_queries(
    items: Mapping[str, Item], count: int, taken: Iterable[str], render: Render
) -> list[LabelledList]:
    """Lists of at most `count` queries made from a catalogue, no near-duplicates of what is `taken`."""
    if not count:
        return []
    queries = invented_queries(list(items.values()), count, taken)
    return list(unlabelled_lists(queries, items, render, Depths()))


def unlabelled_lists(
    queries: Iterable[str], items: Mapping[str, Item], render: Render, depths: Depths, seed: int = 7
) -> Iterator[LabelledList]:
    """A list per query, its labels NaN; a query that finds fewer than two items has none."""
    bm25, draw = Bm25(items), random.Random(f"{seed}|candidates")
    for query in queries:
        found = {render(items[item_id]): item_id for item_id, _ in reversed(bm25.top(query, depths.within))}
        texts = list(reversed(found))
        deeper = texts[depths.best :]
        chosen = texts[: depths.best] + draw.sample(deeper, min(depths.deep, len(deeper)))
        if len(chosen) > 1:
            nothing = np.full(len(chosen), np.nan, np.float32)
            yield LabelledList(query, tuple(found[text] for text in chosen), tuple(chosen), nothing, nothing)
