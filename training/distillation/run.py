"""What `shelfrank report distillation` does, without the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.distillation.document import Report
from training.distillation.measure import evaluation_set
from training.distillation.narrate import narrator
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.distillation.study import study_of


def run_study(split: Split, folder: Path, preset: str, only: Sequence[str], report: Report) -> dict[str, Any]:
    """Train what is missing below `folder`, measure, write the report; returns its figures."""
    stages = Stages(folder, split, narrator())
    study = study_of(stages, preset, only)
    sets = [evaluation_set(split.crossed, split), *map(evaluation_set, (split.long, *split.transfer))]
    return report.write(study, sets)
