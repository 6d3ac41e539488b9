"""What the stages learn from: lists of the split's training queries, and more that nobody judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.distillation.splits import Folds, Split
from training.learning.data import LearningData, checked
from training.learning.lists import LabelledList, rankable_lists, recipe_lists, render_of
from training.learning.recipe import Recipe
from training.pairs.candidates import lists_of_new_queries
from training.pairs.negatives import Mining, with_negatives
from training.retrieval import Retriever


@dataclass(frozen=True)
class Material:
    """The learning data of every stage, as a recipe reads it."""

    split: Split

    def long(self, recipe: Recipe, more: Sequence[LabelledList] = ()) -> LearningData:
        """Of the long stage; `more` lists are learned too."""
        items = self.split.long.items
        train = recipe_lists(recipe, self.split.long_train, items)
        return _data([*train, *more], recipe_lists(recipe, self.split.long_validation, items))

    def short(self, recipe: Recipe, without: Folds) -> LearningData:
        """Of a short stage without these folds."""
        source = self.split.crossed
        train = recipe_lists(recipe, self.split.crossed_without(without), source.items)
        # the last parameters are kept: a handful of queries could not choose between checkpoints
        return _data(train, train)

    def invented(self, recipe: Recipe, count: int) -> list[LabelledList]:
        """Lists without labels of new queries, made from a catalogue."""
        items = (self.split.made_from or self.split.crossed).items
        return lists_of_new_queries(items, count, self.split.measured_queries, render_of(recipe))

    def with_negatives(
        self, data: LearningData, recipe: Recipe, retriever: Retriever, mining: Mining
    ) -> LearningData:
        """The long stage's data, every judged list with negatives from the long shop's catalogue."""
        items, render = self.split.long.items, render_of(recipe)
        judged = [known for known in data.train if known.grades]
        others = [known for known in data.train if not known.grades]
        return LearningData(
            [*with_negatives(judged, items, render, retriever, mining), *others], data.validation
        )


def _data(train: Sequence[LabelledList], check: Sequence[LabelledList]) -> LearningData:
    return checked(LearningData(train, rankable_lists(check)))
