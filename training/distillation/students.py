"""Students by what they have not seen: what cross-validated rankers are made with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.distillation.stages import Folds, Recipes, Stages


@dataclass(frozen=True)
class Students:
    """Exported students by the folds that they have not seen."""

    stages: Stages
    teacher: Recipes
    student: Recipes

    def encoder(self, without: Folds) -> Path:
        """The exported student that has seen nothing of these folds."""
        return self.stages.encoder(self.stages.student(self.student, self.teacher, without))

    def fold_encoders(self, without: Folds) -> list[Path]:
        """For each other fold, the student that has not seen that one either: the ranker learns from it."""
        folds = range(self.stages.split.folds)
        return [self.encoder(without | {fold}) for fold in folds if fold not in without]

    def make_all(self) -> None:
        """Train and export every student that cross-validated rankers need."""
        parts = [*(frozenset({number}) for number in range(self.stages.split.folds)), frozenset[int]()]
        # first those that rank, which show early what is to be expected; then those that rankers learn from
        for without in parts:
            self.encoder(without)
        for without in parts:
            self.fold_encoders(without)
