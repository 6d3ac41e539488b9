"""`shelfrank report`: studies, measured and written up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from training.options import Preset, say

if TYPE_CHECKING:
    from training.distillation.splits import Split


Long = Annotated[str, typer.Option(help="JUDGMENTS,CATALOGUE that the long stage learns from.")]
Transfer = Annotated[
    list[str] | None, typer.Option(help="JUDGMENTS,CATALOGUE to measure only; may be repeated.")
]
Queries = Annotated[
    int | None, typer.Option(min=30, help="At most this many queries of each, for a first try.")
]
Folder = Annotated[Path, typer.Option(help="Where models are kept.")]


def distillation(
    long: Long,
    crossed: Annotated[str, typer.Option(help="JUDGMENTS,CATALOGUE, all cross-validated by query.")],
    transfer: Transfer = None,
    preset: Preset = "cpu",
    row: Annotated[
        list[str] | None, typer.Option(help="Only this row of the tables, by key; may be repeated.")
    ] = None,
    queries: Queries = None,
    folds: Annotated[int, typer.Option(min=3, max=20, help="Parts of the cross-validated data.")] = 5,
    folder: Folder = Path("build/distillation"),
    out: Annotated[Path, typer.Option(help="The document.")] = Path("docs/distillation.md"),
    images: Annotated[Path, typer.Option(help="Where its pictures go.")] = Path("docs/images"),
) -> None:
    """Train every row of eCom'24's tables, measure all of them, and write the figures into a document.

    Finished models are kept; a run that was killed goes on where it was.
    """
    from training.distillation.document import Report
    from training.distillation.run import run_study

    split = _split(long, crossed, transfer or [], queries, folds)
    facts = run_study(split, folder, preset, row or [], Report(out, images))
    say(f"wrote {out}", facts)


def ablations(
    long: Long,
    crossed: Annotated[str, typer.Option(help="JUDGMENTS,CATALOGUE to measure on first of all.")],
    transfer: Transfer = None,
    preset: Preset = "cpu",
    variant: Annotated[
        list[str] | None, typer.Option(help="Only this variant, by key; may be repeated.")
    ] = None,
    epochs: Annotated[float, typer.Option(min=0.01, help="Length of every training.")] = 0.25,
    queries: Queries = None,
    folder: Folder = Path("build/distillation"),
    out: Annotated[Path, typer.Option(help="The document.")] = Path("docs/ablations.md"),
) -> None:
    """Train teacher and student with one thing changed at a time and measure on shops they have not seen.

    Finished models are kept; a run that was killed goes on where it was.
    """
    from training.distillation.ablations import Ablations, chosen
    from training.distillation.run import run_ablations
    from training.distillation.stages import Stages

    variants = chosen(variant or [])
    stages = Stages(folder, _split(long, crossed, transfer or [], queries))
    say(f"wrote {out}", run_ablations(Ablations(stages, preset, epochs, variants), out))


def _split(long: str, crossed: str, transfer: Sequence[str], queries: int | None, folds: int = 5) -> Split:
    from training.distillation.splits import Split
    from training.sources import Source, load_pair, some_queries

    def load(option: str, pair: str) -> Source:
        source = load_pair(option, pair)
        return some_queries(source, queries) if queries else source

    others = [load("--transfer", pair) for pair in transfer]
    return Split(load("--long", long), load("--crossed", crossed), folds, others)
