"""Training the student."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from core.errors import TableError
from training.learning.batches import BatchPlan, BatchShape
from training.learning.data import LearningData
from training.learning.facts import ModelFacts
from training.learning.fit import FitPlan, Learner, fit, forget_checkpoints
from training.learning.lists import LabelledList
from training.learning.recipe import Recipe
from training.learning.validation import best_of, ndcg_of, sample
from training.student.folder import StudentParts, describe_student, loss_of, save_student, start
from training.student.losses.base import StudentLoss
from training.student.model import Student, cosines


def train_student(recipe: Recipe, data: LearningData, out: Path) -> ModelFacts:
    """Train by the recipe and write the student's folder; goes on where a killed run left `out`.

    Raises:
        TableError: the loss learns from a teacher that has scored nothing here.
    """
    torch.manual_seed(recipe.seed)
    loss = loss_of(recipe)
    _check_targets(loss, data)
    parts = start(recipe)
    check = sample(data.validation, recipe.validation_queries)
    shape = BatchShape(recipe.items_per_batch, recipe.items_per_list)
    batches = BatchPlan(data.train, parts.tokens, shape, recipe.epochs, recipe.seed)
    held_out = BatchPlan(check, parts.tokens, shape, 1, recipe.seed)

    def validate() -> dict[str, float]:
        return ndcg_of(check, cosines(parts.model, parts.tokens, check))

    base = {name: tensor.clone() for name, tensor in parts.model.state_dict().items()}
    learner = Learner(parts.model, loss, _step, averages=recipe.average > 0)
    history = fit(FitPlan(learner, batches, held_out, validate, recipe, out))
    metrics = {**best_of(history, recipe.best_by), "scale": round(loss.scale.item(), 4)}
    if recipe.keep_base:
        mix_in(parts.model, base, recipe.keep_base)
        metrics |= {f"mixed_{name}": round(value, 5) for name, value in validate().items()}
    facts = ModelFacts(recipe=recipe, learned=data.learned | _learned_before(recipe), metrics=metrics)
    save_student(parts, facts, out)
    forget_checkpoints(out)
    return facts


def _learned_before(recipe: Recipe) -> frozenset[str]:
    before = describe_student(Path(recipe.base))
    return before.learned if before else frozenset()


def mix_in(model: Student, base: Mapping[str, torch.Tensor], share: float) -> None:
    """Move the parameters back towards those of the base: (1 - share) · trained + share · base.

    What the base knew of other shops is not lost, and ranks better with what was learned (WiSE-FT, Wortsman
    et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    trained = model.state_dict()
    mixed = {name: torch.lerp(tensor, base[name].to(tensor), share) for name, tensor in trained.items()}
    model.load_state_dict(mixed)


def pair_cosines(parts: StudentParts, lists: Sequence[LabelledList]) -> dict[tuple[str, str], float]:
    """The cosine of every (query, item id)."""
    found = cosines(parts.model, parts.tokens, lists)
    return {
        (known.query, item_id): float(cosine)
        for known in lists
        for item_id, cosine in zip(known.item_ids, found[known.query], strict=True)
    }


def _check_targets(loss: StudentLoss, data: LearningData) -> None:
    if loss.needs_teacher and not any(np.isfinite(known.targets).any() for known in data.train):
        remedy = "Score the pairs first: shelfrank label"
        raise TableError("teacher scores", "name no pair of these judgments", remedy)


def _step(
    model: Student,
    loss: StudentLoss,
    *,
    owner: torch.Tensor,
    labels: torch.Tensor,
    targets: torch.Tensor,
    **tokens: torch.Tensor,
) -> torch.Tensor:
    value: torch.Tensor = loss(model(owner, **tokens), owner, labels, targets)
    return value
