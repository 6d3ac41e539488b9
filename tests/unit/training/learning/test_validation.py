"""Which checkpoint is kept, and which queries decide it."""

from __future__ import annotations

import numpy as np
import pytest

from training.learning.lists import LabelledList
from training.learning.validation import best_of, ndcg_of, sample

HISTORY = [
    {"loss": 0.7, "step": 1},
    {"eval_loss": 0.60, "eval_ndcg@5": 0.8, "eval_ndcg@10": 0.83, "eval_seconds": 4.0, "step": 10},
    {"eval_loss": 0.55, "eval_ndcg@5": 0.7, "eval_ndcg@10": 0.81, "eval_seconds": 8.2, "step": 20},
    {"eval_loss": 0.58, "eval_ndcg@5": 0.9, "eval_ndcg@10": 0.82, "eval_seconds": 12.5, "step": 30},
    {"train_runtime": 4.3, "step": 30},
]


def make_list(query: str) -> LabelledList:
    labels = np.array([0.0, 1.0, 0.5], np.float32)
    return LabelledList(query, ("a", "b", "c"), ("a", "b", "c"), labels, labels, (0, 2, 1))


@pytest.mark.parametrize(("best_by", "step", "ndcg"), [("ndcg@10", 10, 0.83), ("loss", 20, 0.81)])
def test_the_highest_ndcg_or_the_lowest_loss_is_kept(best_by: str, step: int, ndcg: float) -> None:
    found = best_of(HISTORY, best_by)
    assert (found["step"], found["ndcg@10"], found["seconds"]) == (step, ndcg, 12.5)


def test_the_same_queries_are_looked_at_whatever_their_order() -> None:
    lists = [make_list(f"query {number}") for number in range(30)]
    chosen = sample(lists, 7)
    assert len(chosen) == 7
    assert sample(lists[::-1], 7) == chosen
    assert len(sample(lists, 100)) == 30


def test_ndcg_of_a_perfect_and_of_the_worst_order() -> None:
    lists = [make_list("one"), make_list("two")]
    perfect = {known.query: known.labels.astype(np.float64) for known in lists}
    assert ndcg_of(lists, perfect) == {"ndcg@5": 1.0, "ndcg@10": 1.0}
    worst = {query: -scores for query, scores in perfect.items()}
    # gains 0, 1, 3 where 3, 1, 0 is best
    expected = (1 / np.log2(3) + 3 / 2) / (3 + 1 / np.log2(3))
    assert ndcg_of(lists, worst)["ndcg@10"] == pytest.approx(expected)
