"""Teacher, student and ranker of all the real judgments: what a team with such data would deploy.

    python -m bench.real_bundle --data ../shared/data --out build/real-bundle

`make real-bundle`. The long stage is home_depot `train` and the pairs without labels, shared with
`make distillation`; the short stage goes on with all of crowdflower and chorus. The ranker learns each of
their queries from a student that went on without the query's fold, and from the part of home_depot `train`
that no student sees. Only home_depot `test` is left to measure on: the command prints that, and how the
rankers did in their own cross-validation. The licences of the data do not allow to pass the bundle on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bench.real_data import RealData, prepare_real_data
from bench.student import PRESET
from core.bundle import load_bundle
from core.manifest import Manifest
from training.distillation.rankers import HELPER_WEIGHT, ranker_sources
from training.distillation.rows import KD_MORE, SOFT
from training.distillation.splits import FOLDS, Folds, Split
from training.distillation.stages import Stages
from training.evaluate import BUNDLE, Evaluation, baselines, bundle_featuriser, evaluate, in_process, rankable
from training.learning.narrate import narrate
from training.report import as_json, as_table
from training.sources import Source
from training.train_bundle import BundlePlan, prepare, train_bundle

_EVERYTHING: Folds = frozenset()


def split_of(real: RealData) -> Split:
    """Crowdflower and chorus as one source; new queries are those of the benchmark's student."""
    shops = [real.source("crowdflower"), real.source("chorus")]
    return Split(real.source("home_depot"), _together(shops), made_from=shops[0])


def make(split: Split, stages: Stages, out: Path) -> Manifest:
    """Train what is missing and write the bundle."""
    teacher, student = SOFT.teacher(PRESET), KD_MORE.student(PRESET)

    def encoder(without: Folds) -> Path:
        return stages.encoder(stages.student(student, teacher, without))

    folds = [encoder(frozenset({fold})) for fold in range(FOLDS)]
    plan = BundlePlan("real", encoder(_EVERYTHING), folds, helper_weight=HELPER_WEIGHT)
    sources = ranker_sources(split, _EVERYTHING)
    return train_bundle(plan, sources, prepare(sources, plan.encoder, folds), out)


def measure(bundle: Path, source: Source) -> Evaluation:
    """The bundle over the source's test queries."""
    loaded, queries = load_bundle(bundle), rankable(source)
    featuriser = bundle_featuriser(loaded, source)
    systems = {**baselines(queries, featuriser), BUNDLE: in_process(loaded.ranker, featuriser)}
    return evaluate(source.name, queries, systems)


def _together(sources: Sequence[Source]) -> Source:
    judgments = [judgment for source in sources for judgment in source.judgments]
    items = {item_id: item for source in sources for item_id, item in source.items.items()}
    return Source("+".join(source.name for source in sources), judgments, items)


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    out: Annotated[Path, typer.Option(help="The bundle's folder.")] = Path("build/real-bundle"),
    folder: Annotated[Path, typer.Option(help="Where models are kept.")] = Path("build/distillation"),
) -> None:
    """Make the bundle and measure it."""
    narrate()
    split = split_of(prepare_real_data(data, Path("build/benchmark")))
    manifest = make(split, Stages(folder, split), out)
    evaluation = measure(out, split.long)
    Console(width=200).print(as_table(evaluation))
    print(json.dumps({"bundle": manifest.bundle_id, "metrics": manifest.metrics, **as_json(evaluation)}))


if __name__ == "__main__":
    typer.run(main)
