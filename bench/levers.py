"""What each trick of the hot path buys: the plain way and ours in turn, in one run. `make levers`.

    python -m bench.levers [--bundle bundles/demo]

Every line is one thread at 100 candidates over real records of the sample store, in milliseconds per request;
tests/unit/bench/test_references.py holds both ways equal. The last lines are whole rankings through a real
store at the pace of `make bench`, without HTTP.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any

import hiredis
import numpy as np
import redis
import typer
from rich.console import Console
from rich.table import Table

from bench import references
from bench.latency import LOW_RATE, workload
from bench.serving import build_index
from core.bundle import Bundle, load_bundle
from core.lexical import find_hits, standing
from core.lexicon import analyse
from core.records import IndexInfo, cut_records, decode_records, key_prefix, record_words
from core.types import Candidate, RerankRequest
from service.main import SWITCH_INTERVAL_S
from service.store import RedisReader, connect
from shelfrank.embedded import resolve_store
from training.assemble import git_commit
from training.sample_store import generate, write

ROUNDS, PACED_ROUNDS = 600, 200
Ways = tuple[Callable[[], object], Callable[[], object]]


def in_turn(
    plain: Callable[[], object], ours: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Median milliseconds of both, one after the other in every round."""
    taken = np.array([(_timed(plain), _timed(ours)) for _ in range(rounds)])
    first, second = np.median(taken[rounds // 10 :], axis=0)
    return float(first), float(second)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def small_ways(bundle: Bundle, query: str, ids: Sequence[str], raws: Sequence[bytes]) -> Mapping[str, Ways]:
    """The tricks inside one step, by name: the plain way and ours."""
    dim, words = bundle.encoder.dim, analyse(query)
    items = decode_records(raws, dim)
    column = items.vectors[:, 0].copy()
    keys = [f"{key_prefix(bundle.manifest.encoder_id)}{i}" for i in ids]
    command: tuple[Any, ...] = ("MGET", *keys)
    return {
        "hits through a 16-bit table": (
            lambda: references.cube_of_hits(words, items),
            lambda: find_hits(words, items),
        ),
        "standard scores by plain sums (5 a request)": (
            lambda: [references.standing(column) for _ in range(5)],
            lambda: [standing(column) for _ in range(5)],
        ),
        "records cut as bytes": (
            lambda: references.cut_records(raws, dim),
            lambda: cut_records(raws, record_words(dim)),
        ),
        "candidates as tuples": (
            lambda: [references.FrozenCandidate(i, 1.0) for i in ids],
            lambda: [Candidate(i, 1.0) for i in ids],
        ),
        "commands packed by hiredis": (
            lambda: references.packed_by_python(command),
            lambda: hiredis.pack_command(command),
        ),
    }


async def whole_rankings(
    bundle: Bundle, store: RedisReader, bodies: Sequence[dict[str, Any]]
) -> dict[str, tuple[float, float]]:
    """Median milliseconds of a ranking, at a low rate, three ways in turn."""
    index = await store.marker(bundle.manifest.encoder_id)
    assert index is not None  # it was just built
    taken = []
    with ThreadPoolExecutor(1) as pool:
        pipeline = references.OneAfterTheOther(bundle, store, pool)
        for number in range(PACED_ROUNDS):
            taken.append(await _each_way(pipeline, _request(bodies[number % len(bodies)]), index))
    await store.close()
    sequence, patient, ours = (float(x) for x in np.median(taken[PACED_ROUNDS // 10 :], axis=0))
    return {
        "whole ranking: encoder beside store and features": (sequence, patient),
        "whole ranking: threads that let each other go on": (patient, ours),
    }


async def _each_way(
    pipeline: references.OneAfterTheOther, request: RerankRequest, index: IndexInfo
) -> tuple[float, float, float]:
    usual = sys.getswitchinterval()
    await asyncio.sleep(1 / LOW_RATE)
    _, sequence = await pipeline.in_sequence(request, index.key_prefix)
    await asyncio.sleep(1 / LOW_RATE)
    patient = (await pipeline.rerank(request, index)).timings.total
    await asyncio.sleep(1 / LOW_RATE)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    ours = (await pipeline.rerank(request, index)).timings.total
    sys.setswitchinterval(usual)
    return sequence, patient, ours


def _request(body: dict[str, Any]) -> RerankRequest:
    candidates = tuple(Candidate(c["id"], c["retrieval_score"]) for c in body["candidates"])
    return RerankRequest(body["query"], candidates)


def main(
    bundle: Annotated[Path, typer.Option(help="The bundle to serve.")] = Path("bundles/demo"),
    folder: Annotated[Path, typer.Option(help="Where to work.")] = Path("build/bench"),
) -> None:
    """Index the sample store, time every pair, print the table and one JSON line."""
    shop = folder / "sample-store"
    write(generate(), shop)
    loaded = load_bundle(bundle)
    bodies = workload(100, shop)
    with resolve_store(None, folder / "store") as url:
        build_index(shop / "catalogue.parquet", bundle, url)
        ids = [c["id"] for c in bodies[0]["candidates"]]
        with redis.Redis.from_url(url) as store:
            raws = store.mget([key_prefix(loaded.manifest.encoder_id) + i for i in ids])
        ways = small_ways(loaded, bodies[0]["query"], ids, raws)
        lines = {name: in_turn(*pair) for name, pair in ways.items()}
        reader = connect(url, "the bench's store", 1.0, 1.0)
        lines |= asyncio.run(whole_rankings(loaded, reader, bodies))
    report(lines)


def report(lines: Mapping[str, tuple[float, float]]) -> None:
    """The table and one JSON line."""
    table = Table("what", "plain ms", "ours ms", "plain/ours")
    for name, (plain, ours) in lines.items():
        table.add_row(name, f"{plain:.3f}", f"{ours:.3f}", f"{plain / ours:.2f}")
    Console(width=140).print(table)
    print(json.dumps({"commit": git_commit(), "milliseconds": lines}))


if __name__ == "__main__":
    typer.run(main)
