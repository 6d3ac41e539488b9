"""From a request to an order: always a permutation, best first, ties as they came."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bundle import Bundle, load_bundle
from core.features import build_matrix, query_facts
from core.records import decode_records, encode_record
from core.scoring import Evidence, features_of, order, score
from core.types import Candidate, Item, ScoredItem

SCORES = st.lists(st.floats(-700, 700), min_size=1, max_size=40)
NOT_SCORED = Evidence(None, decode_records([None, None], 32), None)


@pytest.fixture(scope="module")
def bundle(bundle_dir: Path) -> Bundle:
    return load_bundle(bundle_dir)


@pytest.fixture(scope="module")
def candidates(items: list[Item]) -> list[Candidate]:
    return [Candidate(item.item_id, 10.0 - i) for i, item in enumerate(items)]


@pytest.fixture(scope="module")
def evidence(bundle: Bundle, items: list[Item]) -> Evidence:
    dim = bundle.encoder.dim
    records = [encode_record(item, bundle.encoder.encode_item(item), dim) for item in items]
    return Evidence(bundle.encoder.encode_query("red lamp"), decode_records(records, dim), None)


def ordered(scores: list[float], top_n: int | None = None) -> list[ScoredItem]:
    return order([Candidate(f"i{i}") for i in range(len(scores))], np.array(scores), top_n)


@given(SCORES)
def test_an_order_is_a_permutation_of_the_request(scores: list[float]) -> None:
    items = ordered(scores)
    assert sorted(item.index for item in items) == list(range(len(scores)))
    assert all(item.item_id == f"i{item.index}" for item in items)


@given(SCORES)
def test_the_best_come_first_and_equals_as_they_were_asked(scores: list[float]) -> None:
    items = ordered(scores)
    assert [item.index for item in items] == sorted(range(len(scores)), key=lambda i: -scores[i])


@given(SCORES)
def test_relevance_lies_between_zero_and_one_and_falls(scores: list[float]) -> None:
    relevance = [item.score for item in ordered(scores)]
    assert all(0 <= value <= 1 for value in relevance)
    assert relevance == sorted(relevance, reverse=True)


@given(SCORES, st.integers(1, 50))
def test_the_top_is_the_beginning_of_the_whole(scores: list[float], top_n: int) -> None:
    assert ordered(scores, top_n) == ordered(scores)[:top_n]


def test_relevance_is_the_logistic_of_the_score() -> None:
    assert [item.score for item in ordered([0.0, np.log(3)])] == pytest.approx([0.75, 0.5])


def test_scoring_is_the_ranker_on_the_features(
    bundle: Bundle, candidates: list[Candidate], evidence: Evidence
) -> None:
    scored = score("red lamp", candidates, evidence, bundle.vocabulary, bundle.ranker)
    facts = query_facts("red lamp", bundle.vocabulary, evidence.vector)
    matrix = build_matrix(facts, candidates, evidence.items, None)
    assert scored.matrix.tobytes() == matrix.tobytes()
    assert scored.scores.tolist() == bundle.ranker.predict(matrix).tolist()


def test_the_query_is_normalised_before_it_is_read(
    bundle: Bundle, candidates: list[Candidate], evidence: Evidence
) -> None:
    matrices = [
        features_of(query, candidates, evidence, bundle.vocabulary).tobytes()
        for query in ("crème lamp", " CRÈME\u200b  Lamp\n", "cre\u0300me LAMP")
    ]
    assert len(set(matrices)) == 1


@pytest.mark.parametrize("query", ["red lamp", "!!!", "日本", "9 x 9"])
def test_a_request_of_which_nothing_is_known_is_still_scored(bundle: Bundle, query: str) -> None:
    candidates = [Candidate("gone", 2.0), Candidate("lost")]
    scored = score(query, candidates, NOT_SCORED, bundle.vocabulary, bundle.fallback)
    assert np.isfinite(scored.scores).all()
    assert len(order(candidates, scored.scores)) == 2
