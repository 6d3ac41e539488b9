"""The domain's values: frozen, free of I/O, the same in training, indexing and serving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatRows = NDArray[np.float32]
Scores = NDArray[np.float64]
Hashes = NDArray[np.uint32]

NO_FEATURES: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Item:
    """One product of the catalogue. Absent attributes are None; several values are joined by `|`."""

    item_id: str
    title: str
    product_type: str | None = None
    brand: str | None = None
    color: str | None = None
    gender: str | None = None
    material: str | None = None
    size: str | None = None
    description: str | None = None
    price: float | None = None
    rating: float | None = None
    review_count: float | None = None


# a tuple, since every request makes a hundred: a frozen dataclass takes twice as long to make
class Candidate(NamedTuple):
    """One item that retrieval returned; candidates stand in retrieval order.

    `features` overrides the indexed price, rating or review_count with what the caller knows now.
    """

    item_id: str
    retrieval_score: float | None = None
    features: Mapping[str, float] = NO_FEATURES


@dataclass(frozen=True, slots=True)
class RerankRequest:
    """A query with its candidates, as the ranking pipeline takes it."""

    query: str
    candidates: tuple[Candidate, ...]
    top_n: int | None = None
    explain: bool = False


@dataclass(frozen=True, slots=True)
class ScoredItem:
    """A candidate with its relevance in [0, 1]; `index` is its place in the request."""

    index: int
    item_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Judgment:
    """A human's (or a teacher's) verdict on a query-item pair.

    `label` follows eCom'24: 1 perfect match, 0.5 right product with a mismatched attribute, 0 not.
    `retrieval_score` is the caller's own retrieval score where the judgments came with one, `mean_label` the
    mean of several raters' labels where it is known.
    """

    query: str
    item_id: str
    label: float
    split: str | None = None
    retrieval_score: float | None = None
    mean_label: float | None = None

    @property
    def grade(self) -> int:
        """The label as an integer grade: 2, 1 or 0."""
        return round(2 * self.label)
