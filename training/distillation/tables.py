"""eCom'24's tables as Markdown: the paper's lifts beside ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.distillation.recipes import AFTER_LONG, Model
from training.distillation.rows import (
    AGGRESSIVE,
    KD,
    KD_MORE,
    NO_KD,
    SOFT,
    STUDENT_ROWS,
    TEACHER_IN_TABLE_2,
    TEACHER_ROWS,
    Lifts,
)
from training.distillation.study import RANKER_ROWS, WITHOUT, ZERO_SHOT, long_title, ranker_title
from training.evaluate import RANDOM, RETRIEVAL, Evaluation
from training.metrics import CUTS
from training.report import lift_cell, mean_cells

Lines = Sequence[Sequence[str]]


@dataclass(frozen=True)
class PaperTable:
    """Which systems stand in a table, what the paper gives each, and what their lifts are over."""

    title: str
    systems: Mapping[str, Lifts]
    rivals: Mapping[str, str]


_BASELINES: Mapping[str, Lifts] = dict.fromkeys((RANDOM, RETRIEVAL, ZERO_SHOT))
TABLES = (
    PaperTable(
        "Teachers (eCom'24, Table 1)",
        {**_BASELINES, **{row.title: row.paper for row in TEACHER_ROWS}, long_title(SOFT): None},
        {AGGRESSIVE.title: "aggressive", ZERO_SHOT: "zero-shot"},
    ),
    PaperTable(
        "Students (eCom'24, Table 2)",
        {**_BASELINES, **{row.title: row.paper for row in STUDENT_ROWS}, SOFT.title: TEACHER_IN_TABLE_2},
        {NO_KD.title: "without KD", ZERO_SHOT: "zero-shot", KD.title: "KD"},
    ),
    PaperTable(
        "The whole system (the question of eCom'24, Table 3)",
        {
            **dict.fromkeys(map(long_title, RANKER_ROWS)),
            WITHOUT: None,
            **dict.fromkeys(map(ranker_title, RANKER_ROWS)),
        },
        {
            WITHOUT: "no cosine",
            ranker_title(NO_KD): "cosine without KD",
            long_title(KD): "KD alone",
            long_title(KD_MORE): "KD on more alone",
        },
    ),
)


def paper_table(table: PaperTable, evaluation: Evaluation) -> str:
    """One table over one data set; systems that were not measured are left out."""
    heads = ["system", "paper @5 / @10", *(f"NDCG@{cut} [95 %]" for cut in CUTS)]
    heads += [f"over {short} @{cut}" for short in table.rivals.values() for cut in CUTS]
    rows = {row.system: row for row in evaluation.rows}
    lines = [
        [
            system,
            _lifts(paper),
            *mean_cells(rows[system]),
            *(lift_cell(rows[system].against.get((cut, rival))) for rival in table.rivals for cut in CUTS),
        ]
        for system, paper in table.systems.items()
        if system in rows
    ]
    return markdown(heads, lines)


def times_table(models: Iterable[tuple[str, Model]]) -> str:
    """Minutes of training by title: the long stage, and all short ones together, those for rankers too."""
    minutes: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for title, model in models:
        name = f"{model.kind}: {title}"
        minutes[name][model.without is not AFTER_LONG] += model.facts.metrics["seconds"] / 60
    lines = [[name, f"{long:.1f}", f"{short:.1f}"] for name, (long, short) in minutes.items()]
    total = sum(map(sum, minutes.values()))
    return markdown(["model", "long stage, minutes", "short stages, minutes"], lines) + (
        f"\n\nTogether {total / 60:.1f} hours of training, scoring and rankers aside."
    )


def markdown(heads: Sequence[str], lines: Lines) -> str:
    """A Markdown table."""
    rows = [heads, ["---"] * len(heads), *lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _lifts(paper: Lifts) -> str:
    return "" if paper is None else "{:+.2f} % / {:+.2f} %".format(*paper)
