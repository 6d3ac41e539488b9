"""The fit itself, on transformers' Trainer: bf16 where the processor has it, warm-up, clipping, checkpoints.

A run that was killed goes on from its last checkpoint with the same batches and random numbers, and ends
where an uninterrupted run would have ended. Several GPUs: `accelerate launch` or `torchrun`.
"""

from __future__ import annotations

import copy
import json
import logging
import math
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import (
    PrinterCallback,
    Trainer,
    TrainerCallback,
    TrainerControl,
    TrainerState,
    TrainingArguments,
)
from transformers.trainer_utils import get_last_checkpoint

from training.learning.batches import BatchPlan, Tensors
from training.learning.devices import has_bf16
from training.learning.recipe import Recipe

_log = logging.getLogger(__name__)

HISTORY = "history.jsonl"

# validation figures of the model as it is, such as {"ndcg@5": .81, "ndcg@10": .82}
Validate = Callable[[], Mapping[str, float]]


class Learner(torch.nn.Module):
    """A model with its loss: what the Trainer calls with a batch.

    If it `averages`, `average` holds the mean of the parameters over the last steps, once there were any. It
    is part of the checkpoints: a run that was killed goes on with it.
    """

    averaged: torch.Tensor  # how many steps are in the mean

    def __init__(
        self,
        model: torch.nn.Module,
        loss: torch.nn.Module,
        step: Callable[..., torch.Tensor],
        averages: bool = False,
    ) -> None:
        super().__init__()
        self.model = model
        self.loss = loss
        self.average = copy.deepcopy(model).requires_grad_(False) if averages else torch.nn.Module()
        self.register_buffer("averaged", torch.zeros((), dtype=torch.long))
        self._step = step

    def forward(self, **batch: torch.Tensor) -> Tensors:
        """The loss of a batch of BatchPlan."""
        return {"loss": self._step(self.model, self.loss, **batch)}

    def remember(self) -> None:
        """Take the parameters as they are now into the mean."""
        self.averaged += 1
        share = 1 / int(self.averaged)
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.model.parameters(), strict=True):
                mean.lerp_(now, share)

    def exchange(self) -> None:
        """The mean for the parameters and the other way round, if there is a mean."""
        if self.averaged:
            mean = copy.deepcopy(self.average.state_dict())
            self.average.load_state_dict(self.model.state_dict())
            self.model.load_state_dict(mean)


@dataclass(frozen=True)
class FitPlan:
    """What to fit, and where checkpoints and history go while it lasts.

    `held_out` is what the loss is validated on; `validate` gives NDCG.
    """

    learner: Learner
    batches: BatchPlan
    held_out: BatchPlan
    validate: Validate
    recipe: Recipe
    folder: Path


def fit(plan: FitPlan) -> list[dict[str, Any]]:
    """Train, keep the parameters that validated best, return the history.

    It holds a row per logged step (loss) and per evaluation (loss, NDCG), and is also `history.jsonl`.
    """
    trainer = _Trainer(
        validate=plan.validate,
        average=plan.recipe.average,
        model=plan.learner,
        args=_arguments(plan),
        train_dataset=plan.batches,
        eval_dataset=plan.held_out,
        data_collator=_only,
    )
    trainer.remove_callback(PrinterCallback)
    trainer.train(resume_from_checkpoint=_last(plan.folder))
    plan.learner.exchange()
    history = [dict(row) for row in trainer.state.log_history]
    lines = "".join(json.dumps(row) + "\n" for row in history)
    (plan.folder / HISTORY).write_text(lines, encoding="utf-8")
    return history


def forget_checkpoints(folder: Path) -> None:
    """Remove the checkpoints of a model that is saved: before that, a killed run still needs them."""
    for checkpoint in folder.glob("checkpoint-*"):
        shutil.rmtree(checkpoint)


