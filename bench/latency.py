"""What a rerank costs: the floor of its parts against the whole service. `make bench`.

    python -m bench.latency [--bundle bundles/demo]

The floor is what no service can avoid: tokenise and encode the query (bare onnxruntime), one MGET of the same
records (bare redis client), predict (bare LightGBM), one after the other on one thread. It is measured twice:
in a tight loop, and at the pace of the requests, because a processor that idles between requests is slower
when one comes. Floor and service run in one go on one machine; ratios are what counts.
"""

from __future__ import annotations

import json
import os
import platform
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import redis
import typer
from rich.console import Console
from rich.table import Table

from bench.load import Load, run_load
from bench.serving import build_index, processor_seconds, resident_mb, running_service
from core.bundle import Bundle, load_bundle
from core.records import decode_records
from core.scoring import Evidence, features_of
from core.tables import read_rows
from core.types import Candidate
from shelfrank.embedded import resolve_store
from training.assemble import git_commit
from training.sample_store import generate, write

SIZES = (10, 50, 100, 200)
LOW_RATE, LOW_SECONDS, STEP_SECONDS = 20.0, 15.0, 5.0


@dataclass(frozen=True)
class Floor:
    """Median milliseconds of each bare part."""

    encode: float
    fetch: float
    predict: float
    features: float

    @property
    def total(self) -> float:
        """The parts that no service can avoid; our own feature computation is not among them."""
        return self.encode + self.fetch + self.predict


def workload(size: int, shop: Path) -> list[dict[str, Any]]:
    """Real queries of the sample store over lists of its items: judged ones first, then any."""
    draw = random.Random(size)
    every = [row.values["item_id"] for row in read_rows(shop / "catalogue.parquet")]
    judged: dict[str, list[str]] = {}
    for row in read_rows(shop / "judgments.parquet"):
        judged.setdefault(row.values["query"], []).append(row.values["item_id"])
    queries = draw.sample(sorted(judged), 200)
    return [_body(query, judged[query], every, size, draw) for query in queries]


def _body(query: str, judged: list[str], every: list[str], size: int, draw: random.Random) -> dict[str, Any]:
    ids = list(dict.fromkeys([*judged, *draw.sample(every, size)]))[:size]
    return {
        "query": query,
        "candidates": [{"id": i, "retrieval_score": 20.0 - n / 10} for n, i in enumerate(ids)],
    }


