"""Exported students by what they have not seen: what cross-validated rankers are made with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from training.distillation.stages import AFTER_LONG, Folds, Recipes, Stages


class Encoders(Protocol):
    """Where rankers get their encoders from."""

    @property
    def stages(self) -> Stages:
        """What made them."""

    @property
    def name(self) -> str:
        """The variant's name."""

    def encoder(self, without: Folds) -> Path:
        """The exported student that ranks these folds and has seen nothing of them."""

    def fold_encoders(self, without: Folds) -> Sequence[Path]:
        """Those that the ranker's training queries are encoded with, if the first has seen them."""


@dataclass(frozen=True)
class Students:
    """Students that learn from the cross-validated data: one without every fold, and without every pair."""

    stages: Stages
    teacher: Recipes
    student: Recipes

    @property
    def name(self) -> str:
        """See Encoders."""
        return self.student.name

    def encoder(self, without: Folds) -> Path:
        """See Encoders."""
        return self.stages.encoder(self.stages.student(self.student, self.teacher, without))

    def fold_encoders(self, without: Folds) -> Sequence[Path]:
        """For each other fold, the student that has not seen that one either: the ranker learns from it."""
        folds = range(self.stages.split.folds)
        return [self.encoder(without | {fold}) for fold in folds if fold not in without]


@dataclass(frozen=True)
class LongStudent:
    """The one student after the long stage: it has seen no judgment of the cross-validated data at all."""

    stages: Stages
    teacher: Recipes
    student: Recipes

    @property
    def name(self) -> str:
        """See Encoders."""
        return f"{self.student.name}-long"

    def encoder(self, without: Folds = frozenset()) -> Path:  # noqa: ARG002
        """See Encoders."""
        return self.stages.encoder(self.stages.student(self.student, self.teacher, AFTER_LONG))

    def fold_encoders(self, without: Folds) -> Sequence[Path]:  # noqa: ARG002
        """None are needed."""
        return []
