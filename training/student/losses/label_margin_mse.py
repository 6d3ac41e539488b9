"""Margin MSE to the human labels: the same student without a teacher."""

from __future__ import annotations

import torch

from training.student.losses.base import StudentLoss, graded_pairs


class LabelMarginMse(StudentLoss):
    """MSE(y(q, di) - y(q, dj), scale · (s(q, di) - s(q, dj))): Eq 5 with the label in the teacher's place.

    | cosines | labels | targets |
    | --- | --- | --- |
    | s | y: 1, 0.5, 0; pairs with y of di above y of dj | not used |
    """

    needs_teacher = False

    def forward(
        self,
        cosines: torch.Tensor,
        owner: torch.Tensor,
        labels: torch.Tensor,
        targets: torch.Tensor,  # noqa: ARG002
    ) -> torch.Tensor:
        """See StudentLoss."""
        i, j = graded_pairs(owner, labels)
        if not len(i):
            return cosines.sum() * 0.0
        return ((self.scale * (cosines[i] - cosines[j]) - (labels[i] - labels[j])) ** 2).mean()
