"""The commands that make encoders: train teacher, label, train student, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from training.options import Also, Catalogue, Judgments, Preset, say

Changes = Annotated[
    list[str] | None, typer.Option("--set", help="Override the preset: key=value; may be repeated.")
]
HoldOut = Annotated[
    str | None,
    typer.Option(help="K/N: leave part K of N of the training queries out, for the ranker's fold encoders."),
]
NewFolder = Annotated[Path, typer.Option(help="The new model's folder; a killed run goes on there.")]


def train_teacher(
    judgments: Judgments,
    catalogue: Catalogue,
    out: NewFolder,
    also: Also = None,
    hold_out: HoldOut = None,
    preset: Preset = "cpu",
    changes: Changes = None,
    warm_up: Annotated[
        int | None,
        typer.Option(min=0, help="Made-up queries on which it first learns its base's cosines; 0: none."),
    ] = None,
) -> None:
    """Train the BERT cross-encoder teacher on graded labels. Rows of the split `test` stay unseen."""
    from training.commands import load_sources, run_train_teacher
    from training.learning.recipe import preset as recipe_of
    from training.learning.recipe import unlabelled, warm_up_recipe

    recipe = recipe_of(preset, "teacher", changes or [])
    queries = unlabelled(preset).warm_up if warm_up is None else warm_up
    first = warm_up_recipe(preset, recipe.base) if queries else None
    sources = load_sources(judgments, catalogue, also or [], hold_out)
    facts = run_train_teacher(recipe, sources, out, first, queries)
    say(f"trained a teacher in {out}", {"teacher": str(out), **facts.metrics})


def label(
    judgments: Judgments,
    catalogue: Catalogue,
    teacher: Annotated[Path, typer.Option(help="A trained teacher's folder.")],
    out: Annotated[Path, typer.Option(help="The Parquet file to write: query, item_id, score.")],
    also: Also = None,
) -> None:
    """Score query-item pairs with the teacher, so that students train without it. The score is a logit."""
    from training.commands import load_sources, run_label

    count = run_label(load_sources(judgments, catalogue, also or []), teacher, out)
    say(f"scored {count} pairs", {"out": str(out), "pairs": count})


def negatives(
    judgments: Judgments,
    catalogue: Catalogue,
    out: Annotated[Path, typer.Option(help="The Parquet file to write: the judgments and the negatives.")],
    count: Annotated[int, typer.Option(min=1, max=100, help="Negatives per query.")] = 4,
    within: Annotated[int, typer.Option(min=1, max=10_000, help="Drawn from the first so many found.")] = 30,
    skip: Annotated[int, typer.Option(min=0, max=10_000, help="Of these pass over the first so many.")] = 0,
    encoder: Annotated[Path | None, typer.Option(help="Found by this exported student, not by BM25.")] = None,
    teacher: Annotated[
        Path | None, typer.Option(help="A trained teacher, to leave out what is relevant after all.")
    ] = None,
    below: Annotated[
        float, typer.Option(min=0, max=1, help="What the teacher gives this probability is no negative.")
    ] = 0.5,
) -> None:
    """Add hard negatives to the training queries: found by retrieval, judged by nobody, label 0."""
    from training.pairs.mining import Judge, mined_negatives, write_judgments
    from training.pairs.negatives import Mining
    from training.sources import load_source

    source = load_source(judgments, catalogue)
    judge = Judge(teacher, below) if teacher else None
    found = mined_negatives(source, Mining(count, skip, within), encoder, judge)
    write_judgments(out, [*source.judgments, *found])
    say(f"added {len(found)} negatives", {"out": str(out), "negatives": len(found)})


def train_student(
    judgments: Judgments,
    catalogue: Catalogue,
    out: NewFolder,
    scores: Annotated[Path | None, typer.Option(help="The teacher's scores, from `shelfrank label`.")] = None,
    also: Also = None,
    hold_out: HoldOut = None,
    preset: Preset = "cpu",
    changes: Changes = None,
) -> None:
    """Train the two-tower student on the teacher's margins. Rows of the split `test` stay unseen."""
    from training.commands import load_sources, run_train_student
    from training.learning.recipe import preset as recipe_of

    recipe = recipe_of(preset, "student", changes or [])
    facts = run_train_student(recipe, load_sources(judgments, catalogue, also or [], hold_out), scores, out)
    say(f"trained a student in {out}", {"student": str(out), **facts.metrics})


def export(
    out: Annotated[Path, typer.Option(help="Folder for encoder.onnx, tokenizer.json and encoder.json.")],
    base: Annotated[
        str, typer.Argument(help="A trained student's folder, a hub id, or an installed model package.")
    ] = "",
    precision: Annotated[str, typer.Option(help="int8 or fp32.")] = "int8",
    max_query_tokens: Annotated[
        int | None, typer.Option(min=4, max=512, help="As it was trained, or 32.")
    ] = None,
    max_item_tokens: Annotated[
        int | None, typer.Option(min=8, max=512, help="As it was trained, or 96.")
    ] = None,
) -> None:
    """Export a student, or a pretrained BERT or DistilBERT converted to the student's architecture."""
    from core.errors import SettingError
    from training.base_encoder import DEFAULT_BASE
    from training.encoder_folder import export_base

    if precision not in ("int8", "fp32"):
        raise SettingError("--precision", f"is {precision!r}", "Give int8 or fp32.")
    name = base or DEFAULT_BASE
    made = export_base(name, out, precision, max_query_tokens, max_item_tokens)  # type: ignore[arg-type]
    say(f"exported {name} to {out}", {"base": name, "out": str(out), **made.spec.model_dump()})
