"""The plain ways to do what the service does faster: `bench.levers` times them, tests hold them equal."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import numpy as np
from redis._parsers import Encoder
from redis.connection import PythonRespSerializer

from core.engagement import unpack_counters
from core.lexicon import Words
from core.records import SEGMENTS, ItemBlock, decode_records, record_words
from core.scoring import Evidence, order, score
from core.types import NO_FEATURES, FloatRows, Hashes, RerankRequest, ScoredItem
from service.pipeline import Pipeline
from service.reader import Fetched

_CUTOFF = 6000  # bytes from which on redis-py starts another buffer


def standing(column: FloatRows) -> FloatRows:
    """`core.lexical.standing` by numpy's own mean and standard deviation."""
    known = column[~np.isnan(column)]
    if not len(known):
        return column
    spread = known.std()
    scores: FloatRows = (column - known.mean()) / spread if spread > 1e-6 else column * np.float32(0)
    return scores


def cube_of_hits(words: Words, items: ItemBlock) -> np.ndarray[tuple[int, int, int], np.dtype[np.bool_]]:
    """The cube of `core.lexical.find_hits`, kinds in its order, by comparing every word with every other."""
    kinds = (words.exact, words.stems, words.bigrams, words.quantity_hashes, words.unit_hashes)
    keys = np.concatenate(kinds)
    cube = np.zeros((len(keys), len(SEGMENTS) * len(items)), np.bool_)
    key, place = np.nonzero(keys[:, None] == items.tokens)
    cube[key, items.cells[place]] = True
    return cube.reshape(len(keys), len(SEGMENTS), len(items))


def cut_records(raws: Sequence[bytes], dim: int) -> tuple[Hashes, Hashes]:
    """Fixed words and tokens of whole records by places in one array, where `core.records` cuts bytes."""
    width = record_words(dim)
    words = np.frombuffer(b"".join(raws), "<u4")
    sizes = np.array([len(raw) // 4 for raw in raws])
    places = (np.cumsum(sizes) - sizes)[:, None] + np.arange(width)
    is_token = np.ones(len(words), np.bool_)
    is_token[places.ravel()] = False
    return words[places], words[is_token]


@dataclass(frozen=True, slots=True)
class FrozenCandidate:
    """`core.types.Candidate` as a frozen dataclass."""

    item_id: str
    retrieval_score: float | None = None
    features: Mapping[str, float] = field(default_factory=lambda: NO_FEATURES)


def packed_by_python(command: Sequence[str]) -> bytes:
    """A command as redis-py's own serialiser writes it."""
    encoder: Any = Encoder
    serialiser: Any = PythonRespSerializer
    return b"".join(serialiser(_CUTOFF, encoder("utf-8", "strict", False).encode).pack(*command))


class OneAfterTheOther(Pipeline):
    """Asks the store, then encodes and ranks in one turn of the pool: no two things at once."""

    async def in_sequence(self, request: RerankRequest, prefix: str) -> tuple[Sequence[ScoredItem], float]:
        """The ranking, and the milliseconds that it took."""
        started = perf_counter()
        ids = [candidate.item_id for candidate in request.candidates]
        fetched = await self._store.fetch(prefix, request.query, ids)
        loop = asyncio.get_running_loop()
        ranked = await loop.run_in_executor(self._pool, self._all_of, request, fetched)
        return ranked, (perf_counter() - started) * 1e3

    def _all_of(self, request: RerankRequest, fetched: Fetched) -> Sequence[ScoredItem]:
        bundle = self._bundle
        vector = bundle.encoder.encode_query(request.query)
        records = decode_records(fetched.records, bundle.encoder.dim)
        evidence = Evidence(vector, records, unpack_counters(fetched.engagement))
        scored = score(request.query, request.candidates, evidence, bundle.vocabulary, bundle.ranker)
        return order(request.candidates, scored.scores, request.top_n)
