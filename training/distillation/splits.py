"""Who may see which query: two sources cut by query, near-duplicates on one side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from core.types import Judgment
from training.judgments import fold_of, hold_out
from training.sources import Source

FOLDS = 5
_RANKER_PART, _VALIDATION_PART = 8, 10


@dataclass(frozen=True)
class Split:
    """`long` is large and learned from once; `crossed` is cross-validated in `folds` parts.

    Of `long`'s training queries, one part in eight is kept from all encoders, for the ranker to learn from;
    of the rest, one in ten chooses checkpoints.
    """

    long: Source
    crossed: Source
    folds: int = FOLDS

    @cached_property
    def long_ranker(self) -> list[Judgment]:
        """What no encoder sees, for the ranker."""
        return self._encoder_and_ranker[1]

    @cached_property
    def long_train(self) -> list[Judgment]:
        """What the long stages learn from."""
        return hold_out(self._encoder_and_ranker[0], _VALIDATION_PART, "checkpoint")[0]

    @cached_property
    def long_validation(self) -> list[Judgment]:
        """What chooses the long stages' checkpoints."""
        return hold_out(self._encoder_and_ranker[0], _VALIDATION_PART, "checkpoint")[1]

    def crossed_without(self, folds: frozenset[int]) -> list[Judgment]:
        """The cross-validated judgments outside these folds."""
        return [j for j in self.crossed.judgments if self.fold(j.query) not in folds]

    def fold(self, query: str) -> int:
        """The fold of a cross-validated query."""
        return fold_of(query, self.folds, "cv")

    @cached_property
    def _encoder_and_ranker(self) -> tuple[list[Judgment], list[Judgment]]:
        return hold_out(self.long.for_training(), _RANKER_PART, "ranker")
