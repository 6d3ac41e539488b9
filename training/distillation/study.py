"""The study: every row of eCom'24's tables, trained and measured over one data set after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.errors import SettingError
from training.distillation.measure import (
    EvaluationSet,
    student_system,
    teacher_system,
    untrained_system,
)
from training.distillation.rankers import Rankers
from training.distillation.recipes import Model, Recipes
from training.distillation.rows import (
    AGGRESSIVE,
    KD,
    KD_MORE,
    NO_KD,
    SOFT,
    STUDENT_ROWS,
    TEACHER_ROWS,
    PaperRow,
    loss_of_row,
)
from training.distillation.stages import Stages
from training.distillation.students import LongStudent
from training.evaluate import RETRIEVAL, Evaluation, System, evaluate, without_model
from training.learning.recipe import section
from training.ranker import RankerSettings, grid, settings_of
from training.teacher.warm_up import WARM_UP

ZERO_SHOT = "zero-shot cosine"
WITHOUT = "LightGBM without a cosine"


def ranker_title(row: PaperRow) -> str:
    """What the whole system with this student's cosine is called."""
    return f"LightGBM with the cosine of {row.title}"


def long_title(row: PaperRow) -> str:
    """What the row's model is called before any short stage, where the table is about those after it."""
    return f"{row.title}, long stage alone"


RANKER_ROWS = (NO_KD, KD, KD_MORE)  # whose cosines the whole system is measured with
_COMPARED = (RETRIEVAL, ZERO_SHOT, AGGRESSIVE.title, SOFT.title, NO_KD.title, KD.title, KD_MORE.title)
_LONG = (long_title(NO_KD), long_title(KD), long_title(KD_MORE))
RIVALS = {name: name for name in (*_COMPARED, *_LONG, WITHOUT, ranker_title(NO_KD))}


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
        for row in (*self.teachers, *self.students):
            systems[row.title] = self._model(row, data)
            # what is not cross-validated knows no short stage, but rankers are compared with these everywhere
            if row in RANKER_ROWS or (data.split and row == SOFT):
                systems[long_title(row)] = self._model(row, replace(data, split=None))
        systems |= self._rankers(data)
        return evaluate(data.source.name, data.queries, systems, RIVALS)

    def _model(self, row: PaperRow, data: EvaluationSet) -> System:
        if row in TEACHER_ROWS:
            return teacher_system(self.stages, row.teacher(self.preset), data)
        return student_system(self.stages, row.student(self.preset), self._soft, data)

    def check(self) -> None:
        """Find mistakes in the preset before hours are spent on it.

        Raises:
            SettingError: a recipe or a loss can't be made of it.
        """
        for row in self.teachers:
            for recipe in (row.teacher(self.preset).long, row.teacher(self.preset).short):
                loss_of_row(row, recipe)
        for row in self.students:
            for recipe in (row.student(self.preset).long, row.student(self.preset).short):
                loss_of_row(row, recipe)
        self._settings()

    def title(self, model: Model) -> str:
        """The row that a model belongs to."""
        if model.variant == WARM_UP:
            return "what all teachers learn first"
        rows = TEACHER_ROWS if model.kind == "teacher" else STUDENT_ROWS
        return next(row.title for row in rows if row.key == model.variant)

    def _rankers(self, data: EvaluationSet) -> dict[str, System]:
        folder, settings = self.stages.folder / "rankers", self._settings()
        rankers = {
            row: Rankers(folder, LongStudent(self.stages, self._soft, row.student(self.preset)), settings)
            for row in RANKER_ROWS
            if row in self.students
        }
        systems = {ranker_title(row): ranker.system(data) for row, ranker in rankers.items()}
        if rankers:
            any_of_them = next(iter(rankers.values()))
            systems = {WITHOUT: any_of_them.system(data, cosine=False), **systems}
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
