"""Binary cross entropy on soft labels (eCom'24, Eq 3): the papers' teacher."""

from __future__ import annotations

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from training.teacher.losses.base import TeacherLoss


class SoftLabels(TeacherLoss):
    """-y · log t - (1 - y) · log(1 - t), t the logistic function of the one logit.

    | logits | labels |
    | --- | --- |
    | float32[m, 1] | y: 1 excellent, 0.5 good, 0 irrelevant |
    """

    outputs = 1

    def forward(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """See TeacherLoss."""
        return binary_cross_entropy_with_logits(logits[:, 0], labels)

    def relevance(self, logits: torch.Tensor) -> torch.Tensor:
        """The logit itself."""
        return logits[:, 0]
