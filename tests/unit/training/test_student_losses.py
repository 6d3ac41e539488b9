"""Each student loss against a hand-computed example, and which way its gradient pulls."""

from __future__ import annotations

import math

import pytest
import torch

from core.errors import SettingError
from training.student.losses import STUDENT_LOSSES
from training.student.losses.base import StudentLoss, all_pairs, graded_pairs
from training.student.losses.label_bce import LabelBce
from training.student.losses.label_margin_mse import LabelMarginMse
from training.student.losses.margin_mse import MarginMse
from training.student.losses.multi_margin_mse import MultiMarginMse
from training.student.losses.softmax_ce import SoftmaxCe

# two queries: three items of all grades, and two of one grade
OWNER = torch.tensor([0, 0, 0, 1, 1])
LABELS = torch.tensor([1.0, 0.5, 0.0, 1.0, 1.0])
COSINES = torch.tensor([0.6, 0.5, 0.1, 0.9, 0.2])
LOGITS = torch.tensor([2.0, 0.0, -1.0, 3.0, 1.0])


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_pairs_are_the_three_triplets_and_never_cross_queries() -> None:
    higher, lower = graded_pairs(OWNER, LABELS)
    assert set(zip(higher.tolist(), lower.tolist(), strict=True)) == {(0, 1), (0, 2), (1, 2)}


def test_all_pairs_hold_those_of_one_grade_too() -> None:
    first, second = all_pairs(OWNER)
    assert set(zip(first.tolist(), second.tolist(), strict=True)) == {(0, 1), (0, 2), (1, 2), (3, 4)}


def test_margin_mse_in_logits() -> None:
    # student margins .1 .5 .4 twice as large; teacher's 2, 3, 1
    expected = ((0.2 - 2) ** 2 + (1.0 - 3) ** 2 + (0.8 - 1) ** 2) / 3
    found = MarginMse(scale=2.0, space="logit")(COSINES, OWNER, LABELS, LOGITS)
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_margin_mse_in_probabilities_over_all_pairs() -> None:
    t = [sigmoid(x) for x in LOGITS.tolist()]
    margins = [(0.1, t[0] - t[1]), (0.5, t[0] - t[2]), (0.4, t[1] - t[2]), (0.7, t[3] - t[4])]
    expected = sum((s - wanted) ** 2 for s, wanted in margins) / 4
    found = MarginMse(pairs="all")(COSINES, OWNER, LABELS, LOGITS)
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_of_items_without_labels_all_pairs_count() -> None:
    labels = LABELS.clone()
    labels[3:] = torch.nan
    margins = [(0.1, 2), (0.5, 3), (0.4, 1), (0.7, 2)]
    expected = sum((s - wanted) ** 2 for s, wanted in margins) / 4
    found = MarginMse(space="logit")(COSINES, OWNER, labels, LOGITS)
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_kinds_of_triplets_may_weigh_the_same() -> None:
    # one list: two of label 1, one of 0.5, one of 0, and a list without labels
    owner, labels = torch.tensor([0, 0, 0, 0, 1, 1]), torch.tensor([1.0, 1.0, 0.5, 0.0, torch.nan, torch.nan])
    cosines, logits = torch.tensor([0.9, 0.7, 0.5, 0.1, 0.3, 0.2]), torch.zeros(6)
    top = (0.4**2 + 0.2**2) / 2
    far = (0.8**2 + 0.6**2) / 2
    expected = (top + far + 0.4**2 + 0.1**2) / 4
    found = MarginMse(space="logit", balanced=True)(cosines, owner, labels, logits)
    assert found.item() == pytest.approx(expected, rel=1e-5)
    plain = (2 * top + 2 * far + 0.4**2 + 0.1**2) / 6
    found = MarginMse(space="logit")(cosines, owner, labels, logits)
    assert found.item() == pytest.approx(plain, rel=1e-5)


@pytest.mark.parametrize("learned", [True, False])
def test_the_scale_is_learned_or_left_as_it_was_given(learned: bool) -> None:
    loss = MarginMse(scale=2.0, learned=learned)
    cosines = COSINES.clone().requires_grad_()
    loss(cosines, OWNER, LABELS, LOGITS).backward()
    assert (loss.log_scale.grad is not None) == learned
    assert loss.scale.item() == pytest.approx(2.0)


def test_items_that_the_teacher_did_not_score_are_left_out() -> None:
    targets = LOGITS.clone()
    targets[1] = torch.nan
    found = MarginMse(space="logit")(COSINES, OWNER, LABELS, targets)
    assert found.item() == pytest.approx((0.5 - 3) ** 2, rel=1e-5)


