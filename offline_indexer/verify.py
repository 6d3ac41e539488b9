"""Does the store hold what the catalogue says? Nothing is published before this module agrees."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np

from core.errors import MismatchError
from core.records import IndexInfo, ItemBlock, decode_records
from core.types import Item
from offline_indexer.catalogue import Catalogue
from offline_indexer.seen import SeenIds
from offline_indexer.store import IndexWriter
from offline_indexer.vectors import Vectors

T = TypeVar("T")

# int8 kernels of another processor family round differently in the last place
VECTOR_TOLERANCE = 0.01
_REMEDY = (
    "Something else writes to this index, or its server lost data. Build it again: shelfrank index build"
)


@dataclass
class Sample(Generic[T]):
    """A uniform random sample of things that pass by one at a time (reservoir sampling)."""

    size: int
    rng: random.Random
    items: list[T] = field(default_factory=list)
    _passed: int = 0

    def offer(self, item: T) -> None:
        """Keep it, perhaps in the place of another one."""
        self._passed += 1
        if len(self.items) < self.size:
            self.items.append(item)
        elif (place := self.rng.randrange(self._passed)) < self.size:
            self.items[place] = item


def verify_index(
    writer: IndexWriter, vectors: Vectors, info: IndexInfo, catalogue: Catalogue | None, sample: int
) -> None:
    """Check an index against its marker and the bundle, and against its catalogue where there is one.

    Raises:
        MismatchError: what differs first, with expected and actual.
    """
    info.check(vectors.encoder_id, vectors.encoder.dim)
    if catalogue is None:
        _check_alone(writer, info, Sample(sample, random.Random()))
    else:
        _check_against(writer, vectors, catalogue, Sample(sample, random.Random()))


def check_keys(writer: IndexWriter, prefix: str, seen: SeenIds, remove: bool) -> int:
    """Compare the index's keys with the ids in `seen`; returns how many foreign keys were removed.

    Raises:
        MismatchError: an item has no record, or (unless `remove`) a record has no item.
    """
    removed = 0
    for keys in writer.scan(f"{prefix}*"):
        foreign = seen.mark(key.removeprefix(prefix) for key in keys)
        if foreign and not remove:
            raise MismatchError("records of the index", "catalogue items only", repr(foreign[0]), _REMEDY)
        removed += writer.delete(prefix + item_id for item_id in foreign)
    missing, example = seen.unmarked()
    if missing:
        expected, found = len(seen), f"{len(seen) - missing} (there is none for {example!r})"
        raise MismatchError("records of the index", expected, found, _REMEDY)
    return removed


def check_sample(writer: IndexWriter, vectors: Vectors, items: Sequence[Item]) -> None:
    """Read the items' records back and compare them with newly encoded ones.

    Raises:
        MismatchError: names the first item and what differs.
    """
    raws = writer.read([vectors.prefix + item.item_id for item in items])
    for item, raw in zip(items, raws, strict=True):
        stored = decode_records([raw], vectors.encoder.dim)
        again = decode_records([vectors.record(item)[1]], vectors.encoder.dim)
        for what, same in _compare(again, stored):
            if not same:
                raise MismatchError(f"{what} of item {item.item_id!r}", "as encoded now", "another", _REMEDY)


def _check_alone(writer: IndexWriter, info: IndexInfo, sample: Sample[str]) -> None:
    with SeenIds() as seen:
        for keys in writer.scan(f"{info.key_prefix}*"):
            for key in keys:
                if seen.add(key):
                    sample.offer(key)
        if len(seen) != info.items:
            raise MismatchError("records of the index", info.items, len(seen), _REMEDY)
    _check_readable(writer, sample.items, info.dim)


def _check_against(writer: IndexWriter, vectors: Vectors, catalogue: Catalogue, sample: Sample[Item]) -> None:
    with SeenIds() as seen:
        for row in catalogue.read(seen.add):
            if isinstance(row, Item):
                sample.offer(row)
        check_keys(writer, vectors.prefix, seen, remove=False)
    check_sample(writer, vectors, sample.items)


def _check_readable(writer: IndexWriter, keys: Sequence[str], dim: int) -> None:
    """Records whose items are not at hand must at least be whole and hold a vector of length 1."""
    block = decode_records(writer.read(keys), dim)
    lengths = np.linalg.norm(block.vectors, axis=1)
    for key, length in zip(keys, lengths.tolist(), strict=True):
        if not abs(length - 1.0) < VECTOR_TOLERANCE:
            raise MismatchError(f"length of the vector in {key}", 1.0, length, _REMEDY)


def _compare(expected: ItemBlock, found: ItemBlock) -> list[tuple[str, bool]]:
    cosine = float((expected.vectors * found.vectors).sum())
    return [
        ("record", bool(found.found.all())),
        ("numbers", np.array_equal(expected.numerics, found.numerics, equal_nan=True)),
        ("words", np.array_equal(expected.tokens, found.tokens)),
        ("fields", np.array_equal(expected.cells, found.cells)),
        ("vector", cosine >= 1 - VECTOR_TOLERANCE),
    ]
