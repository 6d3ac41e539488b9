"""The study: every row of eCom'24's tables, trained and measured over one data set after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from core.errors import SettingError
from training.distillation.measure import (
    EvaluationSet,
    student_system,
    teacher_system,
    untrained_system,
)
from training.distillation.rankers import Rankers
from training.distillation.rows import AGGRESSIVE, KD, NO_KD, SOFT, STUDENT_ROWS, TEACHER_ROWS, PaperRow
from training.distillation.stages import AFTER_LONG, Folds, Recipes, Stages
from training.distillation.students import Students
from training.evaluate import RETRIEVAL, Evaluation, System, evaluate, without_model
from training.learning.facts import ModelFacts
from training.learning.recipe import section
from training.ranker import grid, settings_of
from training.student.folder import facts_of_student
from training.teacher.folder import describe_teacher

ZERO_SHOT = "zero-shot cosine"
WITHOUT = "LightGBM without a cosine"


def ranker_title(row: PaperRow) -> str:
    """What the whole system with this student's cosine is called."""
    return f"LightGBM with the cosine of {row.title}"


RANKER_ROWS = (NO_KD, KD)  # whose cosines the whole system is measured with
_COMPARED = (RETRIEVAL, ZERO_SHOT, AGGRESSIVE.title, SOFT.title, NO_KD.title, KD.title)
RIVALS = {name: name for name in (*_COMPARED, WITHOUT, ranker_title(NO_KD))}


def study_of(stages: Stages, preset: str, only: Sequence[str] = ()) -> Study:
    """The study of all rows, or of those with these keys.

    Raises:
        SettingError: no row has such a key.
    """
    keys = {row.key for row in (*TEACHER_ROWS, *STUDENT_ROWS)}
    if unknown := set(only) - keys:
        raise SettingError("--row", f"names {sorted(unknown)}", f"Rows: {sorted(keys)}.")
    wanted = set(only) or keys
    return Study(
        stages,
        preset,
        [row for row in TEACHER_ROWS if row.key in wanted],
        [row for row in STUDENT_ROWS if row.key in wanted],
    )


@dataclass(frozen=True)
class Trained:
    """One model of the study with what is known of it."""

    row: PaperRow
    teacher: bool
    without: Folds | None
    folder: Path
    facts: ModelFacts


@dataclass(frozen=True)
class Study:
    """Rows over the stages. Everything is made when first asked for, and kept."""

    stages: Stages
    preset: str
    teachers: Sequence[PaperRow] = TEACHER_ROWS
    students: Sequence[PaperRow] = STUDENT_ROWS

    def evaluate(self, data: EvaluationSet) -> Evaluation:
        """All rows over a data set, each query by models that have not seen it."""
        systems = {**without_model(), ZERO_SHOT: untrained_system(self._kd, data)}
        for row in self.teachers:
            systems[row.title] = teacher_system(self.stages, row.teacher(self.preset), data)
        for row in self.students:
            systems[row.title] = student_system(self.stages, row.student(self.preset), self._soft, data)
        systems |= self._rankers(data)
        return evaluate(data.source.name, data.queries, systems, RIVALS)

    def models(self) -> Iterator[Trained]:
        """Every trained model, rows in order, the long stage before the short ones."""
        parts: list[Folds | None] = [AFTER_LONG, *map(frozenset, self._folds())]
        for row in self.teachers:
            for without in parts:
                folder = self.stages.teacher(row.teacher(self.preset), without)
                yield Trained(row, True, without, folder, describe_teacher(folder))
        for row in self.students:
            for without in parts:
                folder = self.stages.student(row.student(self.preset), self._soft, without)
                yield Trained(row, False, without, folder, facts_of_student(folder))

    def _rankers(self, data: EvaluationSet) -> dict[str, System]:
        folder, soft = self.stages.folder / "rankers", self._soft
        settings = grid(settings_of(section(self.preset, "ranker")))
        rankers = {
            row: Rankers(folder, Students(self.stages, soft, row.student(self.preset)), settings)
            for row in RANKER_ROWS
            if row in self.students
        }
        systems = {ranker_title(row): ranker.system(data) for row, ranker in rankers.items()}
        if KD in rankers:
            systems = {WITHOUT: rankers[KD].system(data, cosine=False), **systems}
        return systems

    def _folds(self) -> list[tuple[int]]:
        return [(number,) for number in range(self.stages.split.folds)]

    @cached_property
    def _soft(self) -> Recipes:
        """The teacher of all students."""
        return SOFT.teacher(self.preset)

    @cached_property
    def _kd(self) -> Recipes:
        return KD.student(self.preset)
