"""The student's losses, a file each; `STUDENT_LOSSES` names them for recipes.

| name | eCom'24, Table 2 | learns from |
| --- | --- | --- |
| margin_mse | KD-DistilBERT (ours there) | the teacher's margins |
| softmax_ce | Softmax CE loss | the teacher's distribution over a list |
| multi_margin_mse | Multi-Margin MSE | the teacher's margin to the hardest negative |
| label_margin_mse | DistilBERT without KD | label margins |
| label_bce | DistilBERT without KD, pointwise | labels |
"""

from __future__ import annotations

from collections.abc import Mapping

from training.student.losses.base import StudentLoss
from training.student.losses.label_bce import LabelBce
from training.student.losses.label_margin_mse import LabelMarginMse
from training.student.losses.margin_mse import MarginMse
from training.student.losses.multi_margin_mse import MultiMarginMse
from training.student.losses.softmax_ce import SoftmaxCe

STUDENT_LOSSES: Mapping[str, type[StudentLoss]] = {
    "margin_mse": MarginMse,
    "label_margin_mse": LabelMarginMse,
    "label_bce": LabelBce,
    "softmax_ce": SoftmaxCe,
    "multi_margin_mse": MultiMarginMse,
}
