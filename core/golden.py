"""Golden requests: the bundle carries its own proof.

Each line of `golden.jsonl` holds a request, the raw item records and engagement it was served with, and the
vector, features and scores that training saw. Replaying them at start warms every path up and shows that this
machine, this code and these files still compute what was evaluated.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.encoder import Encoder
from core.errors import MismatchError
from core.ranker import Ranker
from core.records import decode_records
from core.schema import COLUMN, FEATURE_NAMES
from core.scoring import Evidence, features_of
from core.types import Candidate, FloatRows, Scores
from core.vocabulary import Vocabulary

# int8 kernels of other processor families round differently in the last place
VECTOR_TOLERANCE = 0.01
FEATURE_TOLERANCE = 1e-5
SCORE_TOLERANCE = 1e-6
_REMEDY = (
    "This bundle was made by other code or damaged: make it again with this version, "
    "or run the version that made it."
)


@dataclass(frozen=True)
class GoldenRequest:
    """A request with everything that was known when it was scored, and what came out."""

    query: str
    candidates: tuple[Candidate, ...]
    records: tuple[bytes | None, ...]
    engagement: FloatRows | None
    vector: FloatRows
    features: FloatRows
    scores: Scores


@dataclass(frozen=True)
class Parts:
    """The loaded pieces of a bundle that a replay exercises."""

    encoder: Encoder
    vocabulary: Vocabulary
    ranker: Ranker


def record(
    query: str,
    candidates: Sequence[Candidate],
    records: Sequence[bytes | None],
    engagement: FloatRows | None,
    parts: Parts,
) -> GoldenRequest:
    """Score a request and keep all of it."""
    vector = parts.encoder.encode_query(query)
    evidence = Evidence(vector, decode_records(records, parts.encoder.dim), engagement)
    matrix = features_of(query, candidates, evidence, parts.vocabulary)
    scores = parts.ranker.predict(matrix)
    return GoldenRequest(query, tuple(candidates), tuple(records), engagement, vector, matrix, scores)


def replay(requests: Iterable[GoldenRequest], parts: Parts) -> int:
    """Run every golden request; MismatchError names the first difference. Returns how many ran."""
    count = 0
    for count, golden in enumerate(requests, 1):
        _replay_one(f"golden request {count}", golden, parts)
    return count


def _replay_one(name: str, golden: GoldenRequest, parts: Parts) -> None:
    _check_shapes(name, golden, parts.encoder.dim)
    vector = parts.encoder.encode_query(golden.query)
    cosine = float(vector @ golden.vector)
    if not cosine >= 1 - VECTOR_TOLERANCE:
        raise MismatchError(f"{name}, cosine of the query vectors", 1.0, cosine, _REMEDY)
    items = decode_records(golden.records, parts.encoder.dim)
    evidence = Evidence(golden.vector, items, golden.engagement)
    matrix = features_of(golden.query, golden.candidates, evidence, parts.vocabulary)
    _check_features(name, golden.features, matrix)
    scores = parts.ranker.predict(golden.features)
    if not np.allclose(scores, golden.scores, rtol=SCORE_TOLERANCE, atol=SCORE_TOLERANCE):
        raise MismatchError(f"{name}, scores", golden.scores[:3], scores[:3], _REMEDY)


def _check_shapes(name: str, golden: GoldenRequest, dim: int) -> None:
    n = len(golden.candidates)
    sizes = {
        "vector": (dim, len(golden.vector)),
        "records": (n, len(golden.records)),
        "engagement": (n, n if golden.engagement is None else len(golden.engagement)),
        "scores": (n, len(golden.scores)),
    }
    for what, (expected, actual) in sizes.items():
        if expected != actual:
            raise MismatchError(f"{name}, length of {what}", expected, actual, _REMEDY)


def _check_features(name: str, expected: FloatRows, actual: FloatRows) -> None:
    if expected.shape != actual.shape:
        raise MismatchError(f"{name}, shape of features", expected.shape, actual.shape, _REMEDY)
    close = np.isclose(actual, expected, FEATURE_TOLERANCE, FEATURE_TOLERANCE, equal_nan=True)
    if not close.all():
        row, column = np.argwhere(~close)[0]
        raise MismatchError(
            f"{name}, candidate {row}, feature {FEATURE_NAMES[column]}",
            expected[row, column],
            actual[row, column],
            _REMEDY,
        )


def to_json(golden: GoldenRequest) -> str:
    """One line of `golden.jsonl`."""
    row = {
        "query": golden.query,
        "candidates": [
            {"id": c.item_id, "retrieval_score": c.retrieval_score, "features": dict(c.features)}
            for c in golden.candidates
        ],
        "records": [r and base64.b64encode(r).decode() for r in golden.records],
        "engagement": None if golden.engagement is None else _rows(golden.engagement),
        "vector": [float(x) for x in golden.vector],
        "features": _rows(golden.features),
        "scores": golden.scores.tolist(),
    }
    return json.dumps(row, allow_nan=False)


def from_json(line: str) -> GoldenRequest:
    """Read one line of `golden.jsonl`."""
    try:
        row = json.loads(line)
        return GoldenRequest(
            row["query"],
            tuple(Candidate(c["id"], c["retrieval_score"], c["features"]) for c in row["candidates"]),
            tuple(r and base64.b64decode(r) for r in row["records"]),
            None if row["engagement"] is None else _matrix(row["engagement"]),
            np.array(row["vector"], np.float32),
            _matrix(row["features"]).reshape(-1, len(COLUMN)),
            np.array(row["scores"], np.float64),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise MismatchError("golden.jsonl", "golden requests", repr(error), _REMEDY) from error


def _rows(matrix: FloatRows) -> list[list[float | None]]:
    return [[None if x != x else float(x) for x in row] for row in matrix.tolist()]


def _matrix(rows: list[list[float | None]]) -> FloatRows:
    return np.array([[np.nan if x is None else x for x in row] for row in rows], np.float32)
