"""The whole system over the stages: rankers that learn from cosines of students that have not seen the query.

A cross-validated fold is ranked by a student and a ranker that have not seen it. The ranker learns each of
its training queries from a student that has not seen that query either, and its settings are chosen by
cross-validation inside its training queries: nothing is chosen on what is predicted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.distillation.splits import FOLDS, Split
from training.distillation.stages import Folds, Recipes, Stages
from training.sources import Source
from training.train_bundle import BundlePlan, PreparedData, choose_plan

# what may be chosen inside the training queries: size of the trees, weight of a query of the long source
LEAVES, HELPER_WEIGHTS = (7, 15), (0.03, 0.3)
SEMANTIC = "semantic"


@dataclass(frozen=True)
class Students:
    """Exported students by the folds that they have not seen."""

    stages: Stages
    teacher: Recipes
    student: Recipes

    def encoder(self, without: Folds) -> Path:
        """The exported student that has seen nothing of these folds."""
        return self.stages.encoder(self.stages.student(self.student, self.teacher, without))

    def fold_encoders(self, without: Folds) -> list[Path]:
        """For each other fold, the student that has not seen that one either: the ranker learns from it."""
        return [self.encoder(without | {fold}) for fold in range(FOLDS) if fold not in without]

    def make_all(self) -> None:
        """Train and export every student that cross-validated rankers need."""
        for without in (frozenset[int](), *(frozenset({number}) for number in range(FOLDS))):
            self.encoder(without)
            self.fold_encoders(without)


def ranker_sources(split: Split, without: Folds) -> list[Source]:
    """What a ranker learns from: the other folds, helped by what of the long source no student has seen."""
    crossed = replace(split.crossed, judgments=split.crossed_without(without))
    return [crossed, replace(split.long, judgments=split.long_ranker, validates=False)]


def chosen_plan(plan: BundlePlan, data: PreparedData) -> BundlePlan:
    """The plan with the settings that cross-validate best inside the training queries."""
    return choose_plan(_variants(plan), data.queries)


def without_cosine(plan: BundlePlan) -> BundlePlan:
    """The same plan with every semantic feature unknown."""
    return replace(plan, drop_groups=(SEMANTIC,))


def _variants(plan: BundlePlan) -> Sequence[BundlePlan]:
    return [
        replace(plan, settings=replace(plan.settings, leaves=leaves), helper_weight=weight)
        for leaves in LEAVES
        for weight in HELPER_WEIGHTS
    ]
