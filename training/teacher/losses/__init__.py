"""The teacher's losses, a file each; `TEACHER_LOSSES` names them for recipes.

| name | eCom'24, Table 1 | logits | target |
| --- | --- | --- | --- |
| soft | BERT, soft labelling | 1 | label 1 / 0.5 / 0 |
| aggressive | BERT, aggressive labelling | 1 | 1 for grade 2, else 0 |
| classes | MCCE | 3 | the grade |
| ordinal | multivariate ordinal regression | 2 | grade ≥ 1, grade ≥ 2 |
"""

from __future__ import annotations

from collections.abc import Mapping

from training.teacher.losses.aggressive import AggressiveLabels
from training.teacher.losses.base import TeacherLoss
from training.teacher.losses.classes import GradeClasses
from training.teacher.losses.ordinal import OrdinalGrades
from training.teacher.losses.soft import SoftLabels

TEACHER_LOSSES: Mapping[str, type[TeacherLoss]] = {
    "soft": SoftLabels,
    "aggressive": AggressiveLabels,
    "classes": GradeClasses,
    "ordinal": OrdinalGrades,
}
