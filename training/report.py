"""Evaluations as a table for people, as Markdown and as one line of JSON."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

from rich.table import Table

from training.evaluate import Evaluation, Row
from training.metrics import CUTS, Comparison


def as_table(evaluation: Evaluation) -> Table:
    """A table for the terminal."""
    table = Table(title=f"{evaluation.name}: {evaluation.queries} queries", title_justify="left")
    for heading in headings(evaluation):
        table.add_column(heading, justify="left" if heading == "system" else "right")
    for row in evaluation.rows:
        table.add_row(*cells(row, evaluation))
    return table


def as_markdown(evaluation: Evaluation) -> str:
    """The same table for a document."""
    names = headings(evaluation)
    lines = ["| " + " | ".join(names) + " |", "| --- " * len(names) + "|"]
    lines += ["| " + " | ".join(cells(row, evaluation)) + " |" for row in evaluation.rows]
    return "\n".join(lines)


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Every figure of the table."""
    return {
        "data": evaluation.name,
        "queries": evaluation.queries,
        "systems": {row.system: _figures(row) for row in evaluation.rows},
    }


def headings(evaluation: Evaluation) -> Sequence[str]:
    """The columns: per cut the mean with its interval, then lift and p-value against every rival."""
    means = [f"NDCG@{cut} [95 %]" for cut in CUTS]
    versus = [f"vs {short} @{cut}" for short in evaluation.rivals.values() for cut in CUTS]
    return ["system", *means, *versus]


def cells(row: Row, evaluation: Evaluation) -> list[str]:
    """One row's cells."""
    means = mean_cells(row)
    versus = [lift_cell(row.against.get((cut, rival))) for rival in evaluation.rivals for cut in CUTS]
    return [row.system, *means, *versus]


def mean_cells(row: Row) -> list[str]:
    """Mean NDCG with its interval at every cut."""
    return ["{:.4f} [{:.3f}, {:.3f}]".format(*row.mean(cut)) for cut in CUTS]


def lift_cell(comparison: Comparison | None) -> str:
    """A lift with its p-value; empty where nothing is compared."""
    if comparison is None:
        return ""
    return f"{100 * comparison.lift:+.2f} % (p {comparison.p_value:.2g})"


def _figures(row: Row) -> dict[str, Any]:
    figures: dict[str, Any] = {f"ndcg@{cut}": [round(x, 5) for x in row.mean(cut)] for cut in CUTS}
    for (cut, rival), found in row.against.items():
        figures[f"vs {rival} @{cut}"] = {
            "lift": round(found.lift, 5) if isfinite(found.lift) else None,
            "p": found.p_value,
            "difference_95": [round(found.low, 5), round(found.high, 5)],
        }
    return figures
