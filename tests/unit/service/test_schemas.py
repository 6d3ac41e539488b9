import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RequestError
from core.records import OVERRIDABLE
from core.types import Candidate, RerankRequest
from service.errors import MalformedBodyError
from service.schemas import Features, Limits, RequestParser

PARSER = RequestParser(Limits(candidates=1000, query=500, item_id=200))
ONE = [{"id": "a"}]


def parse(body: Any) -> RerankRequest:
    return PARSER.parse(json.dumps(body).encode())


def test_a_whole_request() -> None:
    request = parse(
        {
            "query": "led shop light",
            "candidates": [
                {"id": "1", "retrieval_score": 12.3, "features": {"price": 19.9, "review_count": 3}},
                {"id": "2", "retrieval_score": None},
                {"id": "3"},
            ],
            "top_n": 24,
            "explain": True,
        }
    )
    first, second, third = request.candidates
    assert first == Candidate("1", 12.3, {"price": 19.9, "review_count": 3.0})
    assert second == third.__class__("2") == Candidate("2", None)
    assert (third.item_id, request.top_n, request.explain) == ("3", 24, True)


def test_the_least_request() -> None:
    assert parse({"query": "x", "candidates": ONE}) == RerankRequest("x", (Candidate("a"),))


def test_candidates_may_override_what_the_domain_says() -> None:
    assert tuple(Features.__annotations__) == OVERRIDABLE


BAD: list[tuple[Any, str]] = [
    ([], "body"),
    ("text", "body"),
    (None, "body"),
    ({"candidates": ONE}, "query"),
    ({"query": 5, "candidates": ONE}, "query"),
    ({"query": "", "candidates": ONE}, "query"),
    ({"query": " \t\u200b\u0000 ", "candidates": ONE}, "query"),
    ({"query": "x" * 501, "candidates": ONE}, "query"),
    ({"query": "x"}, "candidates"),
    ({"query": "x", "candidates": []}, "candidates"),
    ({"query": "x", "candidates": {"id": "a"}}, "candidates"),
    ({"query": "x", "candidates": [{"id": str(i)} for i in range(1001)]}, "candidates"),
    ({"query": "x", "candidates": ["a"]}, "candidates.0"),
    ({"query": "x", "candidates": [{}]}, "candidates.0.id"),
    ({"query": "x", "candidates": [{"id": 7}]}, "candidates.0.id"),
    ({"query": "x", "candidates": [{"id": ""}]}, "candidates.0.id"),
    ({"query": "x", "candidates": [{"id": "x" * 201}]}, "candidates.0.id"),
    ({"query": "x", "candidates": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}, "candidates.2.id"),
    ({"query": "x", "candidates": [{"id": "a", "score": 1}]}, "candidates.0.score"),
    *(
        (
            {"query": "x", "candidates": [{"id": "a", "retrieval_score": value}]},
            "candidates.0.retrieval_score",
        )
        for value in ("1", True, [1], float("nan"), float("inf"), -float("inf"), 1e31, 10**400)
    ),
    *(
        (
            {"query": "x", "candidates": [{"id": "a", "features": {"price": value}}]},
            "candidates.0.features.price",
        )
        for value in ("1", None, False, -0.01, float("nan"), float("inf"), 1e31)
    ),
    ({"query": "x", "candidates": [{"id": "a", "features": {"brand": 1}}]}, "candidates.0.features.brand"),
    ({"query": "x", "candidates": [{"id": "a", "features": None}]}, "candidates.0.features"),
    *(({"query": "x", "candidates": ONE, "top_n": value}, "top_n") for value in (0, -1, 1.0, "1", True)),
    *(({"query": "x", "candidates": ONE, "explain": value}, "explain") for value in (None, 1, "true")),
    ({"query": "x", "candidates": ONE, "k" * 300: 1}, "k" * 50),
]


@pytest.mark.parametrize(
    ("body", "field"), BAD, ids=[f"{i}-{field[:40]}" for i, (_, field) in enumerate(BAD)]
)
def test_a_wrong_field_is_named_with_a_remedy(body: Any, field: str) -> None:
    with pytest.raises(RequestError) as caught:
        parse(body)
    assert caught.value.field == field
    assert caught.value.remedy


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b'{"query": "x", }',
        b"\xff\xfe\x00",
        b'{"query": "\xed\xa0\x80", "candidates": [{"id": "a"}]}',
        rb'{"query": "\ud800", "candidates": [{"id": "a"}]}',
        rb'{"query": "x", "candidates": [{"id": "\udc00"}]}',
        b"[" * 100_000,
        b'{"query": ' + b'{"a":' * 5000,
        b'{"query": "x", "candidates": [{"id": "a", "retrieval_score": ' + b"9" * 5000 + b"}]}",
    ],
)
def test_what_is_no_json_is_malformed(raw: bytes) -> None:
    with pytest.raises(MalformedBodyError):
        PARSER.parse(raw)


def test_limits_are_the_ones_given_and_documented() -> None:
    strict = RequestParser(Limits(candidates=2, query=3, item_id=1))
    strict.parse(b'{"query": "abc", "candidates": [{"id": "a"}, {"id": "b"}]}')
    with pytest.raises(RequestError, match="at most 2"):
        strict.parse(b'{"query": "abc", "candidates": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}')
    schema = strict.json_schema("#/$defs/{model}")
    assert schema["properties"]["candidates"]["maxItems"] == 2
    assert schema["properties"]["query"]["maxLength"] == 3


NUMBERS = st.none() | st.integers(-(10**9), 10**9) | st.floats(-1e30, 1e30)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50)


@given(ids=st.lists(TEXT, min_size=1, max_size=30, unique=True), score=NUMBERS)
def test_ids_and_scores_arrive_as_sent(ids: list[str], score: float | None) -> None:
    body = {"query": "x", "candidates": [{"id": i, "retrieval_score": score} for i in ids]}
    request = parse(body)
    assert [c.item_id for c in request.candidates] == ids
    assert {c.retrieval_score for c in request.candidates} == {score}
