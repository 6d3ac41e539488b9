"""What the training commands do, without the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.bundle import load_bundle
from core.errors import SettingError
from core.manifest import Manifest
from core.schema import FEATURES
from training.evaluate import (
    BUNDLE,
    Evaluation,
    baselines,
    bundle_featuriser,
    evaluate,
    in_process,
    rankable,
)
from training.judgments import fold_of
from training.learning.data import learning_data
from training.learning.facts import ModelFacts
from training.learning.lists import lists_of, render_of
from training.learning.narrate import narrate
from training.learning.recipe import Recipe
from training.pairs.candidates import lists_of_new_queries
from training.remote import RemoteRanker
from training.sources import Source, load_pair, load_source
from training.student.train import train_student
from training.teacher.folder import DESCRIPTION, load_teacher
from training.teacher.scores import read_scores, write_scores
from training.teacher.train import teacher_scores, train_teacher
from training.teacher.warm_up import WARM_UP, warm_up
from training.train_bundle import BundlePlan, prepare, train_bundle


def run_train_ranker(
    plan: BundlePlan,
    judgments: Path,
    catalogue: Path,
    clicks: Path | None,
    also: Sequence[str],
    out: Path,
) -> Manifest:
    """`shelfrank train ranker`."""
    groups = {feature.group for feature in FEATURES}
    if unknown := set(plan.drop_groups) - groups:
        raise SettingError("--without", f"names {sorted(unknown)}", f"Feature groups: {sorted(groups)}.")
    sources = [load_source(judgments, catalogue, clicks), *(load_pair("--also", pair) for pair in also)]
    return train_bundle(plan, sources, prepare(sources, plan.encoder, plan.fold_encoders), out)


def load_sources(
    judgments: Path, catalogue: Path, also: Sequence[str], hold_out: str | None = None
) -> list[Source]:
    """The data of a training command; `hold_out` K/N leaves out part K of N of the first source's queries."""
    first = load_source(judgments, catalogue)
    if hold_out is not None:
        part, parts = _part(hold_out)
        kept = [j for j in first.judgments if fold_of(j.query, parts, "cv") != part]
        first = replace(first, judgments=kept)
    return [first, *(load_pair("--also", pair) for pair in also)]


def run_train_teacher(
    recipe: Recipe, sources: Sequence[Source], out: Path, first: Recipe | None = None, queries: int = 0
) -> ModelFacts:
    """`shelfrank train teacher`; `first` is the recipe of a warm-up on so many queries.

    A teacher that goes on from a trained one is not warmed up again.
    """
    narrate()
    data = learning_data(sources, recipe)
    if first and not (Path(recipe.base) / DESCRIPTION).is_file():
        warmed = warmed_up(first, sources, queries, out)
        recipe = recipe.model_copy(update={"base": str(warmed)})
    return train_teacher(recipe, data, out)


def warmed_up(recipe: Recipe, sources: Sequence[Source], queries: int, out: Path) -> Path:
    """Where the warmed-up teacher is, made from the first source's catalogue if it is not there yet."""
    place = out / WARM_UP
    if not (place / DESCRIPTION).is_file():
        taken = {judgment.query for source in sources for judgment in source.judgments}
        warm_up(recipe, lists_of_new_queries(sources[0].items, queries, taken, render_of(recipe)), place)
    return place


def run_label(sources: Sequence[Source], teacher: Path, out: Path) -> int:
    """`shelfrank label`; returns how many pairs were scored."""
    parts = load_teacher(teacher)
    render = render_of(parts.recipe)
    lists = [known for source in sources for known in lists_of(source.judgments, source.items, render)]
    scores = teacher_scores(parts, lists)
    write_scores(out, scores)
    return len(scores)


def run_train_student(
    recipe: Recipe, sources: Sequence[Source], scores: Path | None, out: Path
) -> ModelFacts:
    """`shelfrank train student`."""
    narrate()
    known = read_scores(scores) if scores else None
    return train_student(recipe, learning_data(sources, recipe, known), out)


def run_evaluate(
    judgments: Path, catalogue: Path, bundle: Path, clicks: Path | None, url: str | None, api_key: str | None
) -> Evaluation:
    """`shelfrank evaluate`: in process, or through the service at `url`."""
    source = load_source(judgments, catalogue, clicks)
    queries = rankable(source)
    if not queries:
        remedy = "Give queries with at least two judged items and two different labels."
        raise SettingError(str(judgments), "has no query whose order can matter", remedy)
    loaded = load_bundle(bundle)
    featuriser = bundle_featuriser(loaded, source)
    systems = baselines(queries, featuriser)
    if url is None:
        systems[BUNDLE] = in_process(loaded.ranker, featuriser)
        return evaluate(source.name, queries, systems)
    remote = RemoteRanker(url, api_key)
    try:
        systems[f"{BUNDLE} over HTTP"] = remote
        return evaluate(source.name, queries, systems)
    finally:
        remote.close()


def _part(text: str) -> tuple[int, int]:
    part, slash, parts = text.partition("/")
    if not (slash and part.isdecimal() and parts.isdecimal() and int(part) < int(parts)):
        raise SettingError("--hold-out", f"is {text!r}", "Give K/N with K from 0 to N - 1, such as 0/3.")
    return int(part), int(parts)
