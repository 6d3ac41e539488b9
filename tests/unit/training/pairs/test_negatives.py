"""Hard negatives: found, never judged, and none that the teacher thinks relevant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from core.text import render_item
from core.types import Item, Judgment
from training.learning.lists import LabelledList, lists_of, with_targets
from training.pairs.negatives import Mining, with_negatives, without_false_negatives

CATALOGUE = {f"i{n}": Item(f"i{n}", f"Lamp number {n}") for n in range(20)}
TWINS = {"twin": Item("twin", "Lamp number 0"), "other twin": Item("other twin", "Lamp number 9")}
JUDGED = [Judgment("lamp", "i0", 1.0), Judgment("lamp", "i1", 0.5), Judgment("lamp", "i2", 0.0)]


class Fixed:
    """Finds the same for every query."""

    def __init__(self, order: Sequence[str]) -> None:
        self._order = order

    def top(self, _: str, k: int) -> list[tuple[str, float]]:
        return [(item_id, 1.0) for item_id in self._order[:k]]


@pytest.fixture
def judged() -> LabelledList:
    return lists_of(JUDGED, CATALOGUE)[0]


def mined(judged: LabelledList, mining: Mining, order: Sequence[str]) -> LabelledList:
    (known,) = with_negatives([judged], CATALOGUE | TWINS, render_item, Fixed(order), mining)
    return known


def test_negatives_stand_behind_the_judged_items_with_label_0(judged: LabelledList) -> None:
    known = mined(judged, Mining(count=3, within=10), list(CATALOGUE))
    assert known.item_ids[:3] == judged.item_ids
    assert known.mined == 3
    assert len(known) == 6
    assert set(known.item_ids[3:]) <= {f"i{n}" for n in range(3, 10)}
    assert known.labels.tolist() == [1.0, 0.5, 0.0, 0.0, 0.0, 0.0]
    assert np.isnan(known.targets).all()
    assert known.texts == tuple(render_item(CATALOGUE[i]) for i in known.item_ids)
    assert known.grades == judged.grades, "nobody judged the negatives"


def test_what_is_judged_or_reads_like_it_is_no_negative(judged: LabelledList) -> None:
    order = ["i0", "twin", "i1", "i9", "other twin", "i2"]
    known = mined(judged, Mining(count=9, within=9), order)
    assert known.item_ids[3:] == ("i9",)


def test_the_first_that_are_found_may_be_passed_over(judged: LabelledList) -> None:
    known = mined(judged, Mining(count=99, skip=5, within=8), list(CATALOGUE))
    assert set(known.item_ids[3:]) == {"i5", "i6", "i7"}


def test_nothing_found_changes_nothing(judged: LabelledList) -> None:
    known = mined(judged, Mining(), [])
    assert (known.item_ids, known.mined) == (judged.item_ids, 0)


def test_the_same_seed_draws_the_same_negatives(judged: LabelledList) -> None:
    one, two = (mined(judged, Mining(count=3, within=20), list(CATALOGUE)) for _ in range(2))
    assert one.item_ids == two.item_ids


def test_what_the_teacher_thinks_relevant_is_left_out(judged: LabelledList) -> None:
    known = mined(judged, Mining(count=3, within=6), list(CATALOGUE))
    logits = {("lamp", i): -4.0 for i in known.item_ids} | {("lamp", "i2"): 3.0, ("lamp", "i4"): 0.1}
    (kept,) = without_false_negatives(with_targets([known], logits), below=0.5)
    assert "i4" not in kept.item_ids
    assert "i2" in kept.item_ids, "a human's verdict stays, whatever the teacher says"
    assert kept.mined == 2
    assert len(kept.labels) == len(kept.targets) == len(kept.texts) == len(kept) == 5
    assert list(kept.texts) == [render_item(CATALOGUE[i]) for i in kept.item_ids]
    (all_kept,) = without_false_negatives([replace(known, targets=known.targets * 0 - 4)], below=0.5)
    assert all_kept.item_ids == known.item_ids
