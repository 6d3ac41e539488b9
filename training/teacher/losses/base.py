"""What every teacher loss offers."""

from __future__ import annotations

import torch


class TeacherLoss(torch.nn.Module):
    """Loss of the teacher's logits, and how they become one relevance.

    `outputs` is the number of logits per pair.
    """

    outputs: int

    def forward(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Mean over the batch: logits float32[m, outputs], labels float32[m] in {0, 0.5, 1} → scalar."""
        raise NotImplementedError

    def relevance(self, logits: torch.Tensor) -> torch.Tensor:
        """Relevance as a logit, float32[m]: its logistic function is in (0, 1), higher is more relevant."""
        raise NotImplementedError


def as_logit(probability: torch.Tensor) -> torch.Tensor:
    """ln(p / (1 - p)), kept finite."""
    return torch.logit(probability, eps=1e-6)
