"""Masking takes knowledge away in whole groups, as it is missing online, and only from a copy."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from core.schema import COLUMN, FEATURES, columns_of
from core.types import FloatRows
from training.masking import Masking, mask, without, without_store

NONE = Masking(*[0.0] * len(fields(Masking)))
SCORES = [COLUMN["retrieval_score"], COLUMN["retrieval_score_to_best"]]
FROM_RECORDS = columns_of("item", "semantic", "lexical")


@pytest.fixture
def matrix() -> FloatRows:
    return np.random.default_rng(0).random((6, len(FEATURES)), np.float32)


def gone(masked: FloatRows) -> list[int]:
    """The columns that are unknown in every row; the others must be whole."""
    unknown = np.isnan(masked)
    assert (unknown.all(axis=0) == unknown.any(axis=0)).all()
    return np.flatnonzero(unknown.all(axis=0)).tolist()


def draw() -> np.random.Generator:
    return np.random.default_rng(1)


def test_nothing_is_taken_away_with_shares_of_zero(matrix: FloatRows) -> None:
    assert mask(matrix, NONE, draw()).tobytes() == matrix.tobytes()


@pytest.mark.parametrize(
    ("share", "columns"),
    [
        ("cosine", columns_of("semantic")),
        ("retrieval_scores", SCORES),
        ("engagement", columns_of("engagement")),
        ("records", FROM_RECORDS),
    ],
)
def test_each_share_takes_its_own_knowledge(matrix: FloatRows, share: str, columns: list[int]) -> None:
    certain = Masking(**{field.name: float(field.name == share) for field in fields(Masking)})
    masked = mask(matrix, certain, draw())
    assert gone(masked) == columns
    kept = [i for i in range(len(FEATURES)) if i not in columns]
    assert masked[:, kept].tobytes() == matrix[:, kept].tobytes()


def test_the_place_in_the_request_is_always_known(matrix: FloatRows) -> None:
    masked = mask(matrix, Masking(1, 1, 1, 1), draw())
    assert gone(masked) == [*FROM_RECORDS, *SCORES, *columns_of("engagement")]
    assert COLUMN["retrieval_rank"] not in gone(masked)


def test_records_are_lost_row_by_row() -> None:
    many = np.zeros((5000, len(FEATURES)), np.float32)
    unknown = np.isnan(mask(many, Masking(0, 0, 0, 0.2), draw()))
    lost = unknown.any(axis=1)
    assert 0.17 < lost.mean() < 0.23
    assert unknown[lost][:, FROM_RECORDS].all()
    assert not np.delete(unknown, FROM_RECORDS, axis=1).any()


def test_whole_queries_lose_their_share(matrix: FloatRows) -> None:
    generator = draw()
    masked = [mask(matrix, Masking(0.3, 0.1, 0.5, 0), generator) for _ in range(2000)]
    for share, column in ((0.3, "cosine"), (0.1, "retrieval_score"), (0.5, "engagement_click_rate")):
        lost = [bool(np.isnan(m[:, COLUMN[column]]).all()) for m in masked]
        assert abs(np.mean(lost) - share) < 0.04


def test_masking_works_on_a_copy(matrix: FloatRows) -> None:
    before = matrix.tobytes()
    mask(matrix, Masking(1, 1, 1, 1), draw())
    without_store(matrix)
    without(matrix, "semantic")
    assert matrix.tobytes() == before


def test_without_the_store_the_request_itself_is_left(matrix: FloatRows) -> None:
    masked = without_store(matrix)
    kept = columns_of("query", "retrieval")
    assert gone(masked) == [i for i in range(len(FEATURES)) if i not in kept]
    assert masked[:, kept].tobytes() == matrix[:, kept].tobytes()


@pytest.mark.parametrize("groups", [("semantic",), ("lexical", "engagement"), ()])
def test_an_ablation_leaves_out_whole_groups(matrix: FloatRows, groups: tuple[str, ...]) -> None:
    assert gone(without(matrix, *groups)) == columns_of(*groups)
