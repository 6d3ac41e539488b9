"""Pictures of the study, as SVG that is the same for the same figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import fmean

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from training.distillation.recipes import AFTER_LONG, Model
from training.evaluate import Evaluation
from training.learning.fit import HISTORY

_SMOOTH = 4  # earlier logged losses in a mean; each is one over a fiftieth of the training


def draw_learning(models: Iterable[tuple[str, Model]], out: Path) -> None:
    """Loss and validation NDCG@10 by step of every long stage, by title."""
    long = [(title, model) for title, model in models if model.without is AFTER_LONG]
    with _style():
        figure = Figure(figsize=(10, 6), layout="constrained")
        grid = figure.subplots(2, 2, squeeze=False)
        for column, kind in enumerate(("teacher", "student")):
            mine = {title: model.folder for title, model in long if model.kind == kind}
            _losses(grid[0, column], f"{kind.capitalize()}s: loss relative to its first value", mine)
            _ndcg(grid[1, column], f"{kind.capitalize()}s: validation NDCG@10", mine)
        _save(figure, out)


def draw_ndcg(evaluation: Evaluation, out: Path, cut: int = 5) -> None:
    """NDCG of every system with its 95 % interval."""
    means = {row.system: row.mean(cut) for row in evaluation.rows}
    with _style():
        figure = Figure(figsize=(8, 0.28 * len(means) + 0.8), layout="constrained")
        axes = figure.subplots()
        places = range(len(means))
        centres = [mean for mean, _, _ in means.values()]
        spans = [[mean - low for mean, low, _ in means.values()], [h - mean for mean, _, h in means.values()]]
        axes.errorbar(centres, places, xerr=spans, fmt="o", capsize=3)
        axes.set_yticks(places, list(means))
        axes.invert_yaxis()
        axes.grid(axis="x", alpha=0.4)
        axes.set_title(f"{evaluation.name}, {evaluation.queries} queries: NDCG@{cut} with 95 % intervals")
        _save(figure, out)


def _style() -> AbstractContextManager[None]:
    return mpl.rc_context({"svg.hashsalt": "shelfrank", "svg.fonttype": "none", "font.size": 8})


def _losses(axes: Axes, title: str, folders: Mapping[str, Path]) -> None:
    # losses of different kinds have no common unit: each is shown relative to where it began
    for label, folder in folders.items():
        steps, losses = _column(folder, "loss")
        smooth = [fmean(losses[max(0, place - _SMOOTH) : place + 1]) for place in range(len(losses))]
        axes.plot(steps, [loss / smooth[0] for loss in smooth], label=label)
    _finish(axes, title)


def _ndcg(axes: Axes, title: str, folders: Mapping[str, Path]) -> None:
    for label, folder in folders.items():
        axes.plot(*_column(folder, "eval_ndcg@10"), "o-", label=label)
    _finish(axes, title)


def _finish(axes: Axes, title: str) -> None:
    axes.set_title(title)
    axes.set_xlabel("step")
    axes.grid(alpha=0.4)
    axes.legend()


def _column(folder: Path, name: str) -> tuple[list[int], list[float]]:
    lines = (folder / HISTORY).read_text(encoding="utf-8").splitlines()
    rows: list[Mapping[str, float]] = [row for row in map(json.loads, lines) if name in row]
    return [int(row["step"]) for row in rows], [row[name] for row in rows]


def _save(figure: Figure, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(out, format="svg", metadata={"Date": None})
