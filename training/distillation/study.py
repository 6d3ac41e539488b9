"""The study: every row of eCom'24's tables, trained and measured over one data set after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from core.errors import SettingError
from training.distillation.measure import (
    EvaluationSet,
    student_system,
    teacher_system,
    untrained_system,
)
from training.distillation.rankers import Rankers
from training.distillation.rows import AGGRESSIVE, KD, NO_KD, SOFT, STUDENT_ROWS, TEACHER_ROWS, PaperRow
from training.distillation.stages import Model, Recipes, Stages
from training.distillation.students import LongStudent, Students
from training.evaluate import RETRIEVAL, Evaluation, System, evaluate, without_model
from training.learning.recipe import section
from training.ranker import RankerSettings, grid, settings_of
from training.student.folder import loss_of as student_loss
from training.teacher.folder import loss_of as teacher_loss

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

    def check(self) -> None:
        """Find mistakes in the preset before hours are spent on it.

        Raises:
            SettingError: a recipe or a loss can't be made of it.
        """
        for row in self.teachers:
            recipes = row.teacher(self.preset)
            teacher_loss(recipes.long), teacher_loss(recipes.short)
        for row in self.students:
            recipes = row.student(self.preset)
            student_loss(recipes.long), student_loss(recipes.short)
        self._settings()

    def title(self, model: Model) -> str:
        """The row that a model belongs to."""
        rows = TEACHER_ROWS if model.kind == "teacher" else STUDENT_ROWS
        return next(row.title for row in rows if row.key == model.variant)

    def _rankers(self, data: EvaluationSet) -> dict[str, System]:
        folder, settings = self.stages.folder / "rankers", self._settings()
        # what is not cross-validated is ranked by the models after the long stage
        kind = Students if data.split else LongStudent
        rankers = {
            row: Rankers(folder, kind(self.stages, self._soft, row.student(self.preset)), settings)
            for row in RANKER_ROWS
            if row in self.students
        }
        systems = {ranker_title(row): ranker.system(data) for row, ranker in rankers.items()}
        if KD in rankers:
            systems = {WITHOUT: rankers[KD].system(data, cosine=False), **systems}
        return systems

    def _settings(self) -> Sequence[RankerSettings]:
        return grid(settings_of(section(self.preset, "ranker")))

    @cached_property
    def _soft(self) -> Recipes:
        """The teacher of all students."""
        return SOFT.teacher(self.preset)

    @cached_property
    def _kd(self) -> Recipes:
        return KD.student(self.preset)
