"""Binary cross entropy of the cosine on the human labels: a plain student without a teacher."""

from __future__ import annotations

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from training.student.losses.base import StudentLoss


class LabelBce(StudentLoss):
    """The teacher's own loss (eCom'24, Eq 3) on the logit scale · s + offset, both learned.

    | cosines | labels | targets |
    | --- | --- | --- |
    | s | y: 1, 0.5, 0 | not used |
    """

    needs_teacher = False

    def __init__(self, scale: float = 10.0, offset: float = -5.0) -> None:
        super().__init__(scale)
        self.offset = torch.nn.Parameter(torch.tensor(offset))

    def forward(
        self,
        cosines: torch.Tensor,
        owner: torch.Tensor,  # noqa: ARG002
        labels: torch.Tensor,
        targets: torch.Tensor,  # noqa: ARG002
    ) -> torch.Tensor:
        """See StudentLoss."""
        return binary_cross_entropy_with_logits(self.scale * cosines + self.offset, labels)
