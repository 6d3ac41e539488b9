"""`shelfrank report`: studies, measured and written up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from training.options import Preset, say


def distillation(
    long: Annotated[str, typer.Option(help="JUDGMENTS,CATALOGUE that the long stage learns from.")],
    crossed: Annotated[str, typer.Option(help="JUDGMENTS,CATALOGUE, all cross-validated by query.")],
    transfer: Annotated[
        list[str] | None, typer.Option(help="JUDGMENTS,CATALOGUE to measure only; may be repeated.")
    ] = None,
    preset: Preset = "cpu",
    row: Annotated[
        list[str] | None, typer.Option(help="Only this row of the tables, by key; may be repeated.")
    ] = None,
    queries: Annotated[
        int | None, typer.Option(min=30, help="At most this many queries of each, for a first try.")
    ] = None,
    folds: Annotated[int, typer.Option(min=3, max=20, help="Parts of the cross-validated data.")] = 5,
    folder: Annotated[Path, typer.Option(help="Where models are kept.")] = Path("build/distillation"),
    out: Annotated[Path, typer.Option(help="The document.")] = Path("docs/distillation.md"),
    images: Annotated[Path, typer.Option(help="Where its pictures go.")] = Path("docs/images"),
) -> None:
    """Train every row of eCom'24's tables, measure all of them, and write the figures into a document.

    Finished models are kept; a run that was killed goes on where it was.
    """
    from training.distillation.document import Report
    from training.distillation.run import run_study
    from training.distillation.splits import Split
    from training.sources import Source, load_pair, some_queries

    def load(option: str, pair: str) -> Source:
        source = load_pair(option, pair)
        return some_queries(source, queries) if queries else source

    others = [load("--transfer", pair) for pair in transfer or []]
    split = Split(load("--long", long), load("--crossed", crossed), folds, others)
    facts = run_study(split, folder, preset, row or [], Report(out, images))
    say(f"wrote {out}", facts)
