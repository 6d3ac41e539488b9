"""Queries: wishes with an id and a side of the train/test split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random

from training.sample_store.demand import Wish, wishes
from training.sample_store.relevance import grade
from training.sample_store.schema import Intent, Product, Query

_TEST_SHARE = 0.25
_FEWEST_HITS = 8


def build_queries(products: Sequence[Product], hits: Callable[[str], int], rng: Random) -> list[Query]:
    """Return the queries that the catalogue can answer and the search (`hits`) finds something for.

    All wordings of one intent stand on the same side of the split.
    """
    kept = [wish for wish in _distinct(wishes(products, rng)) if hits(wish.text) >= _FEWEST_HITS]
    kept = [wish for wish in kept if any(grade(wish.intent, product) == 1.0 for product in products)]
    sides = _sides(kept, rng)
    rng.shuffle(kept)
    return [
        Query(number, wish.text, wish.intent, sides[wish.intent], wish.segment)
        for number, wish in enumerate(kept, start=1)
    ]


def _distinct(found: Iterable[Wish]) -> list[Wish]:
    """Drop a wording that came before, letter case aside."""
    return list({wish.text.lower(): wish for wish in reversed(list(found))}.values())[::-1]


def _sides(kept: Sequence[Wish], rng: Random) -> dict[Intent, str]:
    """Return the side of every intent, so that about a quarter of the queries are for testing."""
    wordings: dict[Intent, int] = {}
    for wish in kept:
        wordings[wish.intent] = wordings.get(wish.intent, 0) + 1
    intents = list(wordings)
    rng.shuffle(intents)
    sides, room = {}, _TEST_SHARE * len(kept)
    for intent in intents:
        sides[intent] = "test" if room > 0 else "train"
        room -= wordings[intent]
    return sides
