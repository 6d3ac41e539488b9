"""Multi-class cross entropy over the three grades (MCCE in eCom'24)."""

from __future__ import annotations

import torch
from torch.nn.functional import cross_entropy

from training.teacher.losses.base import TeacherLoss, as_logit


class GradeClasses(TeacherLoss):
    """Softmax over the grades; relevance is the expected label.

    | logits | labels |
    | --- | --- |
    | float32[m, 3], one per grade 0, 1, 2 | y; the class is 2y |
    """

    outputs = 3

    def forward(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """See TeacherLoss."""
        return cross_entropy(logits, (2 * labels).round().long())

    def relevance(self, logits: torch.Tensor) -> torch.Tensor:
        """P(grade 2) + P(grade 1) / 2, as a logit."""
        shares = logits.softmax(dim=-1)
        return as_logit(shares[:, 2] + shares[:, 1] / 2)
