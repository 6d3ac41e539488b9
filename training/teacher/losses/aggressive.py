"""Binary cross entropy on aggressive labels: excellent is 1, everything else 0 (eCom'24, Table 1)."""

from __future__ import annotations

import torch

from training.teacher.losses.soft import SoftLabels


class AggressiveLabels(SoftLabels):
    """The soft loss after rounding the labels down.

    | logits | labels |
    | --- | --- |
    | float32[m, 1] | 1 excellent; 0.5 and 0 both count as 0 |
    """

    def forward(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """See TeacherLoss."""
        return super().forward(logits, labels.floor())
