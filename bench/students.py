"""The encoders of the quality benchmark: students that learned from other queries than they are to rank.

Distilled as eCom'24 does it, from real judgments: a long stage on home_depot `train`, then a short one on
crowdflower without the folds that are predicted. Made once below `build/distillation`; that takes hours on
two cores, a killed run goes on where it was: `make students`.

    python -m bench.students --data ../shared/data
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from bench.real_data import RealData, prepare_real_data
from training.distillation.rows import KD, SOFT
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.distillation.students import Students

PRESET = "cpu"


def real_students(real: RealData, folder: Path = Path("build/distillation")) -> Students:
    """The students of the real data; nothing is trained before it is asked for."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    split = Split(real.source("home_depot"), real.source("crowdflower"))
    stages = Stages(folder, split, logging.getLogger("distillation").info)
    return Students(stages, SOFT.teacher(PRESET), KD.student(PRESET))


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    folder: Annotated[Path, typer.Option(help="Where the prepared tables are.")] = Path("build/benchmark"),
) -> None:
    """Train and export every student that the benchmark ranks with."""
    real_students(prepare_real_data(data, folder)).make_all()


if __name__ == "__main__":
    typer.run(main)
