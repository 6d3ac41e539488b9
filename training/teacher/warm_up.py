"""Before it learns from judgments a teacher may learn what a pretrained sentence encoder knows.

A cross-encoder that starts from a sentence encoder has its words, but not its sense of which texts belong
together: that was in the cosine of two vectors, and a text that holds both has none. So it first learns these
cosines, on pairs that nobody judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training.learning.data import LearningData, checked
from training.learning.facts import ModelFacts
from training.learning.lists import LabelledList, rankable_lists
from training.learning.recipe import Recipe
from training.student.folder import start as start_student
from training.student.train import pair_cosines
from training.teacher.train import train_teacher

WARM_UP = "warm-up"
Cosines = Mapping[tuple[str, str], float]
_STEEPNESS = 1.5  # of the logistic function over the standard scores of the cosines
_VALIDATION_PART = 20


def warm_up(recipe: Recipe, lists: Sequence[LabelledList], out: Path) -> ModelFacts:
    """Train a teacher on the cosines of the recipe's base; the folder is a base for teachers of any loss."""
    encoder = start_student(recipe)
    encoder.model.eval()
    return train_teacher(recipe, warm_up_data(lists, pair_cosines(encoder, lists)), out)


def warm_up_data(lists: Sequence[LabelledList], cosines: Cosines) -> LearningData:
    """The lists with labels made of their cosines; one in twenty validates."""
    labelled = with_cosine_labels(lists, cosines)
    check = labelled[::_VALIDATION_PART]
    train = [known for place, known in enumerate(labelled) if place % _VALIDATION_PART]
    return checked(LearningData(train, rankable_lists(check), judged=False))


def with_cosine_labels(lists: Sequence[LabelledList], cosines: Cosines) -> list[LabelledList]:
    """Labels in (0, 1): the logistic function of how far a cosine lies above the mean of all.

    The grades, for validation, are the thirds of that scale.
    """
    values = np.array(list(cosines.values()))
    mean, deviation = values.mean(), max(values.std(), 1e-6)

    def labelled(known: LabelledList) -> LabelledList:
        own = np.array([cosines[known.query, item_id] for item_id in known.item_ids])
        labels = 1 / (1 + np.exp(-_STEEPNESS * (own - mean) / deviation))
        return replace(known, labels=labels.astype(np.float32), grades=tuple(map(int, 3 * labels)))

    return [labelled(known) for known in lists]
