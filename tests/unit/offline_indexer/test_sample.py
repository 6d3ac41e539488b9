"""Reservoir sampling keeps what it says, with equal chances."""

import random
from collections import Counter

from offline_indexer.verify import Sample


def test_few_are_all_kept() -> None:
    sample = Sample[int](5, random.Random(1))
    for i in range(3):
        sample.offer(i)
    assert sample.items == [0, 1, 2]


def test_every_thing_has_the_same_chance() -> None:
    rng, kept = random.Random(7), Counter[int]()
    for _ in range(4000):
        sample = Sample[int](2, rng)
        for i in range(10):
            sample.offer(i)
        kept.update(sample.items)
    # 4000 * 2 / 10 = 800 expected, standard deviation about 25
    assert all(abs(kept[i] - 800) < 130 for i in range(10))
