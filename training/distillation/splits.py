"""Who may see which query: two sources cut by query, near-duplicates on one side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.types import Judgment
from training.judgments import TEST, apart_from, fold_of, hold_out, in_split
from training.sources import Source

Folds = frozenset[int]
FOLDS = 5
_RANKER_PART, _VALIDATION_PART = 8, 10


@dataclass(frozen=True)
class Split:
    """`long` is large and learned from once; `crossed` is cross-validated in `folds` parts, all of it.

    Of `long`'s training queries, one part in eight is kept from all encoders, for the ranker to learn from;
    of the rest, one in ten chooses checkpoints. `transfer` is only measured on. Nothing is learned from a
    query that is measured on elsewhere, nor from a near-duplicate of it. New queries are made from the
    catalogue of `made_from`, or of the cross-validated source.
    """

    long: Source
    crossed: Source
    folds: int = FOLDS
    transfer: Sequence[Source] = ()
    made_from: Source | None = None

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

    def __post_init__(self) -> None:
        # each of its queries is predicted once, whatever it was marked as
        unmarked = [replace(judgment, split=None) for judgment in self.crossed.judgments]
        object.__setattr__(self, "crossed", replace(self.crossed, judgments=unmarked))

    def crossed_without(self, folds: Folds) -> list[Judgment]:
        """The cross-validated judgments outside these folds."""
        return [j for j in self._crossed_apart if self.fold(j.query) not in folds]

    def fold(self, query: str) -> int:
        """The fold of a cross-validated query."""
        return fold_of(query, self.folds, "cv")

    @cached_property
    def _encoder_and_ranker(self) -> tuple[list[Judgment], list[Judgment]]:
        return hold_out(apart_from(self.long.for_training(), self._measured), _RANKER_PART, "ranker")

    @cached_property
    def _crossed_apart(self) -> list[Judgment]:
        return apart_from(self.crossed.judgments, [*in_split(self.long.judgments, TEST), *self._transferred])

    @cached_property
    def measured_queries(self) -> frozenset[str]:
        """Every query that something is measured on, or that chooses between checkpoints."""
        return frozenset(judgment.query for judgment in [*self._measured, *self.long_validation])

    @property
    def _measured(self) -> list[Judgment]:
        return [*self.crossed.judgments, *self._transferred, *in_split(self.long.judgments, TEST)]

    @property
    def _transferred(self) -> list[Judgment]:
        return [judgment for source in self.transfer for judgment in source.judgments]
