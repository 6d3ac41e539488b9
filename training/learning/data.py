"""What a training learns from, and what it is validated on: never the same query, nor a near-duplicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import TableError
from core.text import query_hash
from core.types import Judgment
from training.judgments import hold_out
from training.learning.lists import (
    LabelledList,
    TeacherScores,
    lists_of,
    rankable_lists,
    recipe_lists,
    with_targets,
)
from training.learning.recipe import Recipe
from training.sources import Source

VALIDATION_FOLDS = 10


@dataclass(frozen=True)
class LearningData:
    """Lists to learn from, and rankable lists to choose the best checkpoint by.

    `judged` False: the labels are no human's, and tell nothing of any judgment.
    """

    train: Sequence[LabelledList]
    validation: Sequence[LabelledList]
    judged: bool = True

    @property
    def learned(self) -> frozenset[str]:
        """Hashes of the queries whose judgments the model will have seen, in training or in choosing.

        A query without any label is not among them: what the teacher says of it tells no judgment.
        """
        known = (*self.train, *self.validation) if self.judged else ()
        return frozenset(query_hash(k.query) for k in known if np.isfinite(k.labels).any())


def learning_data(
    sources: Iterable[Source], recipe: Recipe, scores: TeacherScores | None = None
) -> LearningData:
    """The training queries of the sources as the recipe reads them.

    Of those that validate, one part in ten is held out for it.

    Raises:
        TableError: nothing to learn from, or nothing to validate on.
    """
    train: list[LabelledList] = []
    check: list[LabelledList] = []
    for source in sources:
        known, held = _held_out(source)
        train += recipe_lists(recipe, known, source.items)
        check += recipe_lists(recipe, held, source.items)
    if scores is not None:
        train, check = with_targets(train, scores), with_targets(check, scores)
    return checked(LearningData(train, rankable_lists(check)))


def _held_out(source: Source) -> tuple[list[Judgment], list[Judgment]]:
    """What to learn from and what to validate on; among few queries, the first part that is not empty."""
    known = source.for_training()
    if source.validates:
        for salt in range(VALIDATION_FOLDS):
            kept, held = hold_out(known, VALIDATION_FOLDS, f"checkpoint-{salt}")
            if rankable_lists(lists_of(held, source.items)):
                return kept, held
    return known, []


def checked(data: LearningData) -> LearningData:
    """Refuse data from which nothing can be learned."""
    judged = [known for known in data.train if np.isfinite(known.labels).all()]
    for name, lists in (("training", rankable_lists(judged)), ("validation", data.validation)):
        if not lists:
            problem = f"leave no {name} query with two grades"
            raise TableError("judgments", problem, "Give more judged queries.")
    return data
