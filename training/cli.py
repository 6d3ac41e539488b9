"""The commands of training: train, label, export, evaluate, report, bundle, sample-store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from training import model_cli, report_cli
from training.options import Also, Catalogue, Clicks, Judgments, say

app = typer.Typer(no_args_is_help=True)
train_app = typer.Typer(no_args_is_help=True, help="Train the models of a bundle.")
bundle_app = typer.Typer(no_args_is_help=True, help="Look into a model bundle.")
report_app = typer.Typer(no_args_is_help=True, help="Measure a study and write its document.")
app.add_typer(train_app, name="train")
app.add_typer(report_app, name="report")
app.add_typer(bundle_app, name="bundle")

BundleFolder = Annotated[Path, typer.Argument(help="A bundle's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print only the JSON line.")]


app.command()(model_cli.export)
app.command()(model_cli.label)
app.command()(model_cli.negatives)
train_app.command("teacher")(model_cli.train_teacher)
train_app.command("student")(model_cli.train_student)
report_app.command("distillation")(report_cli.distillation)
report_app.command("ablations")(report_cli.ablations)


@train_app.command("ranker")
def train_ranker(
    judgments: Judgments,
    catalogue: Catalogue,
    encoder: Annotated[Path, typer.Option(help="An exported encoder's folder.")],
    out: Annotated[Path, typer.Option(help="The bundle's folder; an older bundle there is replaced.")],
    clicks: Clicks = None,
    also: Also = None,
    fold_encoder: Annotated[
        list[Path] | None, typer.Option(help="Encoders trained without one part of the queries each.")
    ] = None,
    name: Annotated[str, typer.Option(help="The bundle's name.")] = "shelfrank",
    without: Annotated[
        list[str] | None, typer.Option(help="Leave a feature group unknown, e.g. semantic; may be repeated.")
    ] = None,
    trees: Annotated[int, typer.Option(min=1, max=3000, help="At most this many trees.")] = 300,
    seed: Annotated[int, typer.Option(help="Seed of the trees and of the masking.")] = 7,
    threads: Annotated[int, typer.Option(min=1, help="Threads of LightGBM.")] = 2,
) -> None:
    """Train the LightGBM reranker on judgments and write a bundle. Rows of the split `test` stay unseen."""
    from training.commands import run_train_ranker
    from training.ranker import RankerSettings, grid
    from training.train_bundle import BundlePlan

    settings = grid(RankerSettings(max_trees=trees, seed=seed, threads=threads))
    folds = tuple(fold_encoder or ())
    plan = BundlePlan(name, encoder, folds, settings, drop_groups=tuple(without or ()))
    manifest = run_train_ranker(plan, judgments, catalogue, clicks, also or [], out)
    summary = {"bundle": str(out), "bundle_id": manifest.bundle_id, **manifest.metrics}
    say(f"wrote {manifest.bundle_id} to {out}", summary)


@app.command()
def evaluate(
    judgments: Judgments,
    catalogue: Catalogue,
    bundle: Annotated[Path, typer.Option(help="The bundle to evaluate.")],
    clicks: Clicks = None,
    url: Annotated[str | None, typer.Option(help="Rank through the running service at this address.")] = None,
    api_key: Annotated[str | None, typer.Option(envvar="SHELFRANK_API_KEY", help="Its API key.")] = None,
    as_json: AsJson = False,
) -> None:
    """NDCG of the bundle beside random, retrieval order and cosine, with lifts and p-values."""
    from rich.console import Console

    from training.commands import run_evaluate
    from training.report import as_json as figures
    from training.report import as_table

    evaluation = run_evaluate(judgments, catalogue, bundle, clicks, url, api_key)
    if not as_json:
        Console(width=150).print(as_table(evaluation))
    typer.echo(json.dumps(figures(evaluation)))


@bundle_app.command("verify")
def verify(bundle: BundleFolder) -> None:
    """Check every file, load the models and replay the golden requests."""
    from core.bundle import load_bundle

    loaded = load_bundle(bundle)
    facts = {"bundle_id": loaded.manifest.bundle_id, "golden_requests": loaded.golden_requests}
    say(f"{bundle} is whole: {loaded.golden_requests} golden requests replayed", facts)


@bundle_app.command("show")
def show(bundle: BundleFolder) -> None:
    """Print the manifest (files are not verified)."""
    from core.manifest import read_manifest

    manifest = read_manifest(bundle)
    typer.echo(json.dumps({"bundle_id": manifest.bundle_id, **manifest.model_dump()}, indent=2))


@app.command("sample-store")
def sample_store(
    out: Annotated[Path, typer.Argument(help="Folder for the Parquet tables.")],
    seed: Annotated[int, typer.Option(help="Another seed is another shop.")] = 7,
) -> None:
    """Write the made-up shop: catalogue, judgments, queries and click log."""
    from training.sample_store import generate, write

    store = generate(seed)
    write(store, out)
    say(f"wrote the sample store to {out}", {"out": str(out), "seed": seed})
