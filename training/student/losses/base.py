"""What every student loss offers, and the pairs that most are made of."""

from __future__ import annotations

import math

import torch


class StudentLoss(torch.nn.Module):
    """Loss of a batch of cosines.

    A cosine lives in [-1, 1] and its margins in [-2, 2]; what it should match lives elsewhere. So the
    student's score is `scale` times its cosine, and the scale is learned with the rest, from the value here.
    """

    needs_teacher = True

    def __init__(self, scale: float = 1.0) -> None:
        super().__init__()
        self.log_scale = torch.nn.Parameter(torch.tensor(math.log(scale)))

    @property
    def scale(self) -> torch.Tensor:
        """Score per unit of cosine; positive."""
        return self.log_scale.exp()

    def forward(
        self, cosines: torch.Tensor, owner: torch.Tensor, labels: torch.Tensor, targets: torch.Tensor
    ) -> torch.Tensor:
        """A scalar of m items.

        Args:
            cosines: float32[m].
            owner: which query each item belongs to, int64[m]; items of different queries never meet.
            labels: the humans' labels, float32[m], NaN where there is none.
            targets: the teacher's logits, float32[m].
        """
        raise NotImplementedError


def graded_pairs(owner: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Pairs (i, j) of one query, i of the higher label: triplets (q, d1, d2), (q, d1, d3), (q, d2, d3)."""
    same = owner[:, None] == owner[None, :]
    higher, lower = torch.nonzero(same & (labels[:, None] > labels[None, :]), as_tuple=True)
    return higher, lower


def unlabelled_pairs(owner: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Pairs (i, j) of one query, i before j, where neither has a label: only the teacher tells them apart."""
    first, second = all_pairs(owner)
    alone = labels[first].isnan() & labels[second].isnan()
    return first[alone], second[alone]


def all_pairs(owner: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """All pairs (i, j) of one query, i before j, whatever their labels."""
    same = owner[:, None] == owner[None, :]
    first, second = torch.nonzero(torch.triu(same, diagonal=1), as_tuple=True)
    return first, second


def mean_by_kind(errors: torch.Tensor, higher: torch.Tensor, lower: torch.Tensor) -> torch.Tensor:
    """The mean over the kinds of pairs, which their two labels make, of the mean over the pairs of a kind."""
    kinds = torch.stack([higher, lower]).nan_to_num(-1.0)
    _, kind, counts = torch.unique(kinds, dim=1, return_inverse=True, return_counts=True)
    mean: torch.Tensor = (errors / counts[kind]).sum() / len(counts)
    return mean
