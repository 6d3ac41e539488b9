"""The warm-up: a teacher that knows its encoder's cosines, and has seen no judgment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import TableError
from core.text import render_item
from core.types import Item
from training.learning.lists import LabelledList
from training.learning.recipe import Recipe
from training.pairs.candidates import Depths, unlabelled_lists
from training.pairs.queries import invented_queries
from training.teacher.folder import describe_teacher, load_teacher, start
from training.teacher.losses.classes import GradeClasses
from training.teacher.warm_up import warm_up, warm_up_data, with_cosine_labels


@pytest.fixture(scope="session")
def lists(items: list[Item]) -> list[LabelledList]:
    queries = invented_queries(items, 40, [])
    by_id = {item.item_id: item for item in items}
    return list(unlabelled_lists(queries, by_id, render_item, Depths()))


def cosines_of(lists: list[LabelledList]) -> dict[tuple[str, str], float]:
    draw = np.random.default_rng(3)
    return {(k.query, item_id): float(draw.uniform(0.4, 0.9)) for k in lists for item_id in k.item_ids}


def test_labels_rise_with_the_cosine_around_the_mean(lists: list[LabelledList]) -> None:
    cosines = cosines_of(lists)
    values = np.array(list(cosines.values()))
    for known in with_cosine_labels(lists, cosines):
        own = np.array([cosines[known.query, item_id] for item_id in known.item_ids])
        expected = 1 / (1 + np.exp(-1.5 * (own - values.mean()) / values.std()))
        assert known.labels == pytest.approx(expected, abs=1e-6)
        assert known.grades == tuple(int(3 * label) for label in known.labels)


def test_cosines_that_are_all_the_same_teach_nothing_and_are_refused(lists: list[LabelledList]) -> None:
    with pytest.raises(TableError, match="two grades"):
        warm_up_data(lists, dict.fromkeys(cosines_of(lists), 0.7))


def test_one_list_in_twenty_validates_and_nothing_counts_as_judged(lists: list[LabelledList]) -> None:
    data = warm_up_data(lists, cosines_of(lists))
    assert len(data.train) == len(lists) - len(lists[::20])
    assert not {k.query for k in data.train} & {k.query for k in data.validation}
    assert data.learned == frozenset()


def test_a_warmed_up_teacher_is_a_base_for_any_loss(
    recipe: Recipe, lists: list[LabelledList], tmp_path: Path
) -> None:
    metrics = warm_up(recipe, lists, tmp_path).metrics
    assert 0 < metrics["ndcg@10"] <= 1
    assert describe_teacher(tmp_path).learned == frozenset()
    warmed = load_teacher(tmp_path).model.state_dict()
    soft = start(recipe.model_copy(update={"base": str(tmp_path)})).model.state_dict()
    assert all((soft[name] == warmed[name]).all() for name in warmed)
    classes = start(recipe.model_copy(update={"base": str(tmp_path), "loss": "classes"}))
    assert classes.model.head.out_features == GradeClasses.outputs
    encoder = classes.model.bert.state_dict()
    assert all((encoder[name] == warmed[f"bert.{name}"]).all() for name in encoder)
