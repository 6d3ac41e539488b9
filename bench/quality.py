"""Ranking quality on real judgments, every reranked list through HTTP: `make benchmark`.

    python -m bench.quality --data ../shared/data

One student encodes everything; it has seen no judgment of crowdflower or chorus (bench/student.py).
crowdflower: 5-fold cross-validation over queries. A fold is ranked by a ranker that has not seen it, and
whose settings were chosen by cross-validation inside its training queries. home_depot `test` and chorus: one
ranker, trained on all of crowdflower and the part of home_depot `train` that is kept for rankers; chorus is
never trained on.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bench.real_data import RealData, prepare_real_data
from bench.serving import build_index, running_service
from bench.student import real_student
from core.types import Scores
from shelfrank.embedded import resolve_store
from training.assemble import git_commit
from training.base_encoder import DEFAULT_BASE
from training.distillation.rankers import Rankers
from training.distillation.splits import FOLDS
from training.encoder_folder import DESCRIPTION, export_base, open_encoder
from training.evaluate import (
    RETRIEVAL,
    Evaluation,
    System,
    cosine_alone,
    evaluate,
    rankable,
    without_model,
)
from training.metrics import Comparison
from training.ranking_data import ItemRecords, JudgedQuery
from training.remote import RemoteRanker
from training.report import as_json, as_markdown, as_table
from training.sources import Source

ZERO_SHOT, STUDENT = "zero-shot cosine", "student cosine"
WITH, WITHOUT = "LightGBM with the cosine", "LightGBM without the cosine"
RIVALS = {RETRIEVAL: "retrieval", ZERO_SHOT: "zero-shot", STUDENT: "student", WITHOUT: "LightGBM without"}
ALL = "all"


@dataclass(frozen=True)
class Part:
    """What one ranker ranks: a crowdflower fold, or all that is never trained on."""

    name: str
    without: frozenset[int]


PARTS = (*(Part(str(number), frozenset({number})) for number in range(FOLDS)), Part(ALL, frozenset()))


@dataclass(frozen=True)
class Run:
    """Where one benchmark run keeps its files."""

    folder: Path
    real: RealData
    rankers: Rankers

    @property
    def encoder(self) -> Path:
        """The exported student, the same for every part."""
        return self.rankers.student.encoder()

    def bundle(self, part: Part, system: str) -> Path:
        """One trained bundle."""
        return self.rankers.bundle(part.without, cosine=system == WITH)

    @property
    def untrained(self) -> Path:
        """The exported encoder before any training."""
        folder = self.folder / "encoder"
        if not (folder / DESCRIPTION).is_file():
            export_base(DEFAULT_BASE, folder)
        return folder


def measure(run: Run, redis_url: str, name: str, parts: Sequence[Part]) -> Evaluation:
    """Every system over the rankable queries of a data set, each query by its part."""
    source = run.real.source(name)
    queries = rankable(source)
    fold = run.rankers.student.stages.split.fold
    part_of = {j.query: parts[fold(j.query)] if len(parts) > 1 else parts[0] for j in queries}
    systems = _cosines(run, source, queries)
    for system in (WITHOUT, WITH):
        systems[system] = _served(run, redis_url, system, queries, part_of)
    return evaluate(name, queries, systems, RIVALS)


def _cosines(run: Run, source: Source, queries: Sequence[JudgedQuery]) -> dict[str, System]:
    def records(encoder: Path) -> ItemRecords:
        made = ItemRecords(open_encoder(encoder), source.items)
        made.prepare(i for judged in queries for i in judged.item_ids)
        return made

    untrained, student = records(run.untrained), records(run.encoder)
    return {
        **without_model(),
        ZERO_SHOT: cosine_alone(lambda _: untrained),
        STUDENT: cosine_alone(lambda _: student),
    }


def _served(
    run: Run, redis_url: str, system: str, queries: Sequence[JudgedQuery], part_of: Mapping[str, Part]
) -> System:
    """Rerank each part's queries through the service over that part's bundle."""
    scores: dict[str, Scores] = {}
    for part in sorted(set(part_of.values()), key=lambda part: part.name):
        with running_service(run.bundle(part, system), redis_url, run.folder / "service.log") as url:
            remote = RemoteRanker(url)
            scores |= {j.query: remote(j) for j in queries if part_of[j.query] == part}
            remote.close()
    return lambda judged: scores[judged.query]


def index_all(run: Run, redis_url: str) -> None:
    """Every real item, once: all bundles have the same encoder."""
    build_index(run.real.catalogues, run.bundle(PARTS[-1], WITH), redis_url)


def report(evaluations: Sequence[Evaluation], out: Path, seconds: float) -> None:
    """Print the tables, write them as Markdown, end in one JSON line."""
    facts: dict[str, Any] = {"commit": git_commit(), "seconds": round(seconds), "data": []}
    text = [f"Printed by `make benchmark` at commit `{git_commit()[:12]}`, {seconds / 60:.0f} minutes.\n"]
    for evaluation in evaluations:
        Console(width=260).print(as_table(evaluation))
        text.append(f"## {evaluation.name} ({evaluation.queries} queries)\n\n{as_markdown(evaluation)}\n")
        text += [_line(rival, cut, found) for (cut, rival), found in _last(evaluation).items()]
        facts["data"].append(as_json(evaluation))
    out.write_text("\n".join(text) + "\n", encoding="utf-8")
    print(json.dumps(facts))


def _last(evaluation: Evaluation) -> Mapping[tuple[int, str], Comparison]:
    return next(row.against for row in evaluation.rows if row.system == WITH)


def _line(rival: str, cut: int, found: Comparison) -> str:
    difference = f"[{found.low:+.4f}, {found.high:+.4f}]"
    return f"- {WITH} against {rival}, NDCG@{cut}: {100 * found.lift:+.2f} %, difference {difference}"


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    folder: Annotated[Path, typer.Option(help="Where to work.")] = Path("build/benchmark"),
    skip_index: Annotated[bool, typer.Option(help="Use the index of an earlier run.")] = False,
) -> None:
    """Train, index, serve and measure."""
    start = time.monotonic()
    real = prepare_real_data(data, folder)
    run = Run(folder, real, Rankers(folder / "bundles", real_student(real)))
    shutil.rmtree(run.rankers.folder, ignore_errors=True)  # what is measured is what this code trains
    with resolve_store(None, folder / "store") as url:
        if not skip_index:
            index_all(run, url)
        evaluations = [
            measure(run, url, "crowdflower", PARTS[:FOLDS]),
            measure(run, url, "home_depot", PARTS[FOLDS:]),
            measure(run, url, "chorus", PARTS[FOLDS:]),
        ]
    report(evaluations, folder / "quality.md", time.monotonic() - start)


if __name__ == "__main__":
    typer.run(main)
