"""What goes back over the wire: bodies as bytes, and the models that describe them in the OpenAPI document.

Bodies are written straight from the domain's values; tests hold them against the models.
"""

from __future__ import annotations

from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, Field

from service.pipeline import STAGES, Outcome, Timings


class ExplanationAnswer(BaseModel):
    """Why an item scored as it did."""

    features: dict[str, float | None] = Field(description="Every feature's value; null where unknown.")
    contributions: dict[str, float] = Field(description="What each feature added to the raw score.")
    base: float = Field(description="The score before any feature; with all contributions, the raw score.")


class ResultAnswer(BaseModel):
    """One ranked item."""

    index: int = Field(description="Its place in the request's candidates, from 0.")
    id: str = Field(description="Its id.")
    relevance_score: float = Field(description="Between 0 and 1; comparable within one answer.", ge=0, le=1)
    explain: ExplanationAnswer | None = Field(None, description="Present when the request asked for it.")


class DegradedAnswer(BaseModel):
    """What the answer had to do without."""

    store: bool = Field(description="The store could not be read: ranked by what came with the request.")
    encoder: bool = Field(description="The query could not be encoded: ranked without the semantic feature.")
    deadline: bool = Field(description="A stage was skipped for lack of time.")
    missing_items: int = Field(description="Candidates without a usable record in the index.", ge=0)


class TimingsAnswer(BaseModel):
    """Milliseconds at work per stage; encode overlaps fetch and most of features."""

    encode: float
    fetch: float
    features: float
    predict: float
    total: float


class MetaAnswer(BaseModel):
    """How the answer came about."""

    index: str = Field(description="The index that was read.")
    degraded: DegradedAnswer
    timings_ms: TimingsAnswer


class RerankAnswer(BaseModel):
    """The candidates, best first."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "4f0c1d2e3b5a69788796a5b4c3d2e1f0",
                    "model": "demo-3f9a1c0b7d52",
                    "results": [{"index": 1, "id": "100456", "relevance_score": 0.87}],
                    "meta": {
                        "index": "demo-20250101T000000",
                        "degraded": {"store": False, "encoder": False, "deadline": False, "missing_items": 0},
                        "timings_ms": {
                            "encode": 1.1,
                            "fetch": 0.5,
                            "features": 0.3,
                            "predict": 0.6,
                            "total": 2.4,
                        },
                    },
                }
            ]
        }
    )

    id: str = Field(description="The request's id, as in X-Request-ID.")
    model: str = Field(description="The bundle that ranked.")
    results: list[ResultAnswer] = Field(description="At most top_n items.")
    meta: MetaAnswer


class ErrorDetail(BaseModel):
    """What went wrong, and what to do about it."""

    code: str = Field(description="One of the codes in docs/api.md; stable, for programs.")
    message: str = Field(description="What is wrong and what would be right, for people.")
    request_id: str = Field(description="As in X-Request-ID; also in the service's log.")
    field: str | None = Field(None, description="The field at fault, such as candidates.3.retrieval_score.")
    expected: str | None = Field(None, description="Not ready because of a mismatch: what was expected.")
    actual: str | None = Field(None, description="Not ready because of a mismatch: what was found.")
    remedy: str | None = Field(None, description="Not ready: what to do.")


class ErrorAnswer(BaseModel):
    """The one shape of every error."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "error": {
                        "code": "invalid_request",
                        "message": "candidates.3.retrieval_score: Input should be a finite number. "
                        "Send a finite number or leave the field out.",
                        "request_id": "4f0c1d2e3b5a69788796a5b4c3d2e1f0",
                        "field": "candidates.3.retrieval_score",
                    }
                }
            ]
        }
    )

    error: ErrorDetail


class ReadyAnswer(BaseModel):
    """The service answers requests."""

    status: str = Field(description="Always `ready`.", examples=["ready"])
    index: str = Field(description="The index that is read.")
    warning: str | None = Field(None, description="What is wrong with the store or the marker at present.")


class ModelsAnswer(BaseModel):
    """What is loaded."""

    model_config = ConfigDict(protected_namespaces=())

    bundle: str = Field(description="The bundle's id: its name and a hash of everything in it.")
    encoder: str = Field(description="Names the vectors; an index must carry the same.")
    index: str | None = Field(description="The index that is read; null before the service is ready.")
    features: list[str] = Field(description="The ranker's features, in order.")
    metrics: dict[str, Any] = Field(description="What the bundle scored when it was trained.")


def rerank_body(outcome: Outcome, request_id: str, model: str, index: str) -> bytes:
    """The body of a rerank answer; NaN is written as null."""
    results: list[dict[str, Any]] = [
        {"index": item.index, "id": item.item_id, "relevance_score": item.score} for item in outcome.ranked
    ]
    for result, explanation in zip(results, outcome.explanations, strict=False):  # all of them, or none
        result["explain"] = explanation
    meta = {"index": index, "degraded": outcome.degraded, "timings_ms": rounded(outcome.timings)}
    return orjson.dumps({"id": request_id, "model": model, "results": results, "meta": meta})


def rounded(timings: Timings) -> dict[str, float]:
    """The stages in the order in which they are reported, in milliseconds."""
    return {stage: round(getattr(timings, stage), 3) for stage in STAGES}


def error_body(code: str, message: str, request_id: str, **more: str) -> bytes:
    """The body of an error."""
    return orjson.dumps({"error": {"code": code, "message": message, "request_id": request_id, **more}})
