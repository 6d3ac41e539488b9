"""All batches of a training, fixed by the seed before it starts.

A run that was killed and resumed then sees exactly the batches that an uninterrupted one would have seen, and
several processes can share them out. Parts of like length stand together, so that little is padded.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch.utils.data import Dataset

from training.learning.lists import LabelledList, Part

Tensors = dict[str, torch.Tensor]
Collate = Callable[[Sequence[Part]], Tensors]
_POOL = 32  # batches among which lengths are sorted: enough to pad little, few enough to stay random


@dataclass(frozen=True)
class BatchShape:
    """At most `items` items in a batch, at most `per_list` of them from one list at a time."""

    items: int
    per_list: int


class BatchPlan(Dataset[Tensors]):
    """Batch number i of the whole training, all epochs one after the other.

    Args:
        lists: what to learn from; a list longer than `shape.per_list` is cut anew in every epoch.
        collate: makes tensors of a batch's parts.
        epochs: how often every item comes; the last epoch may be a part of one.
    """

    def __init__(
        self,
        lists: Sequence[LabelledList],
        collate: Collate,
        shape: BatchShape,
        epochs: float,
        seed: int,
    ) -> None:
        self._collate = collate
        self._batches: list[list[Part]] = []
        whole, rest = divmod(epochs, 1)
        for epoch in range(int(whole) + (rest > 0)):
            batches = _epoch(lists, shape, random.Random(f"{seed}|{epoch}"))
            keep = len(batches) if epoch < whole else round(len(batches) * rest)
            self._batches += batches[:keep]

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, number: int) -> Tensors:
        parts = self._batches[number]
        return {**self._collate(parts), **facts(parts)}


def facts(parts: Sequence[Part]) -> Tensors:
    """What losses need of a batch of m items: list number int64[m], labels and teacher logits float32[m]."""
    owner = [number for number, part in enumerate(parts) for _ in part.places]
    return {
        "owner": torch.tensor(owner),
        "labels": _column(parts, "labels"),
        "targets": _column(parts, "targets"),
    }


def whole_lists(lists: Sequence[LabelledList], items: int) -> Iterator[list[Part]]:
    """All items of all lists in batches of at most `items`, by length, for scoring."""
    parts = [Part(known, (place,)) for known in lists for place in range(len(known))]
    parts.sort(key=_length)
    for start in range(0, len(parts), items):
        yield parts[start : start + items]


def _epoch(lists: Sequence[LabelledList], shape: BatchShape, draw: random.Random) -> list[list[Part]]:
    parts = [part for known in lists for part in _cut(known, shape.per_list, draw)]
    draw.shuffle(parts)
    batches: list[list[Part]] = []
    for pool in _filled(parts, shape.items * _POOL):
        pool.sort(key=_length)
        batches += _filled(pool, shape.items)
    draw.shuffle(batches)
    return batches


def _cut(known: LabelledList, per_list: int, draw: random.Random) -> Iterator[Part]:
    places = list(range(len(known)))
    draw.shuffle(places)
    for start in range(0, len(places), per_list):
        yield Part(known, tuple(places[start : start + per_list]))


def _filled(parts: Sequence[Part], items: int) -> Iterator[list[Part]]:
    batch: list[Part] = []
    size = 0
    for part in parts:
        if batch and size + len(part.places) > items:
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += len(part.places)
    if batch:
        yield batch


def _length(part: Part) -> int:
    return len(part.source.query) + max(map(len, part.texts))


def _column(parts: Sequence[Part], name: str) -> torch.Tensor:
    return torch.tensor([float(getattr(p.source, name)[place]) for p in parts for place in p.places])
