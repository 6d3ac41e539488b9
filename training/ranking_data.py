"""Judged queries as the ranker sees them: candidates in retrieval order, features from the served path.

Features come from `core.features` on records that went through the store's encoding (fp16 vectors), with the
exported encoder: what is trained on is what will be served.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from core.encoder import Encoder
from core.engagement import Counts, look_up
from core.records import decode_records, encode_record
from core.scoring import Evidence, features_of
from core.types import Candidate, FloatRows, Item, Judgment
from core.vocabulary import Vocabulary
from training.retrieval import Bm25


@dataclass(frozen=True)
class JudgedQuery:
    """A query with its judged candidates in retrieval order; labels float32[n] in {0, 0.5, 1}."""

    query: str
    candidates: tuple[Candidate, ...]
    labels: FloatRows

    @property
    def grades(self) -> list[int]:
        """The labels as grades 0, 1, 2."""
        return [round(2 * float(label)) for label in self.labels]

    @property
    def item_ids(self) -> list[str]:
        """The candidates' ids."""
        return [candidate.item_id for candidate in self.candidates]


def judged_queries(judgments: Iterable[Judgment], bm25: Bm25) -> list[JudgedQuery]:
    """Group by query and sort by retrieval score: the judgments' own where the query has any, else BM25."""
    by_query: dict[str, list[Judgment]] = defaultdict(list)
    for judgment in judgments:
        by_query[judgment.query].append(judgment)
    return [_in_retrieval_order(query, judged, bm25) for query, judged in by_query.items()]


def _in_retrieval_order(query: str, judged: Sequence[Judgment], bm25: Bm25) -> JudgedQuery:
    scores = [j.retrieval_score for j in judged]
    if all(score is None for score in scores):
        scores = [float(s) for s in bm25.scores(query, [j.item_id for j in judged])]
    order = sorted(range(len(judged)), key=lambda i: -_known(scores[i]))
    return JudgedQuery(
        query,
        tuple(Candidate(judged[i].item_id, scores[i]) for i in order),
        np.array([judged[i].label for i in order], np.float32),
    )


def _known(score: float | None) -> float:
    return -np.inf if score is None else score


class ItemRecords:
    """The catalogue's records under one encoder, made when first asked for."""

    def __init__(self, encoder: Encoder, items: Mapping[str, Item]) -> None:
        self.encoder = encoder
        self._items = items
        self._records: dict[str, bytes | None] = {}

    def prepare(self, item_ids: Iterable[str], threads: int = 2) -> None:
        """Encode what is missing, on several threads."""
        missing = [i for i in dict.fromkeys(item_ids) if i not in self._records]
        if not missing:
            return
        with ThreadPoolExecutor(threads) as pool:
            self._records.update(zip(missing, pool.map(self._encode, missing), strict=True))

    def get(self, item_ids: Sequence[str]) -> list[bytes | None]:
        """The records of these items; None for ids that the catalogue does not have."""
        self.prepare(item_ids, threads=1)
        return [self._records[item_id] for item_id in item_ids]

    def _encode(self, item_id: str) -> bytes | None:
        item = self._items.get(item_id)
        if item is None:
            return None
        return encode_record(item, self.encoder.encode_item(item), self.encoder.dim)


@dataclass(frozen=True)
class Featuriser:
    """Feature matrices of judged queries.

    `records_of(query)` names the records (and with them the encoder) for a query, so that a trained encoder
    never scores a query it has learned from: see training.folds.
    """

    records_of: Callable[[str], ItemRecords]
    vocabulary: Vocabulary
    engagement: Counts

    def matrix(self, judged: JudgedQuery) -> FloatRows:
        """All features of the query's candidates, float32[n, f]."""
        records = self.records_of(judged.query)
        vector = records.encoder.encode_query(judged.query)
        items = decode_records(records.get(judged.item_ids), records.encoder.dim)
        evidence = Evidence(vector, items, look_up(self.engagement, judged.query, judged.item_ids))
        return features_of(judged.query, judged.candidates, evidence, self.vocabulary)

    def prepare(self, queries: Sequence[JudgedQuery]) -> None:
        """Encode all items of these queries at once."""
        wanted: dict[int, tuple[ItemRecords, list[str]]] = {}
        for judged in queries:
            records = self.records_of(judged.query)
            wanted.setdefault(id(records), (records, []))[1].extend(judged.item_ids)
        for records, item_ids in wanted.values():
            records.prepare(item_ids)
