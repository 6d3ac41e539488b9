"""The wire format of a rerank request: bytes in, a RerankRequest of the domain out.

The body is parsed and validated in one pass over its bytes. JSON is taken at its word: a number in quotes
is a string, and a field that is not known is an error.
"""

# No `from __future__ import annotations` here: the body's types are made from the limits at run time.

from dataclasses import dataclass
from typing import Annotated, Any, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from pydantic.config import JsonDict
from typing_extensions import TypedDict  # pydantic wants this one below Python 3.12

from core.errors import RequestError
from core.text import normalise_query
from core.types import NO_FEATURES, Candidate, RerankRequest
from service.errors import MalformedBodyError

# float32 holds it with room for the ratios that features make of it
LARGEST = 1e30
_STRICT = ConfigDict(extra="forbid", strict=True)
_LONGEST_NAME = 50
_REMEDIES = {
    "missing": "Every request needs it.",
    "extra_forbidden": "Remove it; docs/api.md lists the fields.",
    "finite_number": "Send a finite number or leave the field out.",
    "string_type": "Put it in quotes.",
    "float_type": "Send a JSON number, without quotes.",
    "int_type": "Send a whole JSON number, without quotes.",
    "bool_type": "Send true or false.",
    "string_too_short": "Leave nothing empty.",
    "string_too_long": "Shorten it.",
    "too_short": "Without candidates there is nothing to rank.",
    "too_long": "Send only the best that retrieval found.",
}
_EXAMPLE: JsonDict = {
    "query": "led shop light",
    "candidates": [
        {"id": "100123", "retrieval_score": 12.3, "features": {"price": 19.9}},
        {"id": "100456", "retrieval_score": 11.8},
    ],
    "top_n": 24,
    "explain": False,
}

_Amount = Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False)]


@with_config(_STRICT)
class Features(TypedDict, total=False):
    """What the caller knows better than the index; the names are core.records.OVERRIDABLE."""

    price: Annotated[_Amount, Field(description="Current price, in the currency of the catalogue.")]
    rating: Annotated[_Amount, Field(description="Current mean rating.")]
    review_count: Annotated[_Amount, Field(description="Current number of reviews.")]


_Score = Annotated[
    float | None,
    Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False, description="The caller's retrieval score, or null."),
]
_Features = Annotated[Features, Field(description="Overrides the index for this request.")]
_Top = Annotated[int | None, Field(ge=1, description="How many results to return; all when absent or null.")]
_Explain = Annotated[bool, Field(description="Add features and contributions to every result.")]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may ask for; lengths in characters."""

    candidates: int
    query: int
    item_id: int


class RequestParser:
    """Turns bodies into requests; one per process, since building the validator is slow."""

    def __init__(self, limits: Limits) -> None:
        self._body: TypeAdapter[Any] = TypeAdapter(_body_type(limits))

    def parse(self, raw: bytes) -> RerankRequest:
        """The request in `raw`; MalformedBodyError, or RequestError which names the field at fault."""
        try:
            body = self._body.validate_json(raw)
        except ValidationError as error:
            raise _translated(error) from None
        if not normalise_query(body["query"]):
            raise RequestError("query", "has no visible character", "Send what the shopper typed.")
        candidates = [
            Candidate(c["id"], c.get("retrieval_score"), c.get("features", NO_FEATURES))
            for c in body["candidates"]
        ]
        _check_unique(candidates)
        return RerankRequest(body["query"], tuple(candidates), body.get("top_n"), body.get("explain", False))

    def json_schema(self, ref_template: str) -> dict[str, Any]:
        """The body's JSON schema, its parts under `$defs`."""
        return self._body.json_schema(ref_template=ref_template)


def _body_type(limits: Limits) -> Any:
    identity = Field(min_length=1, max_length=limits.item_id, description="The item's id in the index.")
    text = Field(min_length=1, max_length=limits.query, description="What the shopper searched for.")
    many = Field(
        min_length=1,
        max_length=limits.candidates,
        description="The items to rank, in retrieval order; ids are unique.",
    )

    @with_config(_STRICT)
    class CandidateItem(TypedDict):
        """One item that retrieval found."""

        id: Annotated[str, identity]
        retrieval_score: NotRequired[_Score]
        features: NotRequired[_Features]

    @with_config(ConfigDict(**_STRICT, json_schema_extra={"examples": [_EXAMPLE]}))
    class RerankBody(TypedDict):
        """A query and the items that retrieval found for it."""

        query: Annotated[str, text]
        candidates: Annotated[list[CandidateItem], many]
        top_n: NotRequired[_Top]
        explain: NotRequired[_Explain]

    return RerankBody


def _check_unique(candidates: list[Candidate]) -> None:
    if len({c.item_id for c in candidates}) == len(candidates):
        return
    first: dict[str, int] = {}
    for i, candidate in enumerate(candidates):
        earlier = first.setdefault(candidate.item_id, i)
        if earlier != i:
            problem = f"repeats candidates.{earlier}.id"
            raise RequestError(f"candidates.{i}.id", problem, "Send every item once.")


def _translated(error: ValidationError) -> MalformedBodyError | RequestError:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return MalformedBodyError(first["msg"])
    # a part of the place may be a key that the caller made up
    place = ".".join(str(part)[:_LONGEST_NAME] for part in first["loc"]) or "body"
    return RequestError(
        place, first["msg"], _REMEDIES.get(first["type"], "docs/api.md says what is allowed.")
    )
