"""The trees learn what is there to learn, push no feature the wrong way, and are the same every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import SettingError, TableError
from core.ranker import Ranker
from core.schema import COLUMN, FEATURES
from core.types import FloatRows
from training.learning.recipe import section
from training.metrics import ndcg
from training.ranker import (
    Group,
    RankerSettings,
    TrainedRanker,
    cross_validate,
    grid,
    settings_of,
    train_ranker,
)

SMALL = RankerSettings(max_trees=40, leaves=7, min_rows_per_leaf=10, threads=1)
TRENDS = {feature.name: feature.trend for feature in FEATURES if feature.trend}


def random_matrix(draw: np.random.Generator, rows: int) -> FloatRows:
    matrix = draw.normal(size=(rows, len(FEATURES))).astype(np.float32)
    matrix[draw.random(matrix.shape) < 0.1] = np.nan
    return matrix


def make_groups(seed: int, count: int, signal: str | None = "cosine") -> list[Group]:
    """Queries of twelve candidates whose grades follow one feature; None: pure noise."""
    draw = np.random.default_rng(seed)
    groups = []
    for number in range(count):
        matrix = random_matrix(draw, 12)
        truth = draw.normal(size=12) if signal is None else np.nan_to_num(matrix[:, COLUMN[signal]], nan=-3)
        grades = np.digitize(truth + draw.normal(0, 0.1, 12), [0, 1]).tolist()
        groups.append(Group(matrix, grades, fold=number % 4))
    return groups


@pytest.fixture(scope="module")
def trained() -> TrainedRanker:
    return train_ranker(make_groups(1, 160), SMALL)


@pytest.fixture(scope="module")
def ranker(trained: TrainedRanker) -> Ranker:
    return Ranker(trained.text)


def test_the_grid_differs_in_size_and_step_only() -> None:
    tried = grid(SMALL)
    assert len({(s.leaves, s.learning_rate) for s in tried}) == len(tried) == 4
    same = {replace(s, leaves=7, learning_rate=0.05, min_trees=SMALL.min_trees) for s in tried}
    assert same == {SMALL}


def test_settings_come_from_a_preset_and_unknown_ones_are_refused() -> None:
    assert settings_of({"max_trees": 12}).max_trees == 12
    with pytest.raises(SettingError, match="depth"):
        settings_of({"depth": 3})
    with pytest.raises(SettingError, match="chosen"):
        settings_of({"leaves": 3})


def test_of_several_settings_the_best_at_held_out_queries_are_taken() -> None:
    groups = make_groups(1, 110)
    blind = replace(SMALL, max_trees=1, min_trees=1, leaves=2, learning_rate=0.001, feature_fraction=0.02)
    for options in ((blind, SMALL), (SMALL, blind)):
        chosen = train_ranker(groups, *options)
        assert chosen.settings == SMALL
        assert chosen.text == train_ranker(groups, SMALL).text


def test_every_preset_has_settings_for_rankers() -> None:
    for name in ("cpu", "quick", "paper"):
        assert settings_of(section(name, "ranker")).max_trees > 0


def test_a_planted_signal_is_learned(trained: TrainedRanker, ranker: Ranker) -> None:
    matrix = random_matrix(np.random.default_rng(5), 300)
    known = ~np.isnan(matrix[:, COLUMN["cosine"]])
    scores = ranker.predict(matrix)[known]
    assert trained.validation_ndcg > 0.95
    assert np.corrcoef(scores, matrix[known, COLUMN["cosine"]])[0, 1] > 0.8


def test_noise_is_not_learned() -> None:
    noise = train_ranker(make_groups(1, 90, None), SMALL)
    assert noise.validation_ndcg < 0.85


@pytest.mark.parametrize("name", ["brand_match", "retrieval_score", "title_overlap_idf"])
def test_any_feature_can_carry_the_signal(name: str) -> None:
    few = replace(SMALL, feature_fraction=1.0, max_trees=20)
    assert train_ranker(make_groups(1, 110, name), few).validation_ndcg > 0.9


def test_what_only_describes_the_item_may_fall() -> None:
    def inverted(groups: list[Group]) -> list[Group]:
        return [replace(group, grades=[2 - grade for grade in group.grades]) for group in groups]

    falling = train_ranker(inverted(make_groups(1, 110, "item_log_price")), SMALL)
    rising = train_ranker(inverted(make_groups(1, 110)), SMALL)
    assert falling.validation_ndcg > 0.9
    assert rising.validation_ndcg < 0.85, "a higher cosine must not be learned as a worse match"


@settings(deadline=None, max_examples=60)
@given(
    name=st.sampled_from(sorted(TRENDS)),
    seed=st.integers(0, 10_000),
    step=st.floats(0.001, 5),
)
def test_more_of_a_feature_never_pushes_against_its_trend(
    ranker: Ranker, name: str, seed: int, step: float
) -> None:
    matrix = random_matrix(np.random.default_rng(seed), 40)
    matrix[:, COLUMN[name]] = np.nan_to_num(matrix[:, COLUMN[name]])
    raised = matrix.copy()
    raised[:, COLUMN[name]] += np.float32(step)
    change = ranker.predict(raised) - ranker.predict(matrix)
    assert (change * TRENDS[name]).min() >= -1e-12


def test_raising_the_cosine_alone_never_lowers_the_score(ranker: Ranker) -> None:
    row = random_matrix(np.random.default_rng(3), 1)
    matrix = np.repeat(row, 200, axis=0)
    matrix[:, COLUMN["cosine"]] = np.linspace(-1, 3, 200)
    scores = ranker.predict(matrix)
    assert (np.diff(scores) >= 0).all()
    assert scores[-1] > scores[0]


def test_the_same_seed_grows_the_same_trees(trained: TrainedRanker) -> None:
    assert train_ranker(make_groups(1, 160), SMALL) == trained


def test_another_seed_grows_other_trees(trained: TrainedRanker) -> None:
    other = train_ranker(make_groups(1, 160), replace(SMALL, seed=8))
    assert (
        Ranker(other.text).predict(random_matrix(np.random.default_rng(0), 5)).tolist()
        != Ranker(trained.text).predict(random_matrix(np.random.default_rng(0), 5)).tolist()
    )


def test_the_limits_on_size_are_kept(trained: TrainedRanker) -> None:
    leaves = [line.split("=")[1] for line in trained.text.splitlines() if line.startswith("num_leaves=")]
    assert 1 <= trained.trees <= SMALL.max_trees
    assert all(int(count) <= SMALL.leaves for count in leaves)
    assert trained.settings.leaves == SMALL.leaves


@pytest.mark.parametrize("signal", ["cosine", None])
def test_the_file_holds_the_trees_that_it_is_said_to_hold(signal: str | None) -> None:
    settings = replace(SMALL, max_trees=60, min_trees=30)
    found = train_ranker(make_groups(1, 90, signal), settings)
    assert found.text.count("\nTree=") == found.trees
    assert found.trees >= settings.min_trees


def test_the_quality_is_that_of_queries_that_were_not_learned(trained: TrainedRanker) -> None:
    groups = make_groups(1, 160)
    grades = {str(i): group.grades for i, group in enumerate(groups)}
    fixed = replace(SMALL, max_trees=trained.trees, min_trees=trained.trees)
    scores = {}
    for fold in range(4):
        # trees grown without the fold; their own two folds are of no consequence to a fixed length
        others = [replace(group, fold=i % 2) for i, group in enumerate(groups) if i % 4 != fold]
        model = Ranker(train_ranker(others, fixed).text)
        scores |= {str(i): model.predict(g.matrix) for i, g in enumerate(groups) if i % 4 == fold}
    values = ndcg(grades, scores, 10)
    assert trained.validation_ndcg == pytest.approx(sum(values.values()) / len(values), abs=1e-6)


def test_the_final_trees_learn_from_every_query(trained: TrainedRanker) -> None:
    groups = make_groups(1, 160)
    fixed = replace(SMALL, max_trees=trained.trees, min_trees=trained.trees)
    assert train_ranker(groups, fixed).text == trained.text
    assert train_ranker(groups[:-1], fixed).text != trained.text


def test_what_does_not_validate_is_held_out_with_its_fold() -> None:
    noise = make_groups(1, 80, None)
    copies = [replace(group, validates=False) for group in noise]
    honest = cross_validate([*noise, *copies], SMALL).max()
    leaking = cross_validate([*noise, *(replace(copy, fold=None) for copy in copies)], SMALL).max()
    alone = cross_validate(noise, SMALL).max()
    assert honest == pytest.approx(alone, abs=0.03)
    assert leaking > alone + 0.05, "a copy that stays in training gives its query away"


def test_a_heavier_query_is_heeded_more() -> None:
    agree = make_groups(1, 60, "brand_match")
    disagree = [replace(group, fold=None) for group in make_groups(3, 60, "color_match")]
    light, heavy = (
        train_ranker([*agree, *(replace(group, weight=weight) for group in disagree)], SMALL)
        for weight in (0.01, 100.0)
    )
    assert light.validation_ndcg > heavy.validation_ndcg


ONE_GRADE = [Group(np.zeros((3, len(FEATURES)), np.float32), [1, 1, 1], fold=0)]


@pytest.mark.parametrize(
    "groups",
    [
        [],
        ONE_GRADE * 3,
        [replace(group, fold=0) for group in make_groups(1, 5)],
        [replace(group, fold=None) for group in make_groups(1, 5)],
        [replace(group, validates=False) for group in make_groups(1, 5)],
    ],
    ids=["nothing", "one grade", "one fold", "no fold", "nothing validates"],
)
def test_too_little_to_choose_by_is_refused_with_the_remedy(groups: list[Group]) -> None:
    with pytest.raises(TableError, match=r"fewer than two folds.*Give more judged queries"):
        train_ranker(groups, SMALL)


def test_queries_of_one_grade_are_left_out(trained: TrainedRanker) -> None:
    assert train_ranker([*ONE_GRADE, *make_groups(1, 160)], SMALL).text == trained.text
