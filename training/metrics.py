"""Ranking quality per query, and what may be said about differences.

NDCG has gain 2^grade - 1 over the grades 2, 1, 0 and log2 discounts (ir-measures). A query counts when it has
at least two judged items of at least two grades: elsewhere every order is as good as any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import nDCG
from numpy.typing import NDArray
from scipy import stats

from core.types import Scores

GAINS = {0: 0, 1: 1, 2: 3}
CUTS = (5, 10)
_RESAMPLES, _CHUNK = 10_000, 100  # a chunk at a time bounds the memory


@dataclass(frozen=True)
class Comparison:
    """System against baseline over the same queries: relative lift, two-sided paired t-test, 95 % interval.

    `low` and `high` bound the mean difference (absolute NDCG) by bootstrap over queries.
    """

    mean: float
    baseline: float
    lift: float
    p_value: float
    low: float
    high: float


def is_rankable(grades: Sequence[int]) -> bool:
    """Whether the order of these judged items can matter."""
    return len(grades) >= 2 and len(set(grades)) >= 2


def ndcg(grades: Mapping[str, Sequence[int]], scores: Mapping[str, Scores], cut: int) -> dict[str, float]:
    """NDCG@cut of every rankable query; equal scores keep the order they came in.

    Args:
        grades: per query the grades of its judged items.
        scores: per query a score for each of these items, higher is better.
    """
    kept = [q for q, g in grades.items() if is_rankable(g)]
    qrels = [ir_measures.Qrel(q, str(i), g) for q in kept for i, g in enumerate(grades[q])]
    run = [ir_measures.ScoredDoc(q, str(i), -float(r)) for q in kept for i, r in enumerate(_ranks(scores[q]))]
    measure = nDCG(gains=GAINS) @ cut
    return {m.query_id: m.value for m in ir_measures.iter_calc([measure], qrels, run)}


def compare(system: Mapping[str, float], baseline: Mapping[str, float], seed: int = 0) -> Comparison:
    """Compare per-query values of two systems over the queries that both have."""
    queries = sorted(system.keys() & baseline.keys())
    ours = np.array([system[q] for q in queries])
    theirs = np.array([baseline[q] for q in queries])
    low, high = _interval(ours - theirs, seed)
    mean, base = float(ours.mean()), float(theirs.mean())
    lift = mean / base - 1 if base else float("inf")
    return Comparison(mean, base, lift, _p_value(ours, theirs), low, high)


def mean_interval(values: Mapping[str, float], seed: int = 0) -> tuple[float, float, float]:
    """Mean and its 95 % bootstrap interval over queries."""
    column = np.array(list(values.values()))
    return (float(column.mean()), *_interval(column, seed))


def _p_value(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> float:
    # one query, or no difference at all, is no evidence
    if len(ours) < 2 or bool(np.all(ours == theirs)):
        return 1.0
    return float(stats.ttest_rel(ours, theirs).pvalue)


def _interval(values: NDArray[np.float64], seed: int) -> tuple[float, float]:
    draw, count = np.random.default_rng(seed), len(values)
    means = [
        values[draw.integers(0, count, (_CHUNK, count))].mean(axis=1) for _ in range(_RESAMPLES // _CHUNK)
    ]
    low, high = np.percentile(np.concatenate(means), [2.5, 97.5])
    return float(low), float(high)


def _ranks(scores: Scores) -> NDArray[np.int64]:
    ranks = np.empty(len(scores), np.int64)
    ranks[np.argsort(-np.asarray(scores), kind="stable")] = np.arange(len(scores))
    return ranks
