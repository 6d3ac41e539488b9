"""Batches are fixed by the seed: every item in every epoch, like lengths together, lists never mixed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch

from training.learning.batches import BatchPlan, BatchShape, Tensors, facts, whole_lists
from training.learning.lists import LabelledList, Part

SHAPE = BatchShape(items=8, per_list=4)


def make_list(number: int, size: int) -> LabelledList:
    ids = tuple(f"q{number}-{i}" for i in range(size))
    labels = np.array([(i % 3) / 2 for i in range(size)], np.float32)
    texts = tuple("w" * (1 + (7 * number + i) % 90) for i in range(size))
    return LabelledList(f"query {number}", ids, texts, labels, -labels)


LISTS = [make_list(number, 3 + number % 11) for number in range(60)]
EVERYTHING = Counter(item for known in LISTS for item in known.item_ids)


def remember(parts: Sequence[Part]) -> Tensors:
    ids = [part.source.item_ids[place] for part in parts for place in part.places]
    return {"ids": ids}  # type: ignore[dict-item]  # stands in for tokens


def plan(epochs: float = 1, seed: int = 1) -> BatchPlan:
    return BatchPlan(LISTS, remember, SHAPE, epochs, seed)


def ids_of(batches: BatchPlan) -> list[list[str]]:
    return [list(batches[i]["ids"]) for i in range(len(batches))]  # type: ignore[arg-type]


def test_every_item_comes_once_an_epoch_in_batches_of_the_size_asked_for() -> None:
    batches = ids_of(plan(epochs=2))
    assert Counter(item for batch in batches for item in batch) == EVERYTHING + EVERYTHING
    assert max(map(len, batches)) <= SHAPE.items


def test_half_an_epoch_is_half_the_batches() -> None:
    assert len(plan(0.5)) == round(len(plan(1)) / 2)
    assert ids_of(plan(1.5))[: len(plan(1))] == ids_of(plan(1))


def test_the_seed_decides() -> None:
    assert ids_of(plan(seed=1)) == ids_of(plan(seed=1))
    assert ids_of(plan(seed=1)) != ids_of(plan(seed=2))


def test_epochs_differ() -> None:
    batches = ids_of(plan(epochs=2))
    half = len(batches) // 2
    assert batches[:half] != batches[half:]


def test_facts_follow_the_items() -> None:
    parts = [Part(LISTS[0], (2, 0)), Part(LISTS[5], (1,))]
    found = facts(parts)
    assert found["owner"].tolist() == [0, 0, 1]
    assert found["labels"].tolist() == [1.0, 0.0, 0.5]
    assert torch.equal(found["targets"], -found["labels"])


def test_like_lengths_stand_together() -> None:
    def spread(batches: list[list[str]]) -> float:
        texts = {i: len(t) for known in LISTS for i, t in zip(known.item_ids, known.texts, strict=True)}
        return float(np.mean([max(texts[i] for i in b) - min(texts[i] for i in b) for b in batches]))

    singles = BatchPlan(LISTS, remember, BatchShape(8, 1), 1, 1)
    assert spread(ids_of(singles)) < 15  # of 90; unsorted it is above 60


def test_scoring_goes_through_everything_once() -> None:
    parts = [part for batch in whole_lists(LISTS, 16) for part in batch]
    assert Counter(part.source.item_ids[part.places[0]] for part in parts) == EVERYTHING
