import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from structlog.testing import capture_logs

from core.bundle import Bundle
from core.engagement import unpack_counters
from core.errors import StoreUnavailableError
from core.records import IndexInfo, decode_records
from core.scoring import Evidence, order, score
from core.types import FloatRows, Item, RerankRequest
from service.pipeline import STAGES, Degraded, Outcome, Pipeline
from service.reader import Fetched, MemoryReader

Make = Callable[..., RerankRequest]


class BrokenStore(MemoryReader):
    async def fetch(self, *_: Any) -> Fetched:
        raise StoreUnavailableError("The store is away. Wait.")


class SlowStore(MemoryReader):
    async def fetch(self, prefix: str, query: str, ids: Sequence[str]) -> Fetched:
        await asyncio.sleep(0.05)
        return await MemoryReader.fetch(self, prefix, query, ids)


class WatchedEncoder:
    """Notes on which threads it works; fails when told to."""

    def __init__(self, inner: Any, fail: bool = False) -> None:
        self.inner, self.dim, self.fail = inner, inner.dim, fail
        self.threads: set[str] = set()

    def encode_query(self, query: str) -> FloatRows:
        self.threads.add(threading.current_thread().name)
        if self.fail:
            raise RuntimeError(f"cannot encode {query}")
        vector: FloatRows = self.inner.encode_query(query)
        return vector


def run(pipeline: Pipeline, request: RerankRequest, index: IndexInfo) -> Outcome:
    return asyncio.run(pipeline.rerank(request, index))


def expected(bundle: Bundle, store: MemoryReader, request: RerankRequest, index: IndexInfo) -> list[int]:
    ids = [c.item_id for c in request.candidates]
    raw = asyncio.run(store.fetch(index.key_prefix, request.query, ids))
    evidence = Evidence(
        bundle.encoder.encode_query(request.query),
        decode_records(raw.records, bundle.encoder.dim),
        unpack_counters(raw.engagement),
    )
    scored = score(request.query, request.candidates, evidence, bundle.vocabulary, bundle.ranker)
    return [item.index for item in order(request.candidates, scored.scores)]


def test_it_ranks_as_the_core_does(
    pipeline: Pipeline, bundle: Bundle, store: MemoryReader, make_request: Make, index: IndexInfo
) -> None:
    outcome = run(pipeline, make_request(), index)
    assert [item.index for item in outcome.ranked] == expected(bundle, store, make_request(), index)
    assert outcome.corrupt == 0
    assert outcome.degraded == Degraded(store=False, encoder=False, deadline=False, missing_items=0)
    assert outcome.explanations == ()


def test_a_store_slower_than_the_encoder_changes_nothing(
    bundle: Bundle, store: MemoryReader, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo
) -> None:
    slow = SlowStore(store.values, store.hashes)
    outcome = run(Pipeline(bundle, slow, pool), make_request(), index)
    assert [item.index for item in outcome.ranked] == expected(bundle, store, make_request(), index)
    assert outcome.timings.fetch > outcome.timings.encode


class HeldEncoder(WatchedEncoder):
    """Waits inside the encoder until the request's features are drafted."""

    def __init__(self, inner: Any) -> None:
        super().__init__(inner)
        self.may_go_on = threading.Event()

    def encode_query(self, query: str) -> FloatRows:
        assert self.may_go_on.wait(5)
        return super().encode_query(query)


def drafting(pipeline: Pipeline, then: Callable[[], object]) -> list[str]:
    """Notes which threads draft from now on; `then` is called after every draft."""
    threads: list[str] = []
    plain = pipeline._draft

    def noted(work: Any) -> Any:
        threads.append(threading.current_thread().name)
        draft = plain(work)
        then()
        return draft

    pipeline._draft = noted  # type: ignore[method-assign]
    return threads


def test_features_are_drafted_while_the_encoder_works(
    bundle: Bundle, store: MemoryReader, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo
) -> None:
    held: Any = HeldEncoder(bundle.encoder)
    pipeline = Pipeline(replace(bundle, encoder=held), SlowStore(store.values, store.hashes), pool)
    threads = drafting(pipeline, held.may_go_on.set)
    outcome = run(pipeline, make_request(), index)
    assert threads == ["MainThread"]
    assert [item.index for item in outcome.ranked] == expected(bundle, store, make_request(), index)


