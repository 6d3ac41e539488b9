"""How well systems rank judged queries, beside the rows that any claim needs: random, retrieval, cosine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from core.bundle import Bundle
from core.ranker import Ranker
from core.records import decode_records
from core.types import Scores
from training.metrics import CUTS, Comparison, compare, is_rankable, mean_interval, ndcg
from training.ranking_data import Featuriser, ItemRecords, JudgedQuery, judged_queries
from training.retrieval import Bm25
from training.sources import Source

RANDOM, RETRIEVAL, COSINE, BUNDLE = "random order", "retrieval order", "cosine", "bundle"
# what every system is compared with, and how a table's heading calls it
RIVALS: Mapping[str, str] = MappingProxyType({RETRIEVAL: "retrieval", COSINE: "cosine"})
_DRAWS = 5

# a system scores the candidates of a judged query, float64[n], higher is better
System = Callable[[JudgedQuery], Scores]


@dataclass(frozen=True)
class Row:
    """One system: NDCG per query at each cut, and its comparison with every rival."""

    system: str
    values: Mapping[int, Mapping[str, float]]
    against: Mapping[tuple[int, str], Comparison]

    def mean(self, cut: int) -> tuple[float, float, float]:
        """Mean NDCG@cut with its 95 % interval."""
        return mean_interval(self.values[cut])


@dataclass(frozen=True)
class Evaluation:
    """All rows over the same queries; `rivals` maps the systems compared with to their headings."""

    name: str
    queries: int
    rows: Sequence[Row]
    rivals: Mapping[str, str]


def rankable(source: Source) -> list[JudgedQuery]:
    """The source's test queries whose order can matter, candidates in retrieval order."""
    queries = judged_queries(source.for_test(), Bm25(source.items))
    return [judged for judged in queries if is_rankable(judged.grades)]


def baselines(queries: Sequence[JudgedQuery], featuriser: Featuriser) -> dict[str, System]:
    """Random order, the order of retrieval, and the cosine of the bundle's encoder alone."""
    featuriser.prepare(queries)
    return {**without_model(), COSINE: cosine_alone(featuriser.records_of)}


def without_model() -> dict[str, System]:
    """Random order, and the order of retrieval."""
    return {RANDOM: _random, RETRIEVAL: lambda judged: -np.arange(len(judged.candidates), dtype=np.float64)}


def cosine_alone(records_of: Callable[[str], ItemRecords]) -> System:
    """The cosine of an encoder, on vectors as they are stored; an item without one goes last."""

    def score(judged: JudgedQuery) -> Scores:
        records = records_of(judged.query)
        vectors = decode_records(records.get(judged.item_ids), records.encoder.dim).vectors
        cosines = (vectors * records.encoder.encode_query(judged.query)).sum(axis=1)
        return np.where(np.isnan(cosines), -2.0, cosines).astype(np.float64)

    return score


def in_process(ranker: Ranker, featuriser: Featuriser) -> System:
    """The bundle's ranker on features computed here."""
    return lambda judged: ranker.predict(featuriser.matrix(judged))


def bundle_featuriser(bundle: Bundle, source: Source) -> Featuriser:
    """Features of the source's queries under a bundle's encoder and vocabulary."""
    records = ItemRecords(bundle.encoder, source.items)
    return Featuriser(lambda _: records, bundle.vocabulary, source.engagement)


def evaluate(
    name: str,
    queries: Sequence[JudgedQuery],
    systems: Mapping[str, System],
    rivals: Mapping[str, str] = RIVALS,
) -> Evaluation:
    """Score every query with every system and compare each with every rival among them."""
    values = {system: _values(queries, score) for system, score in systems.items()}
    rows = [Row(system, values[system], _comparisons(system, values, rivals)) for system in systems]
    return Evaluation(name, len(queries), rows, rivals)


def _values(queries: Sequence[JudgedQuery], score: System) -> dict[int, dict[str, float]]:
    grades = {judged.query: judged.grades for judged in queries}
    if score is _random:
        draws = [_values_once(grades, {j.query: _random(j, draw) for j in queries}) for draw in range(_DRAWS)]
        return {cut: {q: float(np.mean([d[cut][q] for d in draws])) for q in grades} for cut in CUTS}
    return _values_once(grades, {judged.query: score(judged) for judged in queries})


def _values_once(
    grades: Mapping[str, Sequence[int]], scores: Mapping[str, Scores]
) -> dict[int, dict[str, float]]:
    return {cut: ndcg(grades, scores, cut) for cut in CUTS}


def _comparisons(
    system: str, values: Mapping[str, Mapping[int, Mapping[str, float]]], rivals: Iterable[str]
) -> dict[tuple[int, str], Comparison]:
    others = [rival for rival in rivals if rival in values and rival != system]
    return {
        (cut, rival): compare(values[system][cut], values[rival][cut]) for rival in others for cut in CUTS
    }


def _random(judged: JudgedQuery, draw: int = 0) -> Scores:
    digest = hashlib.blake2b(f"{draw}|{judged.query}".encode(), digest_size=8).digest()
    generator = np.random.default_rng(int.from_bytes(digest, "big"))
    return generator.random(len(judged.candidates))
