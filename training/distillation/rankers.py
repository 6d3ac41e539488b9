"""The whole system over the stages: rankers with the cosine of a student that has seen none of their queries.

A cross-validated fold is ranked by a ranker that has not seen it, and whose settings were chosen by
cross-validation inside its training queries. The student is the one after the long stage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.bundle import load_bundle
from core.manifest import MANIFEST
from core.types import Judgment, Scores
from training.assemble import fingerprint, git_commit
from training.distillation.measure import EvaluationSet
from training.distillation.splits import Folds, Split
from training.distillation.students import LongStudent
from training.evaluate import System, bundle_featuriser, in_process
from training.ranker import RankerSettings, grid
from training.ranking_data import JudgedQuery
from training.sources import Source
from training.train_bundle import BundlePlan, PreparedData, prepare, train_bundle

HELPER_WEIGHT = 0.1  # of a query of the long source
SEMANTIC = "semantic"


@dataclass(frozen=True)
class Rankers:
    """Bundles with this student, each made once below `folder`, and anew by another commit."""

    folder: Path
    student: LongStudent
    settings: Sequence[RankerSettings] = field(default_factory=lambda: grid(RankerSettings()))
    _prepared: dict[Folds, PreparedData] = field(default_factory=dict, repr=False, compare=False)

    def bundle(self, without: Folds, cosine: bool = True) -> Path:
        """The bundle that has seen nothing of these folds; `cosine` False: every semantic feature unknown."""
        place = self._place(without, cosine)
        if not (place / MANIFEST).is_file():
            self._make(without, cosine, place)
        return place

    def system(self, data: EvaluationSet, cosine: bool = True) -> System:
        """Each query by the bundle without its fold, in process; by that of all folds if it has none."""
        scores: dict[str, Scores] = {}
        for without, judgments in data.parts():
            bundle = self.bundle(without or frozenset(), cosine)
            scores |= _scores(bundle, data.source, _of(judgments, data.queries))
        return lambda judged: scores[judged.query]

    def _make(self, without: Folds, cosine: bool, place: Path) -> None:
        stages, encoder = self.student.stages, self.student.encoder()
        sources = ranker_sources(stages.split, without)
        if without not in self._prepared:  # both bundles of a part have the same features
            self._prepared[without] = prepare(sources, encoder)
        dropped = () if cosine else (SEMANTIC,)
        plan = BundlePlan(
            place.name, encoder, (), self.settings, drop_groups=dropped, helper_weight=HELPER_WEIGHT
        )
        manifest = train_bundle(plan, sources, self._prepared[without], place)
        stages.say(f"trained {manifest.bundle_id}: {manifest.metrics}")

    def _place(self, without: Folds, cosine: bool) -> Path:
        judgments = [fingerprint(s.judgments) for s in ranker_sources(self.student.stages.split, without)]
        name = self.student.encoder().parent.name
        facts = [name, *judgments, *self.settings, HELPER_WEIGHT, git_commit()]
        digest = hashlib.sha256(repr(facts).encode()).hexdigest()[:10]
        folds = "-".join(map(str, sorted(without))) or "all"
        kind = "with" if cosine else "without"
        return self.folder / f"{self.student.name}-{folds}-{kind}-cosine-{digest}"


def ranker_sources(split: Split, without: Folds) -> list[Source]:
    """What a ranker learns from: the other folds, helped by what of the long source no student has seen."""
    crossed = replace(split.crossed, judgments=split.crossed_without(without))
    return [crossed, replace(split.long, judgments=split.long_ranker, validates=False)]


def _of(judgments: Sequence[Judgment], queries: Sequence[JudgedQuery]) -> list[JudgedQuery]:
    wanted = {judgment.query for judgment in judgments}
    return [judged for judged in queries if judged.query in wanted]


def _scores(bundle: Path, source: Source, queries: Sequence[JudgedQuery]) -> dict[str, Scores]:
    loaded = load_bundle(bundle)
    featuriser = bundle_featuriser(loaded, source)
    featuriser.prepare(queries)
    rank = in_process(loaded.ranker, featuriser)
    return {judged.query: rank(judged) for judged in queries}
