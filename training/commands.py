"""What the training commands do, without the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.bundle import Manifest, load_bundle
from core.errors import SettingError
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
from training.remote import RemoteRanker
from training.sources import Source, load_source
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
    sources = [load_source(judgments, catalogue, clicks), *(_also(pair) for pair in also)]
    return train_bundle(plan, sources, prepare(sources, plan.encoder, plan.fold_encoders), out)


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


def _also(pair: str) -> Source:
    judgments, comma, catalogue = pair.partition(",")
    if not comma:
        raise SettingError("--also", f"is {pair!r}", "Give JUDGMENTS,CATALOGUE.")
    return load_source(Path(judgments), Path(catalogue))
