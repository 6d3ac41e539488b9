import asyncio
import json
from collections.abc import Callable

from core.records import IndexInfo
from core.types import RerankRequest
from service.answers import ErrorAnswer, RerankAnswer, error_body, rerank_body
from service.pipeline import Pipeline


def test_the_body_is_what_the_document_says(
    pipeline: Pipeline, make_request: Callable[..., RerankRequest], index: IndexInfo
) -> None:
    for explain in (False, True):
        request = make_request("nobody", top_n=5, explain=explain)
        outcome = asyncio.run(pipeline.rerank(request, index))
        body = rerank_body(outcome, "r1", "tiny-1", "i1")
        answer = RerankAnswer.model_validate_json(body, strict=True)
        assert answer.model_dump(exclude_none=not explain) == json.loads(body)
        assert (answer.id, answer.model, answer.meta.index) == ("r1", "tiny-1", "i1")
        assert [r.id for r in answer.results] == [item.item_id for item in outcome.ranked]
        assert all((r.explain is not None) == explain for r in answer.results)


def test_unknown_features_are_null(
    pipeline: Pipeline, make_request: Callable[..., RerankRequest], index: IndexInfo
) -> None:
    outcome = asyncio.run(pipeline.rerank(make_request("nobody", explain=True), index))
    results = json.loads(rerank_body(outcome, "r", "m", "i"))["results"]
    stranger = next(result for result in results if result["id"] == "nobody")
    assert stranger["explain"]["features"]["cosine"] is None
    assert None not in stranger["explain"]["contributions"].values()


def test_the_error_is_what_the_document_says() -> None:
    body = error_body("invalid_request", "query: is missing. Send it.", "r1", field="query")
    answer = ErrorAnswer.model_validate_json(body, strict=True)
    assert answer.model_dump(exclude_none=True) == json.loads(body)
    assert json.loads(body)["error"]["field"] == "query"
