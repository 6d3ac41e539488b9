"""Models of the stages as systems under evaluation, each query by a model that has not seen it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.types import Judgment, Scores
from training.distillation.recipes import AFTER_LONG, Recipes
from training.distillation.splits import Folds, Split
from training.distillation.stages import Stages
from training.evaluate import System, rankable
from training.learning.lists import LabelledList, TeacherScores, lists_of, render_of
from training.ranking_data import JudgedQuery
from training.sources import Source
from training.student.folder import start as start_student
from training.student.train import pair_cosines

Model = Callable[[Folds | None], Path]
Score = Callable[[Path, Sequence[LabelledList]], TeacherScores]


@dataclass(frozen=True)
class EvaluationSet:
    """The rankable test queries of a source.

    With a `split` they are its cross-validated ones, each ranked by the model without its fold; without one
    they are ranked by the models after the long stage.
    """

    source: Source
    queries: Sequence[JudgedQuery]
    split: Split | None

    def parts(self) -> list[tuple[Folds | None, list[Judgment]]]:
        """The judgments, and which model ranks them: the one without these folds, or the one AFTER_LONG."""
        wanted = {judged.query for judged in self.queries}
        judgments = [j for j in self.source.for_test() if j.query in wanted]
        if self.split is None:
            return [(AFTER_LONG, judgments)]
        parts = [
            (frozenset({number}), [j for j in judgments if self.split.fold(j.query) == number])
            for number in range(self.split.folds)
        ]
        return [(without, part) for without, part in parts if part]


def evaluation_set(source: Source, split: Split | None = None) -> EvaluationSet:
    """What of a source models are evaluated on; with the split if the source is its cross-validated one."""
    return EvaluationSet(source, rankable(source), split)


def teacher_system(stages: Stages, row: Recipes, data: EvaluationSet) -> System:
    """The teacher of a row."""
    return _system(data, row, lambda without: stages.teacher(row, without), stages.scores_of_teacher)


def student_system(stages: Stages, row: Recipes, teacher: Recipes, data: EvaluationSet) -> System:
    """The student of a row, distilled from this teacher if it is distilled at all."""
    return _system(data, row, lambda without: stages.student(row, teacher, without), stages.scores_of_student)


def untrained_system(row: Recipes, data: EvaluationSet) -> System:
    """The student of a row before any training: the converted base encoder."""
    untrained = start_student(row.long)
    untrained.model.eval()
    return _system(data, row, lambda _: Path(), lambda _, lists: pair_cosines(untrained, lists))


def _system(data: EvaluationSet, row: Recipes, model: Model, score: Score) -> System:
    scores: dict[tuple[str, str], float] = {}
    for without, judgments in data.parts():
        lists = lists_of(judgments, data.source.items, render_of(row.short))
        scores |= score(model(without), lists)

    def known(judged: JudgedQuery) -> Scores:
        # an item that the catalogue lacks goes last
        return np.array([scores.get((judged.query, i), -np.inf) for i in judged.item_ids])

    return known
