"""Teach the ranker what it will see when something is missing.

Online a vector, a record or the engagement counters can be absent. Each training query is therefore used once
as it is and, with the shares below, again with one kind of knowledge taken away. A second ranker is trained
on what a request brings along by itself: it serves while the store is gone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.schema import COLUMN, columns_of
from core.types import FloatRows

_FROM_RECORDS = columns_of("item", "semantic", "lexical")
_FROM_STORE = [*_FROM_RECORDS, *columns_of("engagement")]
_SCORES = [COLUMN["retrieval_score"], COLUMN["retrieval_score_to_best"]]


@dataclass(frozen=True)
class Masking:
    """Which share of the training queries (or rows) loses what."""

    cosine: float = 0.05
    retrieval_scores: float = 0.10
    engagement: float = 0.15
    records: float = 0.03


def mask(matrix: FloatRows, shares: Masking, draw: np.random.Generator) -> FloatRows:
    """A copy of one query's matrix with knowledge taken away at random."""
    masked = matrix.copy()
    for share, columns in (
        (shares.cosine, columns_of("semantic")),
        (shares.retrieval_scores, _SCORES),
        (shares.engagement, columns_of("engagement")),
    ):
        if draw.random() < share:
            masked[:, columns] = np.nan
    lost = np.flatnonzero(draw.random(len(matrix)) < shares.records)
    masked[lost[:, None], _FROM_RECORDS] = np.nan
    return masked


def without_store(matrix: FloatRows) -> FloatRows:
    """What is left when the store is gone: the query's own features and the retrieval columns."""
    masked = matrix.copy()
    masked[:, _FROM_STORE] = np.nan
    return masked


def without(matrix: FloatRows, *groups: str) -> FloatRows:
    """A copy with whole feature groups unknown, for ablations."""
    masked = matrix.copy()
    masked[:, columns_of(*groups)] = np.nan
    return masked
