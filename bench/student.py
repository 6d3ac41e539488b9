"""The encoder of the quality benchmark: a student distilled from real judgments, as eCom'24 and WWW'25 do it.

A teacher learns from home_depot `train`; the student learns its margins on the same pairs, and on pairs of
queries made from crowdflower's catalogue that only the teacher has labelled. Neither sees a judgment of
crowdflower or chorus, nor a query that anything is measured on. Made once below `build/distillation`; that
takes an hour or two on two cores, and a killed run goes on where it was: `make student`.

    python -m bench.student --data ../shared/data
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bench.real_data import RealData, prepare_real_data
from training.distillation.rows import KD_MORE, SOFT
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.distillation.students import LongStudent
from training.learning.narrate import narrate

PRESET = "cpu"


def real_student(real: RealData, folder: Path = Path("build/distillation")) -> LongStudent:
    """The student of the real data; nothing is trained before it is asked for."""
    chorus = real.source("chorus")
    split = Split(real.source("home_depot"), real.source("crowdflower"), transfer=[chorus])
    narrate()
    stages = Stages(folder, split)
    return LongStudent(stages, SOFT.teacher(PRESET), KD_MORE.student(PRESET))


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    folder: Annotated[Path, typer.Option(help="Where the prepared tables are.")] = Path("build/benchmark"),
) -> None:
    """Train and export the student that the benchmark ranks with."""
    print(real_student(prepare_real_data(data, folder)).encoder())


if __name__ == "__main__":
    typer.run(main)
