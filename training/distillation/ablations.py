"""What else was tried: long stages with one thing changed, measured on shops that they have not learned from.

Every variant is trained on the same part of the long data and compared with the plain one of its kind, which
is trained on that part too. No short stage: what a long stage makes of a shop it has never seen is the
question that most choices turn on.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.errors import SettingError
from training.distillation.measure import EvaluationSet, student_system, teacher_system, untrained_system
from training.distillation.recipes import Negatives, Recipes
from training.distillation.rows import KD, NO_KD, SOFT, TEACHER_ROWS, PaperRow, loss_of_row, warm_up_of
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.distillation.tables import markdown
from training.evaluate import Evaluation, System, evaluate
from training.judgments import LABELS
from training.learning.recipe import Kind, preset
from training.metrics import CUTS
from training.pairs.negatives import Mining
from training.report import lift_cell, mean_cells

UNTRAINED = "untrained encoder"
PLAIN: Mapping[str, PaperRow] = {
    "teacher": SOFT,
    "student": KD,
    "student without KD": NO_KD,
}
RIVALS: Mapping[str, str] = {UNTRAINED: "untrained", **{title: title for title in PLAIN}}
_HEADS = [f"NDCG@{cut} [95 %]" for cut in CUTS] + [
    f"over {rival} @{cut}" for rival in ("the plain one", "untrained") for cut in CUTS
]
_MANY, _DEEP = Mining(count=4, within=30), Mining(count=4, skip=10, within=60)


@dataclass(frozen=True)
class Variant:
    """One thing changed of a row: its recipe, hard negatives, or the share of labels drawn anew.

    The negatives are found by BM25, or, if they are its `own`, by the row's plain model. A `cold` teacher is
    not warmed up.
    """

    row: PaperRow
    key: str
    title: str
    changes: Sequence[str] = ()
    negatives: Negatives | None = None
    own: bool = False
    noise: float = 0.0
    cold: bool = False


_MANY = Mining(count=4, within=30)
_DEEP = Mining(count=4, skip=10, within=60)
VARIANTS = (
    *(Variant(row, f"{row.key}-seed", f"{title}: another seed", ("seed=8",)) for title, row in PLAIN.items()),
    Variant(SOFT, "teacher-cold", "teacher: not warmed up", cold=True),
    Variant(SOFT, "teacher-slow", "teacher: learning rate 2e-5", ("learning_rate=2e-5",)),
    Variant(SOFT, "teacher-fast", "teacher: learning rate 1e-4", ("learning_rate=1e-4",)),
    Variant(SOFT, "teacher-means", "teacher: the raters' means as labels", ("labels=means",)),
    Variant(SOFT, "teacher-noise", "teacher: one label in five drawn anew", noise=0.2),
    Variant(KD, "slow", "student: learning rate 2e-5", ("learning_rate=2e-5",)),
    Variant(KD, "fast", "student: learning rate 1e-4", ("learning_rate=1e-4",)),
    Variant(KD, "logit", "student: margins of logits", ("loss_options.space=logit",)),
    Variant(KD, "fixed", "student: scale fixed at 1", ("loss_options.learned=false",)),
    Variant(KD, "steep", "student: scale from 4", ("loss_options.scale=4",)),
    Variant(KD, "all-pairs", "student: pairs of one grade too", ("loss_options.pairs=all",)),
    Variant(KD, "balanced", "student: kinds of triplets count alike", ("loss_options.balanced=true",)),
    Variant(KD, "softmax", "student: softmax CE, temperature 1", ("loss=softmax_ce",)),
    Variant(
        KD, "warm", "student: softmax CE, temperature 3", ("loss=softmax_ce", "loss_options.temperature=3")
    ),
    Variant(KD, "bm25", "student: negatives of BM25, filtered", negatives=Negatives(_MANY)),
    Variant(KD, "bm25-all", "student: negatives of BM25, all", negatives=Negatives(_MANY, below=1.0)),
    Variant(KD, "bm25-deep", "student: negatives of BM25 from deeper", negatives=Negatives(_DEEP)),
    Variant(KD, "own", "student: its own negatives, filtered", negatives=Negatives(_MANY), own=True),
    Variant(KD, "no-base", "student: nothing of the base kept", ("keep_base=0",)),
    Variant(KD, "half-base", "student: half of the base kept", ("keep_base=0.5",)),
    Variant(NO_KD, "alone-bce", "student without KD: pointwise", ("loss=label_bce",)),
    Variant(NO_KD, "alone-means", "student without KD: the raters' means as labels", ("labels=means",)),
    Variant(NO_KD, "alone-bm25", "student without KD: negatives of BM25", negatives=Negatives(_MANY)),
)


@dataclass(frozen=True)
class Ablations:
    """The variants over the stages, each long stage of `epochs` epochs."""

    stages: Stages
    preset: str
    epochs: float
    variants: Sequence[Variant] = VARIANTS

    def evaluate(self, data: EvaluationSet) -> Evaluation:
        """All variants over a data set that nothing was learned from."""
        systems = {UNTRAINED: untrained_system(self.plain(KD), data)}
        for title, row in PLAIN.items():
            systems[title] = self._system(self.stages, row, self.plain(row), data)
        for variant in self.variants:
            stages = self._stages(variant)
            systems[variant.title] = self._system(stages, variant.row, self.recipes(variant), data)
        return evaluate(data.source.name, data.queries, systems, RIVALS)

    def check(self) -> None:
        """Find mistakes in the preset before hours are spent on it.

        Raises:
            SettingError: a recipe or a loss can't be made of it.
        """
        for variant in self.variants:
            loss_of_row(variant.row, self.recipes(variant).long)

    def _stages(self, variant: Variant) -> Stages:
        if not variant.noise:
            return self.stages
        return replace(self.stages, split=noisy(self.stages.split, variant.noise))

    def _system(self, stages: Stages, row: PaperRow, recipes: Recipes, data: EvaluationSet) -> System:
        if row in TEACHER_ROWS:
            return teacher_system(stages, recipes, data)
        return student_system(stages, recipes, self.plain(SOFT), data)

    def recipes(self, variant: Variant) -> Recipes:
        """The variant's."""
        negatives = variant.negatives
        if negatives and variant.own:
            negatives = replace(negatives, finder=self.plain(variant.row))
        recipes = self.plain(variant.row, variant.changes)
        warm_up = None if variant.cold else recipes.warm_up
        return replace(recipes, name=variant.key, negatives=negatives, warm_up=warm_up)

    def plain(self, row: PaperRow, changes: Sequence[str] = ()) -> Recipes:
        """Those of a row of the tables, with changes."""
        kind: Kind = "teacher" if row in TEACHER_ROWS else "student"
        long = preset(self.preset, kind, [f"epochs={self.epochs}", *row.changes, *changes])
        warm_up = warm_up_of(self.preset, long.base) if kind == "teacher" else None
        return Recipes(f"{row.key}-part", long, long, warm_up=warm_up)


