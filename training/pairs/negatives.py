"""Hard negatives: items that retrieval finds for a judged query and nobody judged (eCom'24 adds some).

Some of them are relevant after all; the teacher tells which.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.types import FloatRows, Item
from training.learning.lists import LabelledList, Render
from training.retrieval import Retriever


@dataclass(frozen=True)
class Mining:
    """Of the first `within` items that are found, `skip` are passed over, at most `count` drawn."""

    count: int = 4
    skip: int = 0
    within: int = 30


def with_negatives(
    lists: Iterable[LabelledList],
    items: Mapping[str, Item],
    render: Render,
    retriever: Retriever,
    mining: Mining,
    seed: int = 7,
) -> Iterator[LabelledList]:
    """Every list with its negatives behind the judged items: label 0, no target.

    What reads like a judged item, or like another negative, is none.
    """
    draw = random.Random(f"{seed}|negatives")
    for known in lists:
        found = retriever.top(known.query, mining.within)[mining.skip :]
        new = {render(items[item_id]): item_id for item_id, _ in reversed(found)}
        texts = [text for text in reversed(new) if text not in set(known.texts)]
        chosen = draw.sample(texts, min(mining.count, len(texts)))
        yield _extended(known, [(new[text], text) for text in chosen])


def without_false_negatives(lists: Iterable[LabelledList], below: float) -> Iterator[LabelledList]:
    """The lists without the negatives that the teacher gives a probability of `below` or more."""
    for known in lists:
        first = len(known) - known.mined
        mistaken = 1 / (1 + np.exp(-known.targets.astype(np.float64))) >= below
        kept = [place for place in range(len(known)) if place < first or not mistaken[place]]
        yield replace(
            known,
            item_ids=tuple(known.item_ids[place] for place in kept),
            texts=tuple(known.texts[place] for place in kept),
            labels=known.labels[kept],
            targets=known.targets[kept],
            mined=len(kept) - first,
        )


def _extended(known: LabelledList, new: Sequence[tuple[str, str]]) -> LabelledList:
    return replace(
        known,
        item_ids=(*known.item_ids, *(item_id for item_id, _ in new)),
        texts=(*known.texts, *(text for _, text in new)),
        labels=_longer(known.labels, 0.0, len(new)),
        targets=_longer(known.targets, np.nan, len(new)),
        mined=len(new),
    )


def _longer(values: FloatRows, value: float, count: int) -> FloatRows:
    return np.concatenate([values, np.full(count, value, np.float32)])