def test_a_long_list_is_drafted_by_a_thread_and_keeps_nobody_waiting(
    bundle: Bundle,
    store: MemoryReader,
    pool: ThreadPoolExecutor,
    make_request: Make,
    index: IndexInfo,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("service.pipeline.DRAFTED_ON_LOOP", 19)
    pipeline = Pipeline(bundle, SlowStore(store.values, store.hashes), pool)
    threads = drafting(pipeline, lambda: None)
    outcome = run(pipeline, make_request(), index)
    assert len(threads) == 1
    assert threads != ["MainThread"]
    assert [item.index for item in outcome.ranked] == expected(bundle, store, make_request(), index)


def test_a_request_that_waits_for_a_thread_is_drafted_by_that_thread(
    bundle: Bundle, store: MemoryReader, make_request: Make, index: IndexInfo
) -> None:
    with ThreadPoolExecutor(1, "model") as pool:
        pipeline = Pipeline(bundle, store, pool)
        threads = drafting(pipeline, lambda: None)
        busy = threading.Event()
        pool.submit(busy.wait, 5)

        async def queued() -> Outcome:
            asking = asyncio.create_task(pipeline.rerank(make_request(), index))
            await asyncio.sleep(0.05)
            busy.set()
            return await asking

        outcome = asyncio.run(queued())
    assert [name.startswith("model") for name in threads] == [True]
    assert [item.index for item in outcome.ranked] == expected(bundle, store, make_request(), index)


@pytest.mark.parametrize(("top_n", "count"), [(None, 20), (1, 1), (7, 7), (20, 20), (10**30, 20)])
def test_the_answer_is_cut_to_top_n(
    pipeline: Pipeline, make_request: Make, index: IndexInfo, top_n: int | None, count: int
) -> None:
    whole = run(pipeline, make_request(), index)
    assert sorted(item.index for item in whole.ranked) == list(range(20))
    assert run(pipeline, make_request(top_n=top_n), index).ranked == whole.ranked[:count]


def test_unknown_ids_stay_and_are_counted(pipeline: Pipeline, make_request: Make, index: IndexInfo) -> None:
    outcome = run(pipeline, make_request("nobody", "no\x00body"), index)
    assert {item.item_id for item in outcome.ranked} >= {"nobody", "no\x00body"}
    assert (outcome.degraded.missing_items, outcome.corrupt) == (2, 0)


def test_corrupt_records_are_missing_items(
    bundle: Bundle, store: MemoryReader, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo
) -> None:
    key = index.key_prefix + make_request().candidates[4].item_id
    damaged = replace(store, values={**store.values, key: b"not a record"})
    outcome = run(Pipeline(bundle, damaged, pool), make_request(), index)
    assert (outcome.degraded.missing_items, outcome.corrupt, len(outcome.ranked)) == (1, 1, 20)


def test_without_the_store_the_fallback_ranks(
    bundle: Bundle, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo
) -> None:
    request = make_request()
    outcome = run(Pipeline(bundle, BrokenStore(), pool), request, index)
    nothing = decode_records([None] * len(request.candidates), bundle.encoder.dim)
    evidence = Evidence(bundle.encoder.encode_query(request.query), nothing, None)
    scored = score(request.query, request.candidates, evidence, bundle.vocabulary, bundle.fallback)
    assert list(outcome.ranked) == order(request.candidates, scored.scores)
    assert outcome.degraded.store
    assert outcome.degraded.missing_items == 0  # nobody looked


def test_a_broken_store_is_logged_once_and_so_is_its_return(
    bundle: Bundle, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo, store: MemoryReader
) -> None:
    pipeline = Pipeline(bundle, BrokenStore(), pool)
    with capture_logs() as logs:
        for _ in range(3):
            run(pipeline, make_request(), index)
        pipeline._store = store
        for _ in range(3):
            run(pipeline, make_request(), index)
    assert [line["event"] for line in logs] == ["store_failing", "store_recovered"]


def test_without_the_encoder_the_rest_ranks(
    bundle: Bundle, store: MemoryReader, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo
) -> None:
    failing: Any = WatchedEncoder(bundle.encoder, fail=True)
    with capture_logs() as logs:
        outcome = run(
            Pipeline(replace(bundle, encoder=failing), store, pool), make_request(explain=True), index
        )
    assert outcome.degraded.encoder
    assert len(outcome.ranked) == 20
    assert all(np.isnan(e.features["cosine"]) for e in outcome.explanations)
    assert "lamp" not in str(logs)


def test_models_work_in_the_pool_alone(
    bundle: Bundle, store: MemoryReader, pool: ThreadPoolExecutor, make_request: Make, index: IndexInfo
) -> None:
    watched: Any = WatchedEncoder(bundle.encoder)
    run(Pipeline(replace(bundle, encoder=watched), store, pool), make_request(), index)
    assert all(name.startswith("model") for name in watched.threads)


@pytest.mark.parametrize("reader", ["store", "broken"])
def test_contributions_sum_to_the_score(
    bundle: Bundle,
    store: MemoryReader,
    pool: ThreadPoolExecutor,
    make_request: Make,
    index: IndexInfo,
    reader: str,
) -> None:
    pipeline = Pipeline(bundle, store if reader == "store" else BrokenStore(), pool)
    outcome = run(pipeline, make_request("nobody", top_n=9, explain=True), index)
    assert len(outcome.explanations) == len(outcome.ranked) == 9
    for item, why in zip(outcome.ranked, outcome.explanations, strict=True):
        raw = why.base + sum(why.contributions.values())
        assert 1 / (1 + np.exp(-raw)) == pytest.approx(item.score)
        assert why.features["retrieval_rank"] == item.index + 1
        assert tuple(why.features) == tuple(why.contributions) == tuple(bundle.manifest.features)


def test_stages_are_timed(pipeline: Pipeline, make_request: Make, index: IndexInfo) -> None:
    timings = run(pipeline, make_request(), index).timings
    spent = {stage: getattr(timings, stage) for stage in STAGES}
    assert all(ms > 0 for ms in spent.values())
    assert timings.total >= max(spent.values())
    assert timings.total >= timings.features + timings.predict


def test_requests_do_not_mix(
    pipeline: Pipeline,
    bundle: Bundle,
    store: MemoryReader,
    make_request: Make,
    index: IndexInfo,
    items: list[Item],
) -> None:
    base = make_request()
    requests = [replace(base, query=f"{item.color} {item.product_type}") for item in items]

    async def all_at_once() -> list[Outcome]:
        return await asyncio.gather(*(pipeline.rerank(request, index) for request in requests))

    for request, outcome in zip(requests, asyncio.run(all_at_once()), strict=True):
        assert [item.index for item in outcome.ranked] == expected(bundle, store, request, index)
