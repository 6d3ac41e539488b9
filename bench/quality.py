"""Ranking quality on real judgments, every reranked list through HTTP: `make benchmark`.

    python -m bench.quality --data ../shared/data

crowdflower: 5-fold cross-validation over queries (trained on home_depot `train` and the other folds).
home_depot `test` and chorus: one ranker trained on home_depot `train` and all of crowdflower; chorus is never
trained on. Encoder: the untrained, exactly converted student.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bench.real_data import RealData, prepare_real_data
from bench.serving import build_index, running_service
from core.bundle import load_bundle
from core.types import Scores
from shelfrank.embedded import resolve_store
from training.assemble import git_commit
from training.base_encoder import DEFAULT_BASE
from training.encoder_folder import DESCRIPTION, export_base
from training.evaluate import Evaluation, System, baselines, bundle_featuriser, evaluate, rankable
from training.judgments import fold_of
from training.metrics import Comparison, compare
from training.ranking_data import JudgedQuery
from training.remote import RemoteRanker
from training.report import as_json, as_markdown, as_table
from training.sources import Source
from training.train_bundle import BundlePlan, PreparedData, prepare, train_bundle

FOLDS = 5
HOME_DEPOT_WEIGHT = 0.1
WITH, WITHOUT = "LightGBM with the cosine", "LightGBM without the cosine"
ALL = "all"


@dataclass(frozen=True)
class Run:
    """Where one benchmark run keeps its files."""

    folder: Path
    real: RealData

    @property
    def encoder(self) -> Path:
        """The exported student."""
        return self.folder / "encoder"

    def bundle(self, part: str, system: str) -> Path:
        """One trained bundle: `part` is a fold number or ALL."""
        return self.folder / "bundles" / f"{part}-{'with' if system == WITH else 'without'}"


def fold(query: str) -> int:
    """The crowdflower fold of a query."""
    return fold_of(query, FOLDS, "cv")


def train_all(run: Run) -> None:
    """All bundles: per fold and for everything, with and without the semantic features."""
    crowdflower = run.real.source("crowdflower")
    home_depot = replace(run.real.source("home_depot"), weight=HOME_DEPOT_WEIGHT, validates=False)
    sources = [crowdflower, home_depot]
    data = prepare(sources, run.encoder)
    held_out = {judgment.query for judgment in crowdflower.judgments}
    for part in (*range(FOLDS), ALL):
        used = replace(data, queries=[p for p in data.queries if _trains(p.judged.query, part, held_out)])
        for system in (WITH, WITHOUT):
            _train(run, str(part), system, sources, used)


def _trains(query: str, part: int | str, held_out: set[str]) -> bool:
    return query not in held_out or fold(query) != part


def _train(run: Run, part: str, system: str, sources: Sequence[Source], data: PreparedData) -> None:
    plan = BundlePlan(f"{part}-{system}".replace(" ", "-").lower(), run.encoder)
    if system == WITHOUT:
        plan = replace(plan, drop_groups=("semantic",))
    manifest = train_bundle(plan, sources, data, run.bundle(part, system))
    print(f"trained {manifest.bundle_id}: {manifest.metrics}", flush=True)


def serve_and_score(
    run: Run, redis_url: str, wanted: Mapping[str, Sequence[JudgedQuery]], system: str
) -> dict[str, Scores]:
    """Rerank each part's queries through the service over that part's bundle; query → scores."""
    scores: dict[str, Scores] = {}
    for part, queries in wanted.items():
        log = run.folder / "service.log"
        with running_service(run.bundle(part, system), redis_url, log) as url:
            remote = RemoteRanker(url)
            scores |= {judged.query: remote(judged) for judged in queries}
            remote.close()
    return scores


def measure(run: Run, redis_url: str) -> list[Evaluation]:
    """One evaluation per data set, all systems over the same queries."""
    return [
        _measure(run, redis_url, name, parts)
        for name, parts in (("crowdflower", True), ("home_depot", False), ("chorus", False))
    ]


def _measure(run: Run, redis_url: str, name: str, cross_validated: bool) -> Evaluation:
    source = run.real.source(name)
    queries = rankable(source)
    parts: dict[str, list[JudgedQuery]] = {}
    for judged in queries:
        parts.setdefault(str(fold(judged.query)) if cross_validated else ALL, []).append(judged)
    featuriser = bundle_featuriser(load_bundle(run.bundle(ALL, WITH)), source)
    systems = baselines(queries, featuriser)
    for system in (WITHOUT, WITH):
        served = serve_and_score(run, redis_url, parts, system)
        systems[system] = _lookup(served)
    return evaluate(name, queries, systems)


def _lookup(scores: Mapping[str, Scores]) -> System:
    return lambda judged: scores[judged.query]


def with_against_without(evaluation: Evaluation) -> dict[int, Comparison]:
    """What the cosine adds to LightGBM, per cut."""
    rows = {row.system: row for row in evaluation.rows}
    return {cut: compare(rows[WITH].values[cut], rows[WITHOUT].values[cut]) for cut in rows[WITH].values}


def report(evaluations: Sequence[Evaluation], out: Path, seconds: float) -> None:
    """Print the tables, write them as Markdown, end in one JSON line."""
    facts: dict[str, Any] = {"commit": git_commit(), "seconds": round(seconds), "data": []}
    text = [f"Printed by `make benchmark` at commit `{git_commit()[:12]}`, {seconds / 60:.0f} minutes.\n"]
    for evaluation in evaluations:
        Console(width=200).print(as_table(evaluation))
        text.append(f"## {evaluation.name} ({evaluation.queries} queries)\n\n{as_markdown(evaluation)}\n")
        versus = with_against_without(evaluation)
        for cut, found in versus.items():
            line = (
                f"With against without the cosine, NDCG@{cut}: {100 * found.lift:+.2f} % "
                f"(p {found.p_value:.2g}, difference [{found.low:+.4f}, {found.high:+.4f}])"
            )
            print(line)
            text.append(line + "\n")
        facts["data"].append({**as_json(evaluation), "with vs without": _plain(versus)})
    out.write_text("\n".join(text), encoding="utf-8")
    print(json.dumps(facts))


def _plain(versus: Mapping[int, Comparison]) -> dict[str, Any]:
    return {f"@{cut}": {"lift": round(c.lift, 5), "p": c.p_value} for cut, c in versus.items()}


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    folder: Annotated[Path, typer.Option(help="Where to work.")] = Path("build/benchmark"),
    skip_index: Annotated[bool, typer.Option(help="Use the index of an earlier run.")] = False,
) -> None:
    """Train, index, serve and measure."""
    start = time.monotonic()
    run = Run(folder, prepare_real_data(data, folder))
    if not (run.encoder / DESCRIPTION).is_file():
        export_base(DEFAULT_BASE, run.encoder)
    train_all(run)
    with resolve_store(None, folder / "store") as url:
        if not skip_index:
            build_index(run.real.catalogues, run.bundle(ALL, WITH), url)
        evaluations = measure(run, url)
    report(evaluations, folder / "quality.md", time.monotonic() - start)


if __name__ == "__main__":
    typer.run(main)
