"""Ranking quality by hand: gains, discounts, ties, and what may be said about a difference."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from training.metrics import compare, is_rankable, mean_interval, ndcg

GRADES = st.lists(st.integers(0, 2), min_size=2, max_size=15).filter(lambda grades: len(set(grades)) > 1)


def one(grades: Sequence[int], scores: Sequence[float], cut: int = 5) -> float:
    return ndcg({"q": grades}, {"q": np.array(scores, np.float64)}, cut)["q"]


def by_hand(ranked: Sequence[int], cut: int) -> float:
    def dcg(grades: Sequence[int]) -> float:
        return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:cut]))

    return dcg(ranked) / dcg(sorted(ranked, reverse=True))


def test_gains_are_three_one_and_nothing_and_fall_with_the_logarithm() -> None:
    found = one([0, 2, 1], [3, 2, 1])
    wanted = (0 / 1 + 3 / math.log2(3) + 1 / math.log2(4)) / (3 / 1 + 1 / math.log2(3))
    assert found == pytest.approx(wanted)
    assert found == pytest.approx(0.6590018)


def test_the_best_order_gets_one_and_the_worst_the_least() -> None:
    assert one([2, 1, 0], [3, 2, 1]) == 1
    assert one([2, 1, 0], [1, 2, 3]) == pytest.approx((1 / math.log2(3) + 3 / 2) / (3 + 1 / math.log2(3)))


def test_only_the_items_above_the_cut_count() -> None:
    assert one([0, 0, 0, 0, 0, 2], [6, 5, 4, 3, 2, 1], 5) == 0
    assert one([0, 0, 0, 0, 0, 2], [6, 5, 4, 3, 2, 1], 10) == pytest.approx(1 / math.log2(7))


def test_equal_scores_keep_the_order_they_came_in() -> None:
    assert one([0, 2, 1], [1, 1, 1]) == pytest.approx(by_hand([0, 2, 1], 5))
    assert one([2, 1, 0], [0, 0, 0]) == 1
    twelve = [0] * 11 + [2]
    assert one(twelve, [7.0] * 12, 10) == 0
    assert one(twelve[::-1], [7.0] * 12, 10) == 1


@settings(deadline=None, max_examples=50)
@given(GRADES, st.data(), st.sampled_from([1, 5, 10]))
def test_any_order_gets_what_the_formula_says(grades: list[int], data: st.DataObject, cut: int) -> None:
    scores = data.draw(
        st.lists(st.sampled_from([-2.5, 0, 1e-9, 3]), min_size=len(grades), max_size=len(grades))
    )
    ranked = [grades[i] for i in sorted(range(len(grades)), key=lambda i: -scores[i])]
    assert one(grades, scores, cut) == pytest.approx(by_hand(ranked, cut))


@pytest.mark.parametrize("grades", [[], [2], [1, 1], [0, 0, 0], [2, 2]])
def test_a_query_whose_order_cannot_matter_does_not_count(grades: list[int]) -> None:
    assert not is_rankable(grades)
    values = ndcg(
        {"q": grades, "other": [2, 0]}, {"q": np.zeros(len(grades)), "other": np.array([1, 2.0])}, 5
    )
    assert list(values) == ["other"]


def test_every_query_has_its_own_value() -> None:
    grades = {"red lamp": [2, 0], "a\tb  c": [0, 2], "": [1, 0, 2], "日本": [0, 1]}
    scores = {query: -np.arange(len(g), dtype=np.float64) for query, g in grades.items()}
    values = ndcg(grades, scores, 10)
    assert values == {query: pytest.approx(by_hand(g, 10)) for query, g in grades.items()}


def test_no_query_has_no_value() -> None:
    assert ndcg({}, {}, 5) == {}


OURS = dict(zip("abcdefgh", [0.9, 0.8, 0.7, 0.95, 0.6, 0.85, 0.75, 0.9], strict=True))
THEIRS = dict(zip("abcdefgh", [0.8, 0.8, 0.5, 0.9, 0.65, 0.8, 0.7, 0.7], strict=True))


def test_a_comparison_tells_means_lift_and_the_paired_t_test() -> None:
    found = compare(OURS, THEIRS)
    assert found.mean == pytest.approx(6.45 / 8)
    assert found.baseline == pytest.approx(5.85 / 8)
    assert found.lift == pytest.approx(6.45 / 5.85 - 1)
    differences = [OURS[query] - THEIRS[query] for query in OURS]
    error = np.std(differences, ddof=1) / math.sqrt(8)
    t = float(np.mean(differences) / error)
    assert found.p_value == pytest.approx(2 * stats.t.sf(t, 7))
    assert found.low < 0.6 / 8 < found.high
    assert found.low > min(differences)
    assert found.high < max(differences)


def test_a_comparison_the_other_way_round_is_its_mirror() -> None:
    one_way, other_way = compare(OURS, THEIRS), compare(THEIRS, OURS)
    assert other_way.p_value == pytest.approx(one_way.p_value)
    assert (other_way.low, other_way.high) == (
        pytest.approx(-one_way.high, abs=0.01),
        pytest.approx(-one_way.low, abs=0.01),
    )
    assert other_way.lift < 0 < one_way.lift


def test_a_system_does_not_differ_from_itself() -> None:
    found = compare(OURS, dict(OURS))
    assert (found.lift, found.p_value, found.low, found.high) == (0, 1, 0, 0)


def test_only_queries_that_both_have_are_compared() -> None:
    assert compare(OURS | {"extra": 0.0}, THEIRS | {"other": 1.0}) == compare(OURS, THEIRS)


def test_the_order_of_the_queries_does_not_matter() -> None:
    assert compare(dict(reversed(OURS.items())), THEIRS) == compare(OURS, THEIRS)


def test_a_clear_difference_is_significant_and_noise_is_not() -> None:
    draw = np.random.default_rng(0)
    base = {str(i): float(value) for i, value in enumerate(draw.uniform(0.3, 0.8, 300))}
    better = {query: value + draw.normal(0.05, 0.1) for query, value in base.items()}
    noisy = {query: value + draw.normal(0, 0.1) for query, value in base.items()}
    assert compare(better, base).p_value < 1e-6
    assert compare(better, base).low > 0
    assert compare(noisy, base).p_value > 0.05
    assert compare(noisy, base).low < 0 < compare(noisy, base).high


def test_one_query_says_nothing_about_significance() -> None:
    found = compare({"a": 0.9}, {"a": 0.5})
    assert (found.mean, found.baseline) == (0.9, 0.5)
    assert not found.p_value < 1


def test_there_is_no_finite_lift_over_a_baseline_of_nothing() -> None:
    found = compare({"a": 0.9, "b": 0.8}, {"a": 0.0, "b": 0.0})
    assert not math.isfinite(found.lift)
    assert found.low > 0.7


def test_the_interval_of_a_mean_is_that_of_the_normal_distribution_for_many_values() -> None:
    values = {str(i): float(v) for i, v in enumerate(np.random.default_rng(3).normal(0.7, 0.2, 400))}
    mean, low, high = mean_interval(values)
    column = np.array(list(values.values()))
    half = 1.96 * column.std() / math.sqrt(400)
    assert mean == pytest.approx(column.mean())
    assert (mean - low, high - mean) == (pytest.approx(half, rel=0.1), pytest.approx(half, rel=0.1))


def test_intervals_are_the_same_every_time() -> None:
    assert mean_interval(OURS) == mean_interval(OURS)
    assert mean_interval(OURS, seed=1) != mean_interval(OURS, seed=2)