def floor(bundle: Bundle, url: str, bodies: Sequence[dict[str, Any]], pause_s: float, rounds: int) -> Floor:
    """Time the bare parts one after the other on the same queries and records, `pause_s` between rounds."""
    prefix = f"sr:{bundle.manifest.encoder_id}:i:"
    keys = [[prefix + c["id"] for c in body["candidates"]] for body in bodies]
    taken: list[tuple[float, ...]] = []
    with redis.Redis.from_url(url) as store:
        records: list[list[bytes | None]] = [store.mget(row) for row in keys]
        matrices = [_features(bundle, body, row) for body, row in zip(bodies, records, strict=True)]
        for number in range(rounds):
            time.sleep(pause_s)
            n = number % len(bodies)
            parts: tuple[Callable[[], object], ...] = (
                partial(bundle.encoder.encode_query, bodies[n]["query"]),
                partial(store.mget, keys[n]),
                partial(bundle.ranker.predict, matrices[n]),
                partial(_features, bundle, bodies[n], records[n]),
            )
            taken.append(tuple(_timed(part) for part in parts))
    return Floor(*(float(x) for x in np.median(np.array(taken[rounds // 10 :]), axis=0)))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def _features(bundle: Bundle, body: dict[str, Any], records: list[bytes | None]) -> Any:
    candidates = [Candidate(c["id"], c["retrieval_score"]) for c in body["candidates"]]
    vector = np.full(bundle.encoder.dim, bundle.encoder.dim**-0.5, np.float32)
    evidence = Evidence(vector, decode_records(records, bundle.encoder.dim), None)
    return features_of(body["query"], candidates, evidence, bundle.vocabulary)


def capacity(url: str, bodies: Sequence[dict[str, Any]], start: float) -> Load:
    """The highest rate that the service kept up with (95 % goodput, p99 under 100 ms), to within 2 %.

    A rate counts as too high when it fails twice: another guest of the machine may spoil a step.
    """
    best, factor = run_load(url, bodies, start, STEP_SECONDS), 1.15
    while factor > 1.02:
        tries = (run_load(url, bodies, best.rate * factor, STEP_SECONDS) for _ in range(2))
        kept_up = next((step for step in tries if _kept_up(step)), None)
        best, factor = (kept_up, factor) if kept_up else (best, factor**0.5)
    return best


def _kept_up(step: Load) -> bool:
    return not step.failed and step.goodput >= 0.95 * step.rate and step.percentile(99) <= 100


def processor_ms(service: str, bodies: Sequence[dict[str, Any]], rate: float) -> dict[str, float]:
    """Who uses the cores at this rate: milliseconds of processor time per request."""
    before = processor_seconds(service)
    load = run_load(service, bodies, rate, STEP_SECONDS)
    used = {"service": processor_seconds(service) - before, "load generator": load.own_seconds}
    return {name: round(seconds / load.sent * 1e3, 2) for name, seconds in used.items()}


def main(
    bundle: Annotated[Path, typer.Option(help="The bundle to serve.")] = Path("bundles/demo"),
    folder: Annotated[Path, typer.Option(help="Where to work.")] = Path("build/bench"),
    workers: Annotated[int, typer.Option(help="Service processes.")] = 2,
) -> None:
    """Index the sample store, measure floor and service at every size, print and store the table."""
    shop = folder / "sample-store"
    write(generate(), shop)
    loaded = load_bundle(bundle)
    rows: list[dict[str, Any]] = []
    with resolve_store(None, folder / "store") as url:
        build_index(shop / "catalogue.parquet", bundle, url)
        started = time.monotonic()
        with running_service(bundle, url, folder / "service.log", "--workers", str(workers)) as service:
            ready = time.monotonic() - started
            for size in SIZES:
                bodies = workload(size, shop)
                run_load(service, bodies, LOW_RATE, 3)
                tight = floor(loaded, url, bodies, 0.0, 300)
                paced = floor(loaded, url, bodies, 1 / LOW_RATE, 200)
                rows.append(_row(size, tight, paced, run_load(service, bodies, LOW_RATE, LOW_SECONDS)))
            bodies = workload(100, shop)
            stages = run_load(service, bodies, LOW_RATE, STEP_SECONDS).stages()
            most = capacity(service, bodies, 100.0)
            shares = processor_ms(service, bodies, most.rate)
            memory = resident_mb(service)
    facts = {
        "bundle": loaded.manifest.bundle_id,
        "Server-Timing at 100 candidates, median ms": stages,
        "capacity at 100 candidates": most.figures(),
        "processor ms per request at capacity": shares,
        "seconds to ready": round(ready, 2),
        "resident MB": memory,
    }
    report(rows, most, facts, folder / "latency.md")


def _row(size: int, tight: Floor, paced: Floor, load: Load) -> dict[str, Any]:
    parts = {name: round(getattr(paced, name), 2) for name in ("encode", "fetch", "predict", "features")}
    floors = {"floor": round(paced.total, 2), "tight floor": round(tight.total, 2)}
    served = {name: value for name, value in load.figures().items() if name not in ("rate", "goodput")}
    ratios = {
        "p50/floor": round(served["p50"] / paced.total, 2),
        "p50/tight": round(served["p50"] / tight.total, 2),
        "p99/p50": round(served["p99"] / served["p50"], 2),
    }
    return {"candidates": size, **parts, **floors, **served, **ratios}


def report(rows: Sequence[dict[str, Any]], most: Load, found: dict[str, Any], out: Path) -> None:
    """Table, summary, Markdown and one JSON line."""
    hundred = next(row for row in rows if row["candidates"] == 100)
    ideal = (os.cpu_count() or 1) * 1e3 / hundred["tight floor"]
    facts = {
        "commit": git_commit(),
        "machine": f"{_processor()}, {os.cpu_count()} cores",
        **found,
        "share of cores/tight floor": round(most.goodput / ideal, 2),
    }
    table = Table(*rows[0])
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    Console(width=200).print(table)
    lines = ["| " + " | ".join(rows[0]) + " |", "| ---: " * len(rows[0]) + "|"]
    lines += ["| " + " | ".join(str(v) for v in row.values()) + " |" for row in rows]
    out.write_text("\n".join(lines) + f"\n\n```json\n{json.dumps(facts, indent=2)}\n```\n", encoding="utf-8")
    print(json.dumps({**facts, "rows": list(rows)}))


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    typer.run(main)
