"""What the service counts, for Prometheus; docs/metrics.md explains every metric.

With several workers the client library keeps the numbers in files under PROMETHEUS_MULTIPROC_DIR (which must
be set before this module is imported), and any worker answers for all of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from core.records import IndexInfo
from service.multiprocess import MULTIPROCESS
from service.pipeline import STAGES, Outcome

KINDS = ("store", "encoder", "deadline")
SECONDS = (
    *(0.0001, 0.0002, 0.0003, 0.0005, 0.00075, 0.001, 0.0015, 0.002, 0.003, 0.004, 0.005),
    *(0.0075, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1.0),
)
SIZES = (1, 5, 10, 25, 50, 75, 100, 150, 200, 300, 500, 1000)


class Metrics:
    """The metrics of one process, with the children that every request needs bound in advance."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = self._counter("requests", "HTTP requests by route and status.", "route", "status")
        self._durations = self._histogram(
            "request_seconds",
            "Seconds from a request's first byte to its answer, by route.",
            SECONDS,
            "route",
        )
        stages = self._histogram(
            "stage_seconds",
            "Seconds of a rerank per stage; encode overlaps fetch and features.",
            SECONDS,
            "stage",
        )
        degraded = self._counter("degraded", "Answers that did without something, by what.", "kind")
        self._candidates = self._histogram("candidates", "Candidates per rerank request.", SIZES)
        self._missing = self._counter("missing_items", "Candidates that had no usable record.")
        self._corrupt = self._counter("corrupt_records", "Records that were found but not readable.")
        self._ready = self._gauge("ready", "1 once every worker has found its index.", "livemin")
        self._bundle = self._gauge(
            "bundle_info",
            "Always 1; the labels name the bundle and its encoder.",
            "livemax",
            "bundle",
            "encoder",
        )
        self._index = self._gauge(
            "index_info", "1 for the index in use, 0 for those before it.", "livemax", "index"
        )
        self._index_in_use: str | None = None
        self._stages = {stage: stages.labels(stage) for stage in STAGES}
        self._degraded = {kind: degraded.labels(kind) for kind in KINDS}
        self._requests_of = lru_cache(maxsize=1024)(self._requests.labels)
        self._durations_of = lru_cache(maxsize=1024)(self._durations.labels)

    def bundle(self, bundle_id: str, encoder_id: str) -> None:
        """A bundle was loaded."""
        self._ready.set(0)
        self._bundle.labels(bundle_id, encoder_id).set(1)

    def index(self, index: IndexInfo) -> None:
        """An index came into use: the service is ready."""
        if self._index_in_use not in (None, index.index_id):
            self._index.labels(self._index_in_use).set(0)
        self._index.labels(index.index_id).set(1)
        self._index_in_use = index.index_id
        self._ready.set(1)

    def request(self, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests_of(route, status).inc()
        self._durations_of(route).observe(seconds)

    def reranked(self, candidates: int, outcome: Outcome) -> None:
        """A rerank request got its answer."""
        self._candidates.observe(candidates)
        for stage, histogram in self._stages.items():
            histogram.observe(getattr(outcome.timings, stage) / 1e3)
        for kind, counter in self._degraded.items():
            if getattr(outcome.degraded, kind):
                counter.inc()
        self._missing.inc(outcome.degraded.missing_items)
        self._corrupt.inc(outcome.corrupt)

    def render(self) -> bytes:
        """The text format, over all workers where there are several."""
        if MULTIPROCESS not in os.environ:
            return generate_latest(self.registry)
        everyone = CollectorRegistry()
        MultiProcessCollector(everyone)  # type: ignore[no-untyped-call]
        return generate_latest(everyone)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"shelfrank_{name}", meaning, labels, registry=self.registry)

    def _histogram(self, name: str, meaning: str, buckets: Sequence[float], *labels: str) -> Histogram:
        return Histogram(f"shelfrank_{name}", meaning, labels, registry=self.registry, buckets=buckets)

    def _gauge(self, name: str, meaning: str, mode: str, *labels: str) -> Gauge:
        # a gauge of several workers needs to know how to become one; "live" leaves the dead out
        return Gauge(
            f"shelfrank_{name}",
            meaning,
            labels,
            registry=self.registry,
            multiprocess_mode=mode,  # type: ignore[arg-type]
        )
