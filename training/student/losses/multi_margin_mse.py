"""Multi-margin MSE, M3SE (Menon et al. 2022, "In defense of dual-encoders for neural ranking")."""

from __future__ import annotations

import torch

from training.student.losses.base import StudentLoss


class MultiMarginMse(StudentLoss):
    """Per item d+ the margin to its hardest negative d*, and no other negative above that one.

    ((t(d+) - t(d*)) - (s(d+) - s(d*)))² + Σ max(0, s(d-) - s(d*))², the mean over all d+ that have one; the
    negatives of d+ are its query's items of a lower label, d* the one that the teacher scores highest.

    | cosines | labels | targets |
    | --- | --- | --- |
    | scale · cosine is s | choose the negatives | t: probabilities of these logits |
    """

    def forward(
        self, cosines: torch.Tensor, owner: torch.Tensor, labels: torch.Tensor, targets: torch.Tensor
    ) -> torch.Tensor:
        """See StudentLoss."""
        scores, wanted = self.scale * cosines, targets.sigmoid()
        scored = torch.isfinite(targets)
        negative = (owner[:, None] == owner[None, :]) & (labels[:, None] > labels[None, :])
        negative &= scored[:, None] & scored[None, :]
        has_one = negative.any(dim=1)
        if not has_one.any():
            return cosines.sum() * 0.0
        negative, first = negative[has_one], has_one.nonzero()[:, 0]
        hardest = torch.where(negative, wanted.nan_to_num()[None, :], -torch.inf).argmax(dim=1)
        margin = (wanted[first] - wanted[hardest]) - (scores[first] - scores[hardest])
        above = (scores[None, :] - scores[hardest][:, None]).clamp(min=0) * negative
        return (margin**2 + (above**2).sum(dim=1)).mean()
