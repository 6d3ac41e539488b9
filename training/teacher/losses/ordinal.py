"""Multivariate ordinal regression (Yan et al. 2023, "Learning to rank when grades matter")."""

from __future__ import annotations

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from training.teacher.losses.base import TeacherLoss, as_logit


class OrdinalGrades(TeacherLoss):
    """One logit per threshold, P(grade ≥ 1) and P(grade ≥ 2), each with binary cross entropy, summed.

    | logits | labels |
    | --- | --- |
    | float32[m, 2], one per threshold | y; grade ≥ 1 is y > 0, grade ≥ 2 is y = 1 |
    """

    outputs = 2

    def forward(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """See TeacherLoss."""
        reached = torch.stack([labels > 0.25, labels > 0.75], dim=-1).to(logits.dtype)
        return binary_cross_entropy_with_logits(logits, reached) * self.outputs

    def relevance(self, logits: torch.Tensor) -> torch.Tensor:
        """The expected grade, half the sum of the threshold probabilities, as a logit."""
        return as_logit(logits.sigmoid().mean(dim=-1))
