"""docs/distillation.md: what people wrote around it stays, what is measured is put between two marks."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from core.errors import SettingError
from training.assemble import git_commit
from training.distillation.measure import EvaluationSet
from training.distillation.plots import draw_learning, draw_ndcg
from training.distillation.study import Study
from training.distillation.tables import TABLES, paper_table, times_table
from training.evaluate import Evaluation
from training.report import as_json
from training.teacher.warm_up import WARM_UP

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_EMPTY = f"# Teacher and student\n\n{BEGIN}\n{END}\n"


@dataclass(frozen=True)
class Report:
    """Where the report goes: a Markdown file, and a folder of pictures beside it."""

    out: Path
    images: Path

    def check(self) -> None:
        """Find out that it can't be written before hours are spent.

        Raises:
            SettingError: see check_writable.
        """
        check_writable(self.out, self.images)

    def write(self, study: Study, sets: Sequence[EvaluationSet]) -> dict[str, Any]:
        """Measure everything, training what is missing; returns the figures."""
        evaluations = [study.evaluate(data) for data in sets]
        models = [(study.title(model), model) for model in study.stages.models.values()]
        # the warm-up validates against cosines: another scale
        rows = [(title, model) for title, model in models if model.variant != WARM_UP]
        draw_learning(rows, self.images / "distillation-learning.svg")
        draw_ndcg(evaluations[0], self.images / "distillation-ndcg.svg")
        text = [where(study.preset), self._pictures()]
        text += [_section(evaluation) for evaluation in evaluations]
        text += ["## Training time", times_table(models)]
        put_between(self.out, "\n\n".join(text))
        return {"commit": git_commit(), "data": [as_json(evaluation) for evaluation in evaluations]}

    def _pictures(self) -> str:
        place = Path(os.path.relpath(self.images, self.out.parent)).as_posix()
        return (
            f"![NDCG by system]({place}/distillation-ndcg.svg)\n\n"
            f"![Loss and NDCG by step]({place}/distillation-learning.svg)"
        )


def check_writable(out: Path, *folders: Path) -> None:
    """Find out whether a document can be written.

    Raises:
        SettingError: `out` is a folder or not ours to write, or its folder or one of these can't be made.
    """
    around(out)
    for place in (out.parent, *folders):
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError(str(place), f"can't be made: {error}", "Name another folder.") from error


def around(path: Path) -> tuple[str, str]:
    """What stands before and after the marks; a file that is not there is begun.

    Raises:
        SettingError: the file is there and has no marks: it is not ours to write.
    """
    if path.is_dir():
        raise SettingError(str(path), "is a folder", "Name a file.")
    known = path.read_text(encoding="utf-8") if path.is_file() else _EMPTY
    before, begin, rest = known.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SettingError(str(path), f"has no {BEGIN} and {END}", "Name another file, or add them.")
    return before, after


def put_between(path: Path, text: str) -> None:
    """Replace what stands between the marks."""
    before, after = around(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
    beside.replace(path)


def where(preset: str) -> str:
    """At which commit, with which preset and on what machine the figures were measured."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    machine = f"{cores} CPU cores ({platform.machine()}), torch {torch.__version__}"
    return f"Measured at commit `{git_commit()[:12]}` with preset `{preset}` on {machine}."


def _section(evaluation: Evaluation) -> str:
    parts = [f"## {evaluation.name} ({evaluation.queries} queries)"]
    for table in TABLES:
        parts += [f"### {table.title}", paper_table(table, evaluation)]
    return "\n\n".join(parts)
