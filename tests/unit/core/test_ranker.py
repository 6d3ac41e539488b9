"""The ranker file: only one that fits the features of this version is loaded, and it scores row by row."""

from __future__ import annotations

from pathlib import Path

import lightgbm as lgb
import numpy as np
import pytest

from core.errors import MismatchError
from core.manifest import RANKER
from core.ranker import Ranker
from core.schema import FEATURE_NAMES
from core.types import FloatRows


@pytest.fixture(scope="module")
def ranker(bundle_dir: Path) -> Ranker:
    return Ranker.load(bundle_dir / RANKER)


@pytest.fixture(scope="module")
def matrix() -> FloatRows:
    draw = np.random.default_rng(0)
    matrix = draw.normal(size=(200, len(FEATURE_NAMES))).astype(np.float32)
    matrix[draw.random(matrix.shape) < 0.3] = np.nan
    return matrix


def train(names: list[str]) -> str:
    draw = np.random.default_rng(1)
    data = lgb.Dataset(draw.normal(size=(60, len(names))), draw.random(60), feature_name=names)
    return str(lgb.train({"verbose": -1, "num_threads": 1}, data, 2).model_to_string())


def test_every_row_has_a_score_whatever_is_missing(ranker: Ranker, matrix: FloatRows) -> None:
    scores = ranker.predict(matrix)
    assert scores.dtype == np.float64
    assert scores.shape == (200,)
    assert np.isfinite(scores).all()
    assert len(set(scores.tolist())) > 1
    assert np.isfinite(ranker.predict(np.full_like(matrix, np.nan))).all()


def test_a_rows_score_does_not_depend_on_the_others(ranker: Ranker, matrix: FloatRows) -> None:
    whole = ranker.predict(matrix)
    alone = [ranker.predict(matrix[i : i + 1])[0] for i in range(20)]
    assert whole[:20].tolist() == alone
    assert ranker.predict(matrix[::-1]).tolist() == whole[::-1].tolist()


def test_contributions_add_up_to_the_score(ranker: Ranker, matrix: FloatRows) -> None:
    contributions = ranker.contributions(matrix)
    assert contributions.shape == (200, len(FEATURE_NAMES) + 1)
    np.testing.assert_allclose(contributions.sum(1), ranker.predict(matrix), atol=1e-9)


def test_a_ranker_survives_its_file(ranker: Ranker, bundle_dir: Path, matrix: FloatRows) -> None:
    again = Ranker((bundle_dir / RANKER).read_text(encoding="utf-8"))
    assert again.predict(matrix).tolist() == ranker.predict(matrix).tolist()


@pytest.mark.parametrize(
    "names",
    [list(FEATURE_NAMES[:-1]), [*FEATURE_NAMES, "popularity"], list(reversed(FEATURE_NAMES)), ["a", "b"]],
    ids=["one less", "one more", "another order", "others"],
)
def test_a_ranker_over_other_features_is_refused_with_the_remedy(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "ranker.txt"
    path.write_text(train(names), encoding="utf-8")
    with pytest.raises(MismatchError) as refused:
        Ranker.load(path)
    assert refused.value.expected == FEATURE_NAMES
    assert refused.value.actual == tuple(names)
    assert str(refused.value).startswith("features of ranker.txt: expected (")
    assert "shelfrank train ranker" in str(refused.value)


@pytest.mark.parametrize("text", ["", "not a model", "tree\nversion=v4\n"])
def test_text_that_is_no_model_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(
        MismatchError, match=r"fallback\.txt: expected a LightGBM model, found .*train ranker"
    ):
        Ranker(text, "fallback.txt")
