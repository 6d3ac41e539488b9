"""What `shelfrank report` does, without the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.errors import SettingError
from training.assemble import git_commit
from training.distillation.ablations import Ablations, ablation_tables
from training.distillation.document import Report, check_writable, put_between, where
from training.distillation.measure import EvaluationSet, evaluation_set
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.distillation.study import study_of
from training.judgments import TEST, in_split
from training.learning.narrate import narrate
from training.report import as_json


def run_study(split: Split, folder: Path, preset: str, only: Sequence[str], report: Report) -> dict[str, Any]:
    """Train what is missing below `folder`, measure, write the report; returns its figures."""
    narrate()
    stages = Stages(folder, split)
    study = study_of(stages, preset, only)
    study.check()
    report.check()
    return report.write(study, evaluation_sets(split))


def run_ablations(ablations: Ablations, out: Path) -> dict[str, Any]:
    """Train what is missing, measure, write the tables into `out`; returns the figures."""
    narrate()
    ablations.check()
    check_writable(out)
    sets = evaluation_sets(ablations.stages.split)
    found = [ablations.evaluate(replace(data, split=None)) for data in sets]
    put_between(out, "\n\n".join([where(ablations.preset), *map(ablation_tables, found)]))
    return {"commit": git_commit(), "data": [as_json(evaluation) for evaluation in found]}


def evaluation_sets(split: Split) -> list[EvaluationSet]:
    """The cross-validated queries, the long source's test queries if it has any, the transfer sources.

    Raises:
        SettingError: one of them has no query whose order can matter.
    """
    others = [split.long, *split.transfer] if in_split(split.long.judgments, TEST) else split.transfer
    sets = [evaluation_set(split.crossed, split), *map(evaluation_set, others)]
    for data in sets:
        if not data.queries:
            remedy = "Give queries with at least two judged items and two different labels."
            raise SettingError(data.source.name, "has no query whose order can matter", remedy)
    return sets
