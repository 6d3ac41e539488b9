"""Softmax cross entropy on the teacher's soft targets over each list (Hinton et al. 2015)."""

from __future__ import annotations

import torch

from training.student.losses.base import StudentLoss


class SoftmaxCe(StudentLoss):
    """-Σ softmax(t / T) · log softmax(scale · s / T) over the items of one query; the mean over queries.

    | cosines | labels | targets |
    | --- | --- | --- |
    | s | not used | t: logits; items without one are left out |

    Args:
        temperature: T; higher makes the targets softer.
    """

    def __init__(self, scale: float = 10.0, temperature: float = 1.0) -> None:
        super().__init__(scale)
        self._temperature = temperature

    def forward(
        self,
        cosines: torch.Tensor,
        owner: torch.Tensor,
        labels: torch.Tensor,  # noqa: ARG002
        targets: torch.Tensor,
    ) -> torch.Tensor:
        """See StudentLoss."""
        scored = torch.isfinite(targets)
        owner, wanted, scores = owner[scored], targets[scored], self.scale * cosines[scored]
        losses = [
            -(self._soft(wanted[mine]).exp() * self._soft(scores[mine])).sum()
            for mine in (owner == query for query in sorted(set(owner.tolist())))
        ]
        return torch.stack(losses).mean() if losses else cosines.sum() * 0.0

    def _soft(self, scores: torch.Tensor) -> torch.Tensor:
        return (scores / self._temperature).log_softmax(dim=0)
