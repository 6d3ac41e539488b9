"""Margin MSE to the teacher (eCom'24, Eq 5; Hofstätter et al. 2020): the papers' student."""

from __future__ import annotations

import torch

from core.errors import SettingError
from training.student.losses.base import StudentLoss, all_pairs, graded_pairs, mean_by_kind, unlabelled_pairs


class MarginMse(StudentLoss):
    """MSE(t(q, di) - t(q, dj), scale · (s(q, di) - s(q, dj))).

    | cosines | labels | targets |
    | --- | --- | --- |
    | s | choose the pairs: label of di above label of dj | t: logits, or their probabilities |

    Args:
        space: "probability" (margins in [-1, 1]) or "logit".
        pairs: "graded" as in the paper, or "all": pairs of one grade too, where the teacher still differs.
            Of items without labels (WWW'25) all pairs count either way.
        balanced: every kind of triplet (1 over 0.5, 1 over 0, 0.5 over 0) weighs the same in a batch; else
            every triplet does.
        learned: whether the scale is learned.
    """

    def __init__(
        self,
        scale: float = 1.0,
        space: str = "probability",
        pairs: str = "graded",
        balanced: bool = False,
        learned: bool = True,
    ) -> None:
        super().__init__(scale)
        self.log_scale.requires_grad_(learned)
        _one_of("space", space, ("probability", "logit"))
        _one_of("pairs", pairs, ("graded", "all"))
        self._space, self._pairs, self._balanced = space, pairs, balanced

    def forward(
        self, cosines: torch.Tensor, owner: torch.Tensor, labels: torch.Tensor, targets: torch.Tensor
    ) -> torch.Tensor:
        """See StudentLoss."""
        wanted = targets.sigmoid() if self._space == "probability" else targets
        i, j = self._chosen(owner, labels)
        scored = torch.isfinite(targets[i]) & torch.isfinite(targets[j])
        i, j = i[scored], j[scored]
        if not len(i):
            return cosines.sum() * 0.0
        errors = (self.scale * (cosines[i] - cosines[j]) - (wanted[i] - wanted[j])) ** 2
        return mean_by_kind(errors, labels[i], labels[j]) if self._balanced else errors.mean()

    def _chosen(self, owner: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        if self._pairs == "all":
            return all_pairs(owner)
        (i, j), (k, m) = graded_pairs(owner, labels), unlabelled_pairs(owner, labels)
        return torch.cat([i, k]), torch.cat([j, m])


def _one_of(name: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise SettingError(f"loss_options.{name}", f"is {given!r}", f"One of {known}.")
