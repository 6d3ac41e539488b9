"""Arguments that several training commands share, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

Judgments = Annotated[
    Path, typer.Argument(help="Judgments: Parquet, JSONL, CSV; own, ESCI or WANDS columns.")
]
Catalogue = Annotated[Path, typer.Option(help="The catalogue that the judgments are about.")]
Clicks = Annotated[Path | None, typer.Option(help="A click log, for the engagement features.")]
Also = Annotated[list[str] | None, typer.Option(help="More data as JUDGMENTS,CATALOGUE; may be repeated.")]

Preset = Annotated[str, typer.Option(help="cpu, paper, quick, or a TOML file of your own.")]


def say(text: str, facts: dict[str, Any]) -> None:
    """A sentence for people on standard error, one JSON line for programs on standard output."""
    typer.echo(text, err=True)
    typer.echo(json.dumps(facts))
