"""The store's own search, the first stage that a reranker comes after: BM25 over title and attributes.

Brand, colour, gender, material and size are searched beside the title, the product type is not, and no
typo is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import bm25s
import Stemmer

from training.sample_store.schema import Product

DEPTH = 100
"""How many items the store's search returns at most."""

# words, numbers (with their fraction), and words joined by hyphens, which are also indexed as one word
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)+|[a-z]+|[0-9]+(?:[./][0-9]+)?")
_STOPWORDS = frozenset(
    {"a", "an", "and", "by", "for", "in", "is", "of", "on", "or", "that", "the", "to", "with"}
)


class Search:
    """A BM25 index of the catalogue.

    Scores are rounded to four decimals and ties go to the smaller item id, so that the order is
    the same everywhere. The original Porter stemmer is used because it will never change.
    """

    def __init__(self, products: Sequence[Product]) -> None:
        self._ids = [product.item_id for product in products]
        self._stem = Stemmer.Stemmer("porter").stemWord
        corpus = [self._tokens(_document(product)) for product in products]
        words = sorted({word for tokens in corpus for word in tokens})
        self._vocabulary = {word: at for at, word in enumerate(words)}
        self._bm25 = bm25s.BM25()
        numbered = [[self._vocabulary[word] for word in tokens] for tokens in corpus]
        self._bm25.index((numbered, dict(self._vocabulary)), show_progress=False)

    def scores(self, query: str) -> dict[str, float]:
        """Return the score of every item that shares a word with the query, best first."""
        known = [self._vocabulary[word] for word in self._tokens(query) if word in self._vocabulary]
        if not known:
            return {}
        scores = self._bm25.get_scores(known)
        found = [(round(float(scores[at]), 4), self._ids[at]) for at in scores.nonzero()[0]]
        return {item_id: score for score, item_id in sorted(found, key=lambda hit: (-hit[0], hit[1]))}

    def _tokens(self, text: str) -> list[str]:
        words: list[str] = []
        for token in _TOKEN.findall(text.lower().replace("'s", "")):
            parts = token.split("-")
            words += parts if len(parts) == 1 else [*parts, "".join(parts)]
        return [self._stem(word) for word in words if word not in _STOPWORDS]


def _document(product: Product) -> str:
    fields = (
        product.title,
        product.brand,
        product.color,
        product.gender,
        product.material,
        product.size,
    )
    return " ".join(field for field in fields if field)
