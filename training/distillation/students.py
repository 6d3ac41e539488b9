"""The student that rankers are made with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.distillation.recipes import AFTER_LONG, Recipes
from training.distillation.stages import Stages


@dataclass(frozen=True)
class LongStudent:
    """The student after the long stage.

    It has seen no judgment of the cross-validated data at all, so that its cosines mean the same on what a
    ranker learns from and on what it ranks, and one student serves every fold.
    """

    stages: Stages
    teacher: Recipes
    student: Recipes

    @property
    def name(self) -> str:
        """The variant's name."""
        return f"{self.student.name}-long"

    def encoder(self) -> Path:
        """The exported student."""
        return self.stages.encoder(self.stages.student(self.student, self.teacher, AFTER_LONG))