def test_without_a_teacher_margins_come_from_labels() -> None:
    expected = ((0.1 - 0.5) ** 2 + (0.5 - 1) ** 2 + (0.4 - 0.5) ** 2) / 3
    found = LabelMarginMse()(COSINES, OWNER, LABELS, torch.full_like(LOGITS, torch.nan))
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_pointwise_cross_entropy_without_a_teacher() -> None:
    loss = LabelBce(scale=10.0, offset=-5.0)
    expected = (math.log1p(math.exp(-1)) + math.log1p(math.exp(1))) / 2
    found = loss(torch.tensor([0.6, 0.6]), OWNER[:2], torch.tensor([1.0, 0.0]), LOGITS[:2])
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_softmax_cross_entropy_is_taken_per_query() -> None:
    def soft(scores: list[float]) -> list[float]:
        total = sum(math.exp(x) for x in scores)
        return [math.exp(x) / total for x in scores]

    def entropy(teacher: list[float], student: list[float]) -> float:
        return -sum(p * math.log(q) for p, q in zip(soft(teacher), soft(student), strict=True))

    # scale 10 over temperature 2: cosines times five, logits halved
    first = entropy([1.0, 0.0, -0.5], [3.0, 2.5, 0.5])
    second = entropy([1.5, 0.5], [4.5, 1.0])
    found = SoftmaxCe(scale=10.0, temperature=2.0)(COSINES, OWNER, LABELS, LOGITS)
    assert found.item() == pytest.approx((first + second) / 2, rel=1e-5)


def test_multi_margin_mse_keeps_the_hardest_negative_on_top_of_the_others() -> None:
    # d0 has the negatives d1 (hardest to the teacher) and d2, d1 has d2 alone; here s(d2) > s(d1)
    cosines = torch.tensor([0.6, 0.1, 0.5])
    t = [sigmoid(x) for x in LOGITS[:3].tolist()]
    first = ((t[0] - t[1]) - (0.6 - 0.1)) ** 2 + (0.5 - 0.1) ** 2
    second = ((t[1] - t[2]) - (0.1 - 0.5)) ** 2
    found = MultiMarginMse()(cosines, OWNER[:3], LABELS[:3], LOGITS[:3])
    assert found.item() == pytest.approx((first + second) / 2, rel=1e-5)


@pytest.mark.parametrize("loss", [SoftmaxCe(), MultiMarginMse(), MarginMse()], ids=lambda x: type(x).__name__)
def test_what_the_teacher_did_not_score_changes_nothing(loss: StudentLoss) -> None:
    targets = LOGITS.clone()
    targets[2] = torch.nan
    others = [0, 1, 3, 4]
    expected = loss(COSINES[others], OWNER[others], LABELS[others], LOGITS[others])
    assert loss(COSINES, OWNER, LABELS, targets).item() == pytest.approx(expected.item(), rel=1e-6)


@pytest.mark.parametrize("name", sorted(STUDENT_LOSSES))
def test_a_step_against_the_gradient_widens_a_margin_that_is_too_small(name: str) -> None:
    cosines = torch.tensor([0.5, 0.5], requires_grad=True)
    STUDENT_LOSSES[name]()(cosines, OWNER[:2], torch.tensor([1.0, 0.0]), torch.tensor([2.0, -2.0])).backward()
    assert cosines.grad is not None
    assert cosines.grad[0] < 0 < cosines.grad[1]


@pytest.mark.parametrize("name", sorted(STUDENT_LOSSES))
def test_the_scale_learns_too(name: str) -> None:
    loss = STUDENT_LOSSES[name](scale=3.0)
    assert loss.scale.item() == pytest.approx(3.0)
    loss(COSINES, OWNER, LABELS, LOGITS).backward()
    assert loss.log_scale.grad is not None
    assert loss.log_scale.grad.item() != 0


@pytest.mark.parametrize("name", ["margin_mse", "label_margin_mse", "multi_margin_mse"])
def test_a_batch_without_a_pair_teaches_nothing(name: str) -> None:
    cosines = COSINES.clone().requires_grad_()
    found = STUDENT_LOSSES[name]()(cosines, OWNER, torch.ones(5), LOGITS)
    found.backward()
    assert found.item() == 0
    assert cosines.grad is not None
    assert not cosines.grad.any()


@pytest.mark.parametrize("option", ["space", "pairs"])
def test_an_unknown_option_is_refused(option: str) -> None:
    with pytest.raises(SettingError, match=f"loss_options.{option}"):
        MarginMse(**{option: "guess"})  # type: ignore[arg-type]