def noisy(split: Split, share: float, seed: int = 7) -> Split:
    """The split with this share of the labels of what the long stage learns from drawn anew."""
    draw = random.Random(f"{seed}|noise")
    judgments = [
        replace(j, label=draw.choice(LABELS), mean_label=None) if draw.random() < share else j
        for j in split.long.judgments
    ]
    return replace(split, long=replace(split.long, judgments=judgments))


def chosen(keys: Sequence[str]) -> list[Variant]:
    """The variants with these keys, or all.

    Raises:
        SettingError: no variant has such a key.
    """
    known = {variant.key: variant for variant in VARIANTS}
    if unknown := set(keys) - known.keys():
        raise SettingError("--variant", f"names {sorted(unknown)}", f"Variants: {sorted(known)}.")
    return [variant for key, variant in known.items() if not keys or key in keys]


def ablation_tables(evaluation: Evaluation) -> str:
    """A table per plain model: it and its variants, with lifts over it."""
    rows = {row.system: row for row in evaluation.rows}
    titles = {title: [v.title for v in VARIANTS if v.row == row] for title, row in PLAIN.items()}
    parts = [f"## {evaluation.name} ({evaluation.queries} queries)"]
    for plain, variants in titles.items():
        lines = [
            [
                title,
                *mean_cells(rows[title]),
                *(
                    lift_cell(rows[title].against.get((cut, rival)))
                    for rival in (plain, UNTRAINED)
                    for cut in CUTS
                ),
            ]
            for title in (plain, *variants)
            if title in rows
        ]
        parts.append(markdown([plain, *_HEADS], lines))
    return "\n\n".join(parts)
