"""Golden requests: a bundle that computes anything else than it did is caught, and told what."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.bundle import load_bundle
from core.engagement import COUNTERS
from core.errors import MismatchError
from core.golden import GoldenRequest, Parts, from_json, record, replay, to_json
from core.manifest import GOLDEN
from core.records import encode_record
from core.schema import COLUMN, FEATURE_NAMES
from core.types import Candidate, Item

Change = Callable[[GoldenRequest], GoldenRequest]


@pytest.fixture(scope="module")
def parts(bundle_dir: Path) -> Parts:
    bundle = load_bundle(bundle_dir)
    return Parts(bundle.encoder, bundle.vocabulary, bundle.ranker)


@pytest.fixture(scope="module")
def golden(parts: Parts, items: list[Item]) -> GoldenRequest:
    dim = parts.encoder.dim
    records: list[bytes | None] = [
        encode_record(item, parts.encoder.encode_item(item), dim) for item in items[:5]
    ]
    candidates = [Candidate(item.item_id, 9.5, {"price": 3.25}) for item in items[:5]]
    counters = np.full((6, len(COUNTERS)), np.nan, np.float32)
    counters[2] = [50, 9, 3, 1, 4.1]
    return record("Crème lamp", [*candidates, Candidate("gone")], [*records, None], counters, parts)


def test_a_request_survives_its_json_to_the_last_bit(golden: GoldenRequest) -> None:
    again = from_json(to_json(golden))
    assert (again.query, again.candidates, again.records) == (
        golden.query,
        golden.candidates,
        golden.records,
    )
    for name in ("engagement", "vector", "features", "scores"):
        assert getattr(again, name).dtype == getattr(golden, name).dtype
        assert np.array_equal(getattr(again, name), getattr(golden, name), equal_nan=True)
    assert to_json(again) == to_json(golden)


def test_the_json_is_plain(golden: GoldenRequest) -> None:
    line = to_json(golden)
    assert "\n" not in line
    assert "NaN" not in line


def test_a_request_without_engagement_survives_its_json(golden: GoldenRequest) -> None:
    assert from_json(to_json(replace(golden, engagement=None))).engagement is None


def test_replaying_what_was_recorded_passes(golden: GoldenRequest, parts: Parts) -> None:
    assert replay([golden, from_json(to_json(golden))], parts) == 2
    assert replay([], parts) == 0


def test_the_golden_requests_of_a_bundle_pass(bundle_dir: Path, parts: Parts) -> None:
    lines = (bundle_dir / GOLDEN).read_text(encoding="utf-8").splitlines()
    assert replay(map(from_json, lines), parts) == len(lines) > 1


def _with_feature(row: int, name: str, value: float) -> Change:
    def change(golden: GoldenRequest) -> GoldenRequest:
        features = golden.features.copy()
        features[row, COLUMN[name]] = value
        return replace(golden, features=features)

    return change


def _with_score(golden: GoldenRequest) -> GoldenRequest:
    return replace(golden, scores=golden.scores + np.eye(6)[4] * 1e-4)


REFUSALS: list[tuple[Change, str]] = [
    (
        lambda g: replace(g, vector=-g.vector),
        r"cosine of the query vectors: expected 1\.0, found -(1\.|0\.99)",
    ),
    (
        lambda g: replace(g, vector=g.vector * np.nan),
        r"cosine of the query vectors: expected 1\.0, found nan",
    ),
    (_with_feature(1, "cosine", 0.5), r"candidate 1, feature cosine: expected 0\.5, found "),
    (_with_feature(1, "item_rating", np.nan), r"candidate 1, feature item_rating: expected nan, found "),
    (_with_feature(5, "cosine", 0.5), r"candidate 5, feature cosine: expected 0\.5, found nan"),
    (lambda g: replace(g, features=g.features[:-1]), r"shape of features: expected \(5, .*found \(6, "),
    (lambda g: replace(g, records=(*g.records[1:], None)), r"candidate 0, feature "),
    (lambda g: replace(g, query="blue shoes"), r"golden request 2, "),
    (_with_score, r"scores: expected \[.*found \["),
]


@pytest.mark.parametrize(
    ("change", "message"),
    REFUSALS,
    ids=["vector", "no vector", "feature", "unknown", "known", "shape", "records", "query", "score"],
)
def test_any_difference_is_refused_with_both_values_and_the_remedy(
    golden: GoldenRequest, parts: Parts, change: Change, message: str
) -> None:
    with pytest.raises(MismatchError, match=message) as refused:
        replay([golden, change(golden)], parts)
    assert str(refused.value).startswith("golden request 2, ")
    assert "make it again with this version" in str(refused.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda g: replace(g, vector=g.vector[:-2]),
        lambda g: replace(g, scores=g.scores[:-1]),
        lambda g: replace(g, records=g.records[:-1]),
        lambda g: replace(g, candidates=g.candidates[:-1]),
        lambda g: replace(g, engagement=g.engagement[:-1]),
    ],
    ids=["vector", "scores", "records", "candidates", "engagement"],
)
def test_a_request_whose_parts_do_not_fit_together_is_refused(
    golden: GoldenRequest, parts: Parts, change: Change
) -> None:
    with pytest.raises(MismatchError, match="golden"):
        replay([change(golden)], parts)


def test_another_ranker_is_refused(golden: GoldenRequest, parts: Parts, bundle_dir: Path) -> None:
    fallback = load_bundle(bundle_dir).fallback
    with pytest.raises(MismatchError, match="golden request 1, scores: expected"):
        replay([golden], replace(parts, ranker=fallback))


def test_another_vocabulary_is_refused(golden: GoldenRequest, parts: Parts) -> None:
    rows = parts.vocabulary.rows.copy()
    rows["idf"] *= 2
    with pytest.raises(MismatchError, match="feature query_idf_max: expected"):
        replay([golden], replace(parts, vocabulary=type(parts.vocabulary)(rows)))


@pytest.mark.parametrize("line", ["", "not json", "[]", "null", "{}", '{"query": "lamp"'])
def test_a_line_that_is_no_golden_request_is_refused(line: str) -> None:
    with pytest.raises(
        MismatchError, match=r"golden\.jsonl: expected golden requests, found .*make it again"
    ):
        from_json(line)


@pytest.mark.parametrize(
    "fields",
    [
        {"records": ["abc"]},
        {"records": 3},
        {"features": [[1.0, 2.0]]},
        {"vector": ["x"]},
        {"candidates": [{"id": "a"}]},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_a_golden_request_with_an_impossible_field_is_refused(
    golden: GoldenRequest, fields: dict[str, Any]
) -> None:
    line = json.dumps({**json.loads(to_json(golden)), **fields})
    with pytest.raises(
        MismatchError, match=r"golden\.jsonl: expected golden requests, found .*make it again"
    ):
        from_json(line)


def test_features_stand_in_the_order_of_the_schema(golden: GoldenRequest) -> None:
    assert golden.features.shape == (6, len(FEATURE_NAMES))
    assert golden.features[0, COLUMN["item_log_price"]] == pytest.approx(np.log1p(3.25))
    assert golden.features[2, COLUMN["engagement_log_impressions"]] == pytest.approx(np.log(51))