class _Trainer(Trainer):  # type: ignore[misc]
    """The Trainer with validation by NDCG over whole queries beside the loss over batches."""

    def __init__(self, *, validate: Validate, average: float, **arguments: Any) -> None:
        self._clock = _Clock()
        super().__init__(callbacks=[self._clock, _Narrator(), _Average(average)], **arguments)
        self._validate = validate
        self.model_accepts_loss_kwargs = False  # a batch means its loss over itself

    def evaluate(self, *_: Any, **__: Any) -> dict[str, float]:
        self.model.eval()
        self.model.exchange()
        found = {**self._validate(), "loss": self._held_out_loss(), "seconds": self._clock.seconds()}
        metrics = {f"eval_{name}": value for name, value in found.items()}
        self.model.exchange()
        self.model.train()
        self.log(metrics)
        handler, control = self.callback_handler, self.control
        self.control: TrainerControl = handler.on_evaluate(self.args, self.state, control, metrics)
        return metrics

    def _held_out_loss(self) -> float:
        """The mean over all items: a batch counts by its size."""
        total = items = 0.0
        with torch.inference_mode():
            for batch in self.get_eval_dataloader():
                count = len(batch["owner"])
                total += count * float(self.model(**self._prepare_inputs(batch))["loss"])
                items += count
        return total / items


class _Clock(TrainerCallback):  # type: ignore[misc]
    """How long the training has run, a killed run's time up to its last checkpoint included."""

    def __init__(self) -> None:
        self._start, self._before = time.monotonic(), 0.0

    def on_train_begin(
        self,
        args: TrainingArguments,  # noqa: ARG002
        state: TrainerState,
        control: TrainerControl,  # noqa: ARG002
        **_: Any,
    ) -> None:
        known = [row["eval_seconds"] for row in state.log_history if "eval_seconds" in row]
        self._start, self._before = time.monotonic(), known[-1] if known else 0.0

    def seconds(self) -> float:
        return self._before + time.monotonic() - self._start


class _Average(TrainerCallback):  # type: ignore[misc]
    """Averages the parameters over the last `share` of the steps."""

    def __init__(self, share: float) -> None:
        self._share = share

    def on_step_end(
        self,
        args: TrainingArguments,  # noqa: ARG002
        state: TrainerState,
        control: TrainerControl,  # noqa: ARG002
        model: Learner,
        **_: Any,
    ) -> None:
        if state.global_step > (1 - self._share) * state.max_steps:
            model.remember()


class _Narrator(TrainerCallback):  # type: ignore[misc]
    """One log line per evaluation, for runs that nobody watches."""

    def on_evaluate(
        self,
        args: TrainingArguments,  # noqa: ARG002
        state: TrainerState,
        control: TrainerControl,  # noqa: ARG002
        **_: Any,
    ) -> None:
        row = state.log_history[-1]
        losses = [past["loss"] for past in state.log_history[-20:] if "loss" in past]
        loss = sum(losses) / len(losses) if losses else math.nan
        figures = {name: round(value, 4) for name, value in row.items() if name.startswith("eval_")}
        figures["eval_seconds"] = round(figures["eval_seconds"])
        _log.info("step %d of %d, loss %.4f, %s", state.global_step, state.max_steps, loss, figures)


def _arguments(plan: FitPlan) -> TrainingArguments:
    recipe, steps = plan.recipe, len(plan.batches)
    every = max(1, math.ceil(steps / recipe.evaluations))
    return TrainingArguments(
        output_dir=str(plan.folder),
        per_device_train_batch_size=1,  # an element of the data set is a batch
        per_device_eval_batch_size=1,
        num_train_epochs=1,
        train_sampling_strategy="sequential",
        learning_rate=recipe.learning_rate,
        lr_scheduler_type="linear",
        warmup_steps=math.ceil(steps * recipe.warmup),
        weight_decay=recipe.weight_decay,
        max_grad_norm=recipe.clip,
        bf16=has_bf16(),
        use_cpu=not torch.cuda.is_available(),
        eval_strategy="steps",
        eval_steps=every,
        save_strategy="steps",
        save_steps=every,
        save_total_limit=1,
        load_best_model_at_end=True,
        metric_for_best_model=recipe.best_by,
        greater_is_better=recipe.best_by != "loss",
        logging_steps=max(1, steps // 50),
        seed=recipe.seed,
        report_to="none",
        disable_tqdm=not sys.stderr.isatty(),
        remove_unused_columns=False,
        label_names=["labels"],
    )


def _only(batches: list[Tensors]) -> Tensors:
    return batches[0]


def _last(folder: Path) -> str | None:
    return get_last_checkpoint(str(folder)) if folder.is_dir() else None
