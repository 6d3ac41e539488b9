"""Training the teacher, and asking it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from core.types import Scores
from training.learning.batches import BatchPlan, BatchShape
from training.learning.data import LearningData
from training.learning.facts import ModelFacts
from training.learning.fit import FitPlan, Learner, fit, forget_checkpoints
from training.learning.lists import LabelledList
from training.learning.recipe import Recipe
from training.learning.validation import best_of, ndcg_of, sample
from training.teacher.folder import TeacherParts, learned_before, save_teacher, start
from training.teacher.losses.base import TeacherLoss
from training.teacher.model import Teacher, pair_logits


def train_teacher(recipe: Recipe, data: LearningData, out: Path) -> ModelFacts:
    """Train by the recipe and write the teacher's folder; goes on where a killed run left `out`."""
    torch.manual_seed(recipe.seed)
    parts = start(recipe)
    check = sample(data.validation, recipe.validation_queries)
    shape = BatchShape(recipe.items_per_batch, recipe.items_per_list)
    batches = BatchPlan(data.train, parts.tokens, shape, recipe.epochs, recipe.seed)
    held_out = BatchPlan(check, parts.tokens, shape, 1, recipe.seed)
    learner = Learner(parts.model, parts.loss, _step, averages=recipe.average > 0)

    def validate() -> dict[str, float]:
        return ndcg_of(check, relevance(parts, check))

    history = fit(FitPlan(learner, batches, held_out, validate, recipe, out))
    learned = data.learned | learned_before(recipe)
    facts = ModelFacts(recipe=recipe, learned=learned, metrics=best_of(history, recipe.best_by))
    save_teacher(parts, facts, out)
    forget_checkpoints(out)
    return facts


def teacher_scores(parts: TeacherParts, lists: Sequence[LabelledList]) -> dict[tuple[str, str], float]:
    """The relevance of every (query, item id) as a logit."""
    found = pair_logits(parts.model, parts.tokens, lists)
    if not found:
        return {}
    relevances = parts.loss.relevance(torch.stack(list(found.values())))
    return dict(zip(found, relevances.tolist(), strict=True))


def relevance(parts: TeacherParts, lists: Sequence[LabelledList]) -> Mapping[str, Scores]:
    """Per query the relevance of its items as logits, float64[n]."""
    scores = teacher_scores(parts, lists)
    return {
        known.query: torch.tensor([scores[known.query, i] for i in known.item_ids]).double().numpy()
        for known in lists
    }


def _step(
    model: Teacher,
    loss: TeacherLoss,
    *,
    labels: torch.Tensor,
    owner: torch.Tensor,  # noqa: ARG001
    targets: torch.Tensor,  # noqa: ARG001
    **tokens: torch.Tensor,
) -> torch.Tensor:
    value: torch.Tensor = loss(model(**tokens), labels)
    return value
