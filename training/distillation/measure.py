"""Models of the stages as systems under evaluation, each query by a model that has not seen it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.types import Judgment, Scores
from training.distillation.splits import FOLDS, fold
from training.distillation.stages import Folds, Recipes, Stages
from training.evaluate import System, rankable
from training.learning.lists import LabelledList, TeacherScores, lists_of, render_of
from training.ranking_data import JudgedQuery
from training.sources import Source

Model = Callable[[Folds], Path]
Score = Callable[[Path, Sequence[LabelledList]], TeacherScores]


@dataclass(frozen=True)
class EvaluationSet:
    """The rankable test queries of a source. `crossed`: each is ranked by the model without its fold."""

    source: Source
    queries: Sequence[JudgedQuery]
    crossed: bool

    def parts(self) -> list[tuple[Folds, list[Judgment]]]:
        """The judgments, and which folds the model that ranks them must not have seen."""
        wanted = {judged.query for judged in self.queries}
        judgments = [j for j in self.source.for_test() if j.query in wanted]
        if not self.crossed:
            return [(frozenset(), judgments)]
        return [
            (frozenset({number}), [j for j in judgments if fold(j.query) == number])
            for number in range(FOLDS)
        ]


def evaluation_set(source: Source, crossed: bool = False) -> EvaluationSet:
    """What of a source models are evaluated on."""
    return EvaluationSet(source, rankable(source), crossed)


def teacher_system(stages: Stages, row: Recipes, data: EvaluationSet) -> System:
    """The teacher of a row."""
    return _system(data, row, lambda without: stages.teacher(row, without), stages.scores_of_teacher)


def student_system(stages: Stages, row: Recipes, teacher: Recipes, data: EvaluationSet) -> System:
    """The student of a row, distilled from this teacher if it is distilled at all."""
    return _system(data, row, lambda without: stages.student(row, teacher, without), stages.scores_of_student)


def _system(data: EvaluationSet, row: Recipes, model: Model, score: Score) -> System:
    scores: dict[tuple[str, str], float] = {}
    for without, judgments in data.parts():
        lists = lists_of(judgments, data.source.items, render_of(row.short))
        scores |= score(model(without), lists)

    def known(judged: JudgedQuery) -> Scores:
        # an item that the catalogue lacks goes last
        return np.array([scores.get((judged.query, i), -np.inf) for i in judged.item_ids])

    return known
