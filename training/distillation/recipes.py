"""What a stage is trained by, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from training.distillation.splits import Folds
from training.learning.facts import ModelFacts
from training.learning.recipe import Recipe
from training.pairs.negatives import Mining

# the model after the long stage, which has seen nothing of the cross-validated data
AFTER_LONG: None = None


@dataclass(frozen=True)
class Negatives:
    """Hard negatives of the long stage.

    Found by BM25, or by the long stage of a student, the `finder`. Those that the teacher gives a probability
    of `below` or more are left out, if it is asked at all.
    """

    mining: Mining = field(default_factory=Mining)
    below: float = 0.5
    finder: Recipes | None = None


@dataclass(frozen=True)
class WarmUp:
    """What teachers learn first, on so many queries made from the cross-validated shop's catalogue."""

    recipe: Recipe
    queries: int


@dataclass(frozen=True)
class Recipes:
    """One variant: how its long and its short stage are trained. `base` of a short recipe is filled in.

    A teacher that is warmed up starts its long stage from there.

    A student's long stage also learns from `invented` queries, made from the cross-validated shop's catalogue
    and labelled by the teacher alone, and from hard `negatives`.
    """

    name: str
    long: Recipe
    short: Recipe
    invented: int = 0
    negatives: Negatives | None = None
    warm_up: WarmUp | None = None


@dataclass(frozen=True)
class Model:
    """A trained model: its variant's name (or WARM_UP), and which folds it has not seen, or AFTER_LONG."""

    kind: Literal["teacher", "student"]
    variant: str
    without: Folds | None
    folder: Path
    facts: ModelFacts
