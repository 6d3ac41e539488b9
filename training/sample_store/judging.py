"""Chooses the items that are judged for a query, and judges them.

Mostly what the store's search returns (its top, and a sample further down), some right products that
it misses, and hard negatives: products of types that are easily mistaken for the one wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from training.sample_store.departments import TYPES
from training.sample_store.relevance import grade
from training.sample_store.retrieval import DEPTH
from training.sample_store.schema import Intent, Judgment, Product, Query

_TOP, _DEEP_FROM, _DEEP_TO = 8, 8, 45


class Judge:
    """Judges candidates over one catalogue."""

    def __init__(self, products: Sequence[Product]) -> None:
        self._products = {product.item_id: product for product in products}
        self._by_type: dict[str, list[str]] = {name: [] for name in TYPES}
        for product in products:
            self._by_type[product.product_type].append(product.item_id)

    def judgments(self, query: Query, scores: dict[str, float], rng: Random) -> list[Judgment]:
        """Return the judged candidates of a query in item id order; `scores` is the search's answer."""
        retrieved = dict(list(scores.items())[:DEPTH])
        chosen = self._from_search(list(retrieved), rng)
        chosen |= dict.fromkeys(self._missed(query.intent, chosen, rng))
        chosen |= dict.fromkeys(self._hard_negatives(query.intent, chosen, scores, rng))
        return [
            Judgment(query.query_id, item_id, self._grade(query.intent, item_id), retrieved.get(item_id))
            for item_id in sorted(chosen)
        ]

    def _grade(self, intent: Intent, item_id: str) -> float:
        return grade(intent, self._products[item_id])

    def _from_search(self, ranking: list[str], rng: Random) -> dict[str, None]:
        deeper = ranking[_DEEP_FROM:_DEEP_TO]
        sampled = rng.sample(deeper, min(rng.choice((4, 5, 6)), len(deeper)))
        return dict.fromkeys(ranking[:_TOP] + sampled)

    def _missed(self, intent: Intent, chosen: Iterable[str], rng: Random) -> list[str]:
        """Return right products that the choice lacks: exact ones first, then compromises."""
        seen = set(chosen)
        found: list[str] = []
        for label, wanted in ((1.0, 4), (0.5, 3)):
            pool = [item_id for item_id in self._related(intent) if self._grade(intent, item_id) == label]
            lacking = wanted - sum(item_id in seen for item_id in pool)
            fresh = [item_id for item_id in pool if item_id not in seen]
            found += rng.sample(fresh, min(max(lacking, label == 1.0), len(fresh)))
        return found

    def _related(self, intent: Intent) -> list[str]:
        names = dict.fromkeys(intent.product_types)
        names |= dict.fromkeys(near for name in intent.product_types for near in TYPES[name].near)
        return [item_id for name in names for item_id in self._by_type[name]]

    def _hard_negatives(
        self, intent: Intent, chosen: Iterable[str], scores: dict[str, float], rng: Random
    ) -> list[str]:
        """Return 2 to 6 wrong products of confusable types, those that share most with the query first."""
        seen = set(chosen)
        names = dict.fromkeys(other for name in intent.product_types for other in TYPES[name].confusable)
        pool = [item_id for name in names for item_id in self._by_type[name] if item_id not in seen]
        wrong = [item_id for item_id in pool if self._grade(intent, item_id) == 0.0]
        wrong.sort(key=lambda item_id: (-scores.get(item_id, 0.0), item_id))
        closest = wrong[:10]
        return rng.sample(closest, min(rng.choice((2, 3, 4, 5, 6)), len(closest)))
