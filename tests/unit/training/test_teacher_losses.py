"""Each teacher loss against a hand-computed example, and which way its gradient pulls."""

from __future__ import annotations

import math

import pytest
import torch

from training.teacher.losses import TEACHER_LOSSES
from training.teacher.losses.aggressive import AggressiveLabels
from training.teacher.losses.classes import GradeClasses
from training.teacher.losses.ordinal import OrdinalGrades
from training.teacher.losses.soft import SoftLabels

LABELS = torch.tensor([1.0, 0.5, 0.0])


def log1pe(x: float) -> float:
    return math.log1p(math.exp(x))


def test_soft_labels_are_cross_entropy_at_one_a_half_and_zero() -> None:
    logits = torch.tensor([[2.0], [1.0], [-3.0]])
    # -log σ(2); half of -log σ(1) and half of -log(1 - σ(1)); -log(1 - σ(-3))
    expected = (log1pe(-2) + 0.5 * log1pe(-1) + 0.5 * log1pe(1) + log1pe(-3)) / 3
    assert SoftLabels()(logits, LABELS).item() == pytest.approx(expected, rel=1e-6)


def test_aggressive_labels_count_good_as_irrelevant() -> None:
    logits = torch.tensor([[2.0], [1.0], [-3.0]])
    expected = (log1pe(-2) + log1pe(1) + log1pe(-3)) / 3
    assert AggressiveLabels()(logits, LABELS).item() == pytest.approx(expected, rel=1e-6)


def test_classes_are_cross_entropy_over_the_three_grades() -> None:
    logits = torch.tensor([[0.0, 0.0, math.log(2)], [0.0, math.log(2), 0.0], [math.log(2), 0.0, 0.0]])
    assert GradeClasses()(logits, LABELS).item() == pytest.approx(math.log(2), rel=1e-6)


def test_ordinal_sums_the_cross_entropy_of_both_thresholds() -> None:
    logits = torch.tensor([[1.0, 2.0], [1.0, 2.0], [1.0, 2.0]])
    excellent, good, irrelevant = log1pe(-1) + log1pe(-2), log1pe(-1) + log1pe(2), log1pe(1) + log1pe(2)
    expected = (excellent + good + irrelevant) / 3
    assert OrdinalGrades()(logits, LABELS).item() == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("name", sorted(TEACHER_LOSSES))
def test_a_step_against_the_gradient_raises_excellent_and_lowers_irrelevant(name: str) -> None:
    loss = TEACHER_LOSSES[name]()
    logits = torch.zeros((2, loss.outputs), requires_grad=True)
    loss(logits, torch.tensor([1.0, 0.0])).backward()
    assert logits.grad is not None
    before, after = loss.relevance(logits), loss.relevance(logits - logits.grad)
    assert after[0] > before[0]
    assert after[1] < before[1]


@pytest.mark.parametrize(
    ("name", "logits", "expected"),
    [
        ("soft", [[0.3]], 0.3),
        ("aggressive", [[0.3]], 0.3),
        # P = (1/4, 1/4, 1/2): 1/2 + 1/8 = 5/8
        ("classes", [[0.0, 0.0, math.log(2)]], math.log(5 / 3)),
        # thresholds at 3/4 and 1/2: their mean is 5/8
        ("ordinal", [[math.log(3), 0.0]], math.log(5 / 3)),
    ],
)
def test_relevance_is_the_expected_label_as_a_logit(
    name: str, logits: list[list[float]], expected: float
) -> None:
    found = TEACHER_LOSSES[name]().relevance(torch.tensor(logits))
    assert found.item() == pytest.approx(expected, rel=1e-5)
