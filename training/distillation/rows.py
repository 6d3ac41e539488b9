"""The rows of eCom'24's tables as recipes: what each changes of the preset, and what the paper reports.

A row's lifts are over the first row of its table, in per cent at NDCG@5 and @10; None where there are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.distillation.recipes import Recipes, WarmUp
from training.learning.recipe import Recipe, preset, section, unlabelled, warm_up_recipe
from training.student.folder import loss_of as student_loss
from training.teacher.folder import loss_of as teacher_loss

Lifts = tuple[float, float] | None


@dataclass(frozen=True)
class PaperRow:
    """One row: `changes` are `key=value` over the preset, for the long and the short stage alike.

    `long_changes` are for a student's long stage alone. With `unlabelled` its student also learns from pairs
    that the teacher alone has judged.
    """

    key: str
    title: str
    changes: Sequence[str]
    paper: Lifts
    unlabelled: bool = False
    long_changes: Sequence[str] = ()

    def teacher(self, name: str) -> Recipes:
        """The row as a teacher of this preset."""
        long = preset(name, "teacher", [_long_epochs(name), *self.changes])
        short = preset(name, "teacher_short", self.changes)
        return Recipes(self.key, long, short, warm_up=warm_up_of(name, long.base))

    def student(self, name: str) -> Recipes:
        """The row as a student of this preset."""
        return Recipes(
            self.key,
            preset(name, "student", [_long_epochs(name), *self.changes, *self.long_changes]),
            preset(name, "student_short", self.changes),
            invented=unlabelled(name).queries if self.unlabelled else 0,
        )


SOFT = PaperRow("soft", "BERT, soft labelling", (), (0.47, 0.39))
AGGRESSIVE = PaperRow("aggressive", "BERT, aggressive labelling", ("loss=aggressive",), (0.0, 0.0))
TEACHER_ROWS = (
    AGGRESSIVE,
    PaperRow("titles", "BERT, soft labelling, no item attributes", ("attributes=false",), (0.32, 0.23)),
    SOFT,
    PaperRow("classes", "MCCE", ("loss=classes",), None),
    PaperRow("ordinal", "Ordinal", ("loss=ordinal",), None),
)

KD = PaperRow("kd", "KD-DistilBERT (margin MSE)", (), (1.81, 1.46))
KD_MORE = PaperRow(
    "kd-more",
    "KD-DistilBERT, also on unlabelled pairs (WWW'25)",
    (),
    None,
    unlabelled=True,
    long_changes=("epochs=1",),
)
NO_KD = PaperRow("no-kd", "DistilBERT without KD", ("loss=label_margin_mse",), (0.0, 0.0))
STUDENT_ROWS = (
    NO_KD,
    PaperRow("no-kd-bce", "DistilBERT without KD, pointwise", ("loss=label_bce",), None),
    PaperRow("softmax", "Softmax CE loss", ("loss=softmax_ce",), (0.70, 0.66)),
    PaperRow("multi-margin", "Multi-Margin MSE", ("loss=multi_margin_mse",), (1.29, 0.73)),
    KD,
    KD_MORE,
)
TEACHER_IN_TABLE_2 = (3.98, 2.85)


def warm_up_of(name: str, base: str) -> WarmUp | None:
    """How this preset's teachers are warmed up, if they are."""
    queries = unlabelled(name).warm_up
    return WarmUp(warm_up_recipe(name, base), queries) if queries else None


def loss_of_row(row: PaperRow, recipe: Recipe) -> None:
    """Make the recipe's loss.

    Raises:
        SettingError: there is none like it.
    """
    (teacher_loss if row in TEACHER_ROWS else student_loss)(recipe)


def _long_epochs(name: str) -> str:
    return f"epochs={section(name, 'long')['epochs']}"
