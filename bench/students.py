"""The encoders of the quality benchmark: students that learned from other queries than they are to rank.

Distilled as eCom'24 does it, from real judgments: a long stage on home_depot `train`, then a short one on
crowdflower without the folds that are predicted. Made once below `build/distillation`; that takes hours on
two cores, a killed run goes on where it was: `make students`.

    python -m bench.students --data ../shared/data
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bench.real_data import RealData, prepare_real_data
from training.distillation.splits import FOLDS, Split
from training.distillation.stages import Folds, Recipes, Stages
from training.learning.recipe import preset

PRESET = "cpu"


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


def real_students(real: RealData, folder: Path = Path("build/distillation")) -> Students:
    """The students of the real data; nothing is trained before it is asked for."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    split = Split(real.source("home_depot"), real.source("crowdflower"))
    stages = Stages(folder, split, logging.getLogger("distillation").info)
    teacher = Recipes("soft", preset(PRESET, "teacher"), preset(PRESET, "teacher_short"))
    student = Recipes("kd", preset(PRESET, "student"), preset(PRESET, "student_short"))
    return Students(stages, teacher, student)


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    folder: Annotated[Path, typer.Option(help="Where the prepared tables are.")] = Path("build/benchmark"),
) -> None:
    """Train and export every student that the benchmark ranks with."""
    students = real_students(prepare_real_data(data, folder))
    for without in (frozenset[int](), *(frozenset({number}) for number in range(FOLDS))):
        students.encoder(without)
        students.fold_encoders(without)


if __name__ == "__main__":
    typer.run(main)
