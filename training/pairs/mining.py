"""`shelfrank negatives`: a judgments file with hard negatives in it, for teachers and students alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from core.tables import write_parquet
from core.text import render_item
from core.types import Judgment
from training.encoder_folder import open_encoder
from training.learning.lists import LabelledList, lists_of, render_of, with_targets
from training.pairs.negatives import Mining, with_negatives, without_false_negatives
from training.retrieval import Bm25, Nearest, Retriever
from training.sources import Source
from training.teacher.folder import describe_teacher, load_teacher
from training.teacher.train import teacher_scores


@dataclass(frozen=True)
class Judge:
    """A trained teacher's folder; what it gives a probability of `below` or more is no negative."""

    teacher: Path
    below: float = 0.5


def mined_negatives(
    source: Source, mining: Mining, encoder: Path | None = None, judge: Judge | None = None
) -> list[Judgment]:
    """New judgments of label 0 for the training queries, found by BM25, or by an exported encoder."""
    # texts as the judge reads them
    render = render_of(describe_teacher(judge.teacher).recipe) if judge else render_item
    lists = lists_of(source.for_training(), source.items, render)
    found = list(with_negatives(lists, source.items, render, _retriever(source, encoder), mining))
    if judge:
        found = _judged(found, judge)
    return [Judgment(k.query, item_id, 0.0) for k in found for item_id in k.item_ids[len(k) - k.mined :]]


def write_judgments(path: Path, judgments: Sequence[Judgment]) -> None:
    """Write the project's own columns; the file is whole or absent."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_parquet(path, [asdict(judgment) for judgment in judgments])


def _retriever(source: Source, encoder: Path | None) -> Retriever:
    return Nearest(open_encoder(encoder), source.items) if encoder else Bm25(source.items)


def _judged(lists: Sequence[LabelledList], judge: Judge) -> list[LabelledList]:
    scores = teacher_scores(load_teacher(judge.teacher), lists)
    return list(without_false_negatives(with_targets(lists, scores), judge.below))
