"""From judged sources and an exported encoder to a bundle: the whole of `shelfrank train ranker`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np

from core.errors import TableError
from core.manifest import Manifest
from core.types import FloatRows
from core.vocabulary import Vocabulary, count_vocabulary
from training.assemble import BundleParts, assemble, fingerprint, golden_requests
from training.encoder_folder import describe_folder
from training.folds import FoldEncoders
from training.judgments import fold_of
from training.masking import Masking, mask, without, without_store
from training.ranker import Group, RankerSettings, TrainedRanker, grid, train_ranker
from training.ranking_data import Featuriser, ItemRecords, JudgedQuery, judged_queries
from training.retrieval import Bm25
from training.sources import Source, all_items

_FOLDS = 5


@dataclass(frozen=True)
class BundlePlan:
    """What to train and where to put it.

    Of several `settings` the ones whose ranker predicts held-out training queries best are taken.
    `drop_groups` leaves whole feature groups unknown (ablations); `helper_weight` is what a query counts of a
    source that only helps.
    """

    name: str
    encoder: Path
    fold_encoders: Sequence[Path] = ()
    settings: Sequence[RankerSettings] = field(default_factory=lambda: grid(RankerSettings()))
    masking: Masking = field(default_factory=Masking)
    drop_groups: Sequence[str] = ()
    helper_weight: float = 1.0


@dataclass(frozen=True)
class Prepared:
    """One query with its features, ready for any number of trainings."""

    judged: JudgedQuery
    matrix: FloatRows
    source: Source

    @property
    def fold(self) -> int | None:
        """With which queries it is held out to choose the number of trees; None: it only helps."""
        return fold_of(self.judged.query, _FOLDS, "trees") if self.source.validates else None


@dataclass(frozen=True)
class PreparedData:
    """All sources' training queries under one encoder and one vocabulary."""

    vocabulary: Vocabulary
    queries: Sequence[Prepared]
    golden: tuple[Sequence[JudgedQuery], Featuriser]


def prepare(sources: Sequence[Source], encoder: Path, fold_encoders: Sequence[Path] = ()) -> PreparedData:
    """Encode the judged items and compute every training query's features once."""
    if not sources:
        raise TableError("judgments", "are missing", "Give at least one source.")
    vocabulary = count_vocabulary(all_items(sources))
    prepared: list[Prepared] = []
    golden: list[tuple[Sequence[JudgedQuery], Featuriser]] = []
    for source in sources:
        queries = judged_queries(source.for_training(), Bm25(source.items))
        records = FoldEncoders(encoder, fold_encoders, source.items)
        featuriser = Featuriser(records.records_of, vocabulary, source.engagement)
        featuriser.prepare(queries)
        prepared += [Prepared(q, featuriser.matrix(q), source) for q in queries]
        # golden requests are replayed with the served encoder, and so they are recorded with it
        golden.append((queries, replace(featuriser, records_of=_always(records.served))))
    return PreparedData(vocabulary, prepared, golden[0])


def train_bundle(plan: BundlePlan, sources: Sequence[Source], data: PreparedData, target: Path) -> Manifest:
    """Train ranker and fallback ranker on prepared features and write the bundle."""
    ranker, fallback = train_rankers(plan, data.queries)
    queries, featuriser = data.golden
    metrics = {
        "validation_ndcg10": round(ranker.validation_ndcg, 4),
        "validation_ndcg10_without_store": round(fallback.validation_ndcg, 4),
        "trees": ranker.trees,
    }
    parts = BundleParts(
        name=plan.name,
        encoder_folder=plan.encoder,
        spec=describe_folder(plan.encoder).spec,
        vocabulary=data.vocabulary,
        ranker=ranker,
        fallback=fallback,
        golden=golden_requests(queries, featuriser, ranker),
        data_fingerprint=fingerprint(j for source in sources for j in source.for_training()),
        trained_on=[source.name for source in sources],
        metrics=metrics,
        settings=_recorded(plan, ranker.settings),
    )
    return assemble(target, parts)


def _always(records: ItemRecords) -> Callable[[str], ItemRecords]:
    return lambda _: records


def train_rankers(plan: BundlePlan, queries: Sequence[Prepared]) -> tuple[TrainedRanker, TrainedRanker]:
    """The ranker, and the one for requests that must do without the store."""
    bare = [_group(plan, p, without_store(p.matrix)) for p in queries]
    ranker = train_ranker(_groups(plan, queries), *plan.settings)
    return ranker, train_ranker(bare, ranker.settings)


def _groups(plan: BundlePlan, queries: Sequence[Prepared]) -> list[Group]:
    def known(matrix: FloatRows) -> FloatRows:
        return without(matrix, *plan.drop_groups) if plan.drop_groups else matrix

    draw = np.random.default_rng(plan.settings[0].seed)
    whole = [_group(plan, p, known(p.matrix)) for p in queries]
    # a third of the queries comes a second time with gaps: enough to learn the routes, too little to blur
    gaps = [(p, known(mask(p.matrix, plan.masking, draw))) for p in queries[::3]]
    return [*whole, *(replace(_group(plan, p, matrix), validates=False) for p, matrix in gaps)]


def _group(plan: BundlePlan, prepared: Prepared, matrix: FloatRows) -> Group:
    weight = 1.0 if prepared.source.validates else plan.helper_weight
    return Group(matrix, prepared.judged.grades, weight, prepared.fold)


def _recorded(plan: BundlePlan, chosen: RankerSettings) -> dict[str, object]:
    return {
        "ranker": asdict(chosen),
        "masking": asdict(plan.masking),
        "dropped_groups": list(plan.drop_groups),
        "helper_weight": plan.helper_weight,
        "fold_encoders": len(plan.fold_encoders),
    }
