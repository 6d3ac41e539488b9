"""Validation during training: NDCG over whole queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from core.text import query_hash
from core.types import Scores
from training.learning.lists import LabelledList
from training.metrics import CUTS, ndcg


def sample(lists: Sequence[LabelledList], most: int) -> list[LabelledList]:
    """At most `most` of the lists, always the same."""
    return sorted(lists, key=lambda known: query_hash(known.query))[:most]


def ndcg_of(lists: Sequence[LabelledList], scores: Mapping[str, Scores]) -> dict[str, float]:
    """Mean NDCG at every cut."""
    grades = {known.query: known.grades for known in lists}
    return {f"ndcg@{cut}": float(np.mean(list(ndcg(grades, scores, cut).values()))) for cut in CUTS}


def best_of(history: Iterable[Mapping[str, Any]], best_by: str) -> dict[str, Any]:
    """The evaluation that was kept, and how long the training took."""
    rows = list(history)
    looked = [row for row in rows if f"eval_{best_by}" in row]
    sign = -1 if best_by == "loss" else 1
    best = max(looked, key=lambda row: sign * row[f"eval_{best_by}"])
    known = ("eval_loss", *(f"eval_ndcg@{cut}" for cut in CUTS))
    figures = {name.removeprefix("eval_"): round(best[name], 5) for name in known}
    return {**figures, "step": best["step"], "seconds": round(looked[-1]["eval_seconds"], 1)}
