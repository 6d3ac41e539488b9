"""Building an index: encode, write, verify, and publish last.

Memory stays flat in the size of the catalogue: rows are streamed, and only a bounded number of items is on
its way through the encoders at any time. A build that fails or is killed publishes nothing.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from core.errors import MismatchError, TableError
from core.records import IndexInfo, marker_key, record_schema
from core.types import Item
from offline_indexer.catalogue import Catalogue
from offline_indexer.markers import place_marker
from offline_indexer.rejects import RejectLog
from offline_indexer.seen import SeenIds
from offline_indexer.store import IndexWriter
from offline_indexer.vectors import Vectors
from offline_indexer.verify import Sample, check_keys, check_sample

_CHUNK = 32  # items per task and per round trip
_MODULUS = 1 << 64

Advance = Callable[[int], None]


@dataclass(frozen=True)
class BuildOptions:
    """`threads` encode side by side; `sample` items are read back; `publish` False only stages the index."""

    threads: int
    strict: bool = False
    sample: int = 100
    publish: bool = True


@dataclass(frozen=True)
class BuildReport:
    """What a finished build did."""

    info: IndexInfo
    removed: int
    seconds: float


@dataclass(frozen=True)
class Chunk:
    """Some encoded records, and the sum of their digests (which does not depend on any order)."""

    records: list[tuple[str, bytes]]
    digest: int


def build(
    catalogue: Catalogue,
    vectors: Vectors,
    writer: IndexWriter,
    rejects: RejectLog,
    options: BuildOptions,
    advance: Advance = lambda _: None,
) -> BuildReport:
    """Index a catalogue and publish it; records of an older build for the same encoder are overwritten.

    Raises:
        TableError: the catalogue has no usable row, or has a bad one and `options.strict` is set.
        MismatchError: what was read back is not what was written.
        StoreError: the server is gone, full, or says no.
    """
    started = time.perf_counter()
    if options.strict:
        _refuse_bad_rows(catalogue, rejects)
    _withdraw_other_layout(writer, vectors)
    sample = Sample[Item](options.sample, random.Random())
    with SeenIds() as seen:
        items = _accepted(catalogue.read(seen.add), rejects, sample)
        digest = _write(items, vectors, writer, options.threads, advance)
        count = len(seen)
        if not count:
            raise TableError(catalogue.name, "has no usable row", _why_empty(rejects))
        removed = check_keys(writer, vectors.prefix, seen, remove=True)
    check_sample(writer, vectors, sample.items)
    info = _describe(catalogue, vectors, count, digest)
    place_marker(writer, info, options.publish)
    return BuildReport(info, removed, time.perf_counter() - started)


def _write(
    items: Iterable[Item], vectors: Vectors, writer: IndexWriter, threads: int, advance: Advance
) -> int:
    digest = 0
    with closing(_encoded(items, vectors, threads)) as chunks:
        for chunk in chunks:
            writer.write(chunk.records)
            digest = (digest + chunk.digest) % _MODULUS
            advance(len(chunk.records))
    return digest


def _accepted(rows: Iterable[Item | TableError], rejects: RejectLog, sample: Sample[Item]) -> Iterator[Item]:
    for row in rows:
        if isinstance(row, TableError):
            rejects.add(row)
        else:
            sample.offer(row)
            yield row


def _encoded(items: Iterable[Item], vectors: Vectors, threads: int) -> Generator[Chunk, None, None]:
    """Chunks in catalogue order; at most two per thread are waiting or done and not yet written."""
    pool = ThreadPoolExecutor(threads, thread_name_prefix="encode")
    waiting: deque[Future[Chunk]] = deque()
    remaining = iter(items)
    try:
        while chunk := list(islice(remaining, _CHUNK)):
            waiting.append(pool.submit(_encode, chunk, vectors))
            if len(waiting) > 2 * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _encode(items: list[Item], vectors: Vectors) -> Chunk:
    records = [vectors.record(item) for item in items]
    digests = (hashlib.blake2b(key.encode() + b"\0" + raw, digest_size=8) for key, raw in records)
    return Chunk(records, sum(int.from_bytes(d.digest()) for d in digests))


def _refuse_bad_rows(catalogue: Catalogue, rejects: RejectLog) -> None:
    """Read all of it once before anything is written, so that a refused build leaves no trace."""
    with SeenIds() as seen:
        for row in catalogue.read(seen.add):
            if isinstance(row, TableError):
                rejects.add(row)
    rejects.refuse_if_any()


def _withdraw_other_layout(writer: IndexWriter, vectors: Vectors) -> None:
    """Unpublish an index of this encoder whose records have another layout: the build will mix the two."""
    key = marker_key(vectors.encoder_id)
    raw = writer.get(key)
    try:
        if raw is not None:
            IndexInfo.from_json(raw).check(vectors.encoder_id, vectors.encoder.dim)
    except MismatchError:
        writer.delete([key])


def _describe(catalogue: Catalogue, vectors: Vectors, items: int, digest: int) -> IndexInfo:
    now = datetime.now(UTC)
    return IndexInfo(
        index_id=f"{vectors.encoder_id[:8]}-{now:%Y%m%dT%H%M%SZ}-{digest >> 32:08x}",
        encoder_id=vectors.encoder_id,
        record_schema=record_schema(),
        dim=vectors.encoder.dim,
        key_prefix=vectors.prefix,
        items=items,
        catalogue=catalogue.name,
        created=now.isoformat(timespec="seconds"),
    )


def _why_empty(rejects: RejectLog) -> str:
    return (
        f"All {rejects.count} rows are in {rejects.path}" if rejects.count else "Give a catalogue with items."
    )
