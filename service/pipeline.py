"""A request through the models, without a transport: RerankRequest in, Outcome out.

The query is encoded on a thread of the bounded pool. Meanwhile the event loop asks the store, and drafts the
features that need no query vector, which would otherwise come after the encoder. The encoder's thread goes on
to the rest if the store has answered by then, which saves a change of threads; if not, it takes another turn
in the pool, so that a slow store never holds a thread. A request that still waits for a thread is drafted by
that thread: a queue of drafts would take several times the memory of a queue of records. So is a long list,
which would keep the event loop from other requests. Whatever fails on the way is left out and reported: the
answer is always a permutation of the candidates, cut to `top_n`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from time import perf_counter

import structlog

from core.bundle import Bundle
from core.engagement import unpack_counters
from core.errors import StoreError
from core.ranker import Ranker
from core.records import IndexInfo, decode_records
from core.schema import FEATURE_NAMES
from core.scoring import Draft, Evidence, draft_of, order
from core.types import FloatRows, RerankRequest, ScoredItem
from service.reader import Fetched, StoreReader

# above this many candidates a draft would keep other requests waiting for the event loop
DRAFTED_ON_LOOP = 200
STAGES = ("encode", "fetch", "features", "predict", "total")

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an item scored as it did: `base` and all contributions sum to its raw score (SHAP values)."""

    features: Mapping[str, float]
    contributions: Mapping[str, float]
    base: float


@dataclass(frozen=True, slots=True)
class Degraded:
    """What the answer had to do without. `missing_items` counts candidates without a usable record; a store
    that could not be read at all is reported by `store` alone."""

    store: bool
    encoder: bool
    deadline: bool
    missing_items: int


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds of each stage at work; `encode` overlaps `fetch` and `features`, `total` has the waits."""

    encode: float
    fetch: float
    features: float
    predict: float
    total: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best items first, with one explanation each if they were asked for."""

    ranked: Sequence[ScoredItem]
    explanations: Sequence[Explanation]
    degraded: Degraded
    corrupt: int
    timings: Timings


@dataclass(slots=True)
class _Work:
    """One request between the event loop, which fetches and drafts, and a thread, which encodes."""

    request: RerankRequest
    fetched: Fetched | None = None
    has_fetched: bool = False
    is_encoding: bool = False
    draft: Draft | None = None
    draft_ms: float = 0.0
    vector: FloatRows | None = None
    encode_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class _Ranked:
    ranked: Sequence[ScoredItem]
    explanations: Sequence[Explanation]
    missing: int
    corrupt: int
    features_ms: float
    predict_ms: float


class Pipeline:
    """Ranks requests with one bundle and one store; safe for many requests at once on one event loop."""

    def __init__(self, bundle: Bundle, store: StoreReader, pool: Executor) -> None:
        self._bundle = bundle
        self._store = store
        self._pool = pool
        self._store_failing = False

    async def rerank(self, request: RerankRequest, index: IndexInfo) -> Outcome:
        """Rank the candidates with the records of `index`. Raises nothing that an input can cause."""
        started = perf_counter()
        loop = asyncio.get_running_loop()
        work = _Work(request)
        working = loop.run_in_executor(self._pool, self._encode_and_rank, work)
        work.fetched, fetch_ms = await self._fetch(request, index)
        if work.is_encoding and len(request.candidates) <= DRAFTED_ON_LOOP:
            work.draft = self._draft(work)
        work.has_fetched = True  # last: from now on the other thread may go on
        done = await working
        if done is None:
            done = await loop.run_in_executor(self._pool, self._rank, work)
        total_ms = _ms_since(started)
        timings = Timings(work.encode_ms, fetch_ms, done.features_ms, done.predict_ms, total_ms)
        degraded = Degraded(work.fetched is None, work.vector is None, False, done.missing)
        return Outcome(done.ranked, done.explanations, degraded, done.corrupt, timings)

    async def _fetch(self, request: RerankRequest, index: IndexInfo) -> tuple[Fetched | None, float]:
        started = perf_counter()
        ids = [c.item_id for c in request.candidates]
        fetched = None
        try:
            fetched = await self._store.fetch(index.key_prefix, request.query, ids)
        except StoreError as error:  # the request is ranked by what came with it
            self._note_store(str(error))
        else:
            self._note_store(None)
        return fetched, _ms_since(started)

    def _note_store(self, problem: str | None) -> None:
        # one line when it breaks and one when it is back, not one per request
        if problem and not self._store_failing:
            _log.warning("store_failing", problem=problem)
        elif self._store_failing and not problem:
            _log.info("store_recovered")
        self._store_failing = problem is not None

    def _encode_and_rank(self, work: _Work) -> _Ranked | None:
        work.is_encoding = True
        started = perf_counter()
        work.vector = self._encode(work.request.query)
        work.encode_ms = _ms_since(started)
        # usually the store was faster, and the thread goes on; or else it does not wait for the store
        return self._rank(work) if work.has_fetched else None

    def _encode(self, query: str) -> FloatRows | None:
        try:
            return self._bundle.encoder.encode_query(query)
        except Exception as error:  # onnxruntime and tokenizers raise bare types: ranked without the vector
            _log.error("encoder_failed", error=type(error).__name__)  # its text may quote the query
            return None

    def _draft(self, work: _Work) -> Draft:
        started = perf_counter()
        request, evidence = work.request, self._evidence(work)
        draft = draft_of(request.query, request.candidates, evidence, self._bundle.vocabulary)
        work.draft_ms = _ms_since(started)
        return draft

    def _rank(self, work: _Work) -> _Ranked:
        request, draft = work.request, work.draft or self._draft(work)
        started = perf_counter()
        matrix, items = draft.complete(work.vector), draft.items
        featured = perf_counter()
        ranker = self._bundle.fallback if work.fetched is None else self._bundle.ranker
        ranked = order(request.candidates, ranker.predict(matrix), request.top_n)
        predict_ms = _ms_since(featured)
        missing = 0 if work.fetched is None else len(items) - int(items.found.sum())
        explanations = explain(matrix[[item.index for item in ranked]], ranker) if request.explain else ()
        features_ms = work.draft_ms + (featured - started) * 1e3
        return _Ranked(ranked, explanations, missing, items.corrupt, features_ms, predict_ms)

    def _evidence(self, work: _Work) -> Evidence:
        dim, fetched = self._bundle.encoder.dim, work.fetched
        if fetched is None:
            return Evidence(None, decode_records([None] * len(work.request.candidates), dim), None)
        return Evidence(None, decode_records(fetched.records, dim), unpack_counters(fetched.engagement))


def explain(matrix: FloatRows, ranker: Ranker) -> list[Explanation]:
    """One explanation per row of `matrix`, float32[n, f]; unknown features are NaN."""
    rows = zip(matrix.tolist(), ranker.contributions(matrix).tolist(), strict=True)
    return [
        Explanation(
            dict(zip(FEATURE_NAMES, values, strict=True)),
            dict(zip(FEATURE_NAMES, parts, strict=False)),  # one longer: the last is the base
            parts[-1],
        )
        for values, parts in rows
    ]


def _ms_since(started: float) -> float:
    return (perf_counter() - started) * 1e3
