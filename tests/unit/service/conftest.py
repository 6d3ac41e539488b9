"""A loaded bundle, an index of its items in memory, and requests for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from core.bundle import Bundle, load_bundle
from core.engagement import engagement_key, pack_counters
from core.records import IndexInfo, encode_record, key_prefix, marker_key, record_schema
from core.types import Candidate, Item, RerankRequest
from service.pipeline import Pipeline
from service.reader import MemoryReader

QUERY = "red table lamp"


@pytest.fixture(scope="session")
def bundle(bundle_dir: Path) -> Bundle:
    return load_bundle(bundle_dir)


@pytest.fixture(scope="session")
def index(bundle: Bundle, items: list[Item]) -> IndexInfo:
    name = bundle.manifest.encoder_id
    schema, prefix = record_schema(), key_prefix(name)
    return IndexInfo("in-memory", name, schema, bundle.encoder.dim, prefix, len(items), "made-up", "now")


@pytest.fixture(scope="session")
def store(bundle: Bundle, index: IndexInfo, items: list[Item]) -> MemoryReader:
    dim = bundle.encoder.dim
    values = {
        index.key_prefix + i.item_id: encode_record(i, bundle.encoder.encode_item(i), dim) for i in items
    }
    values[marker_key(index.encoder_id)] = index.to_json()
    counters = {items[3].item_id: pack_counters(np.array([50, 9, 3, 1, 4], np.float32))}
    return MemoryReader(values, {engagement_key(QUERY): counters})


@pytest.fixture(scope="session")
def make_request(items: list[Item]) -> Callable[..., RerankRequest]:
    def make(*more_ids: str, top_n: int | None = None, explain: bool = False) -> RerankRequest:
        ids = [item.item_id for item in items[:20]] + list(more_ids)
        candidates = tuple(Candidate(i, 20.0 - rank) for rank, i in enumerate(ids))
        return RerankRequest(QUERY, candidates, top_n, explain)

    return make


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2, "model") as pool:
        yield pool


@pytest.fixture
def pipeline(bundle: Bundle, store: MemoryReader, pool: ThreadPoolExecutor) -> Pipeline:
    return Pipeline(bundle, store, pool)
