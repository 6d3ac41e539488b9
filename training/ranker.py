"""LightGBM lambdarank over the served features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError, TableError
from core.schema import FEATURE_NAMES, FEATURES
from core.types import FloatRows
from training.metrics import is_rankable

_SMOOTH = 15  # trees


@dataclass(frozen=True)
class RankerSettings:
    """What the trees may do; the limits on size keep one request of 100 candidates near a millisecond."""

    max_trees: int = 300
    min_trees: int = 40
    learning_rate: float = 0.05
    leaves: int = 15
    min_rows_per_leaf: int = 40
    feature_fraction: float = 0.6
    bagging_fraction: float = 0.8
    l2: float = 5.0
    norm: bool = False
    extra_trees: bool = True
    seed: int = 7
    threads: int = 2


def settings_of(values: Mapping[str, Any]) -> RankerSettings:
    """The settings with these values, as a preset gives them.

    Raises:
        SettingError: one is unknown, or is chosen by cross-validation and can't be given.
    """
    if chosen := values.keys() & {"leaves", "learning_rate", "min_trees"}:
        raise SettingError("ranker", f"gives {sorted(chosen)}", "Leave out what is chosen from the grid.")
    try:
        return RankerSettings(**values)
    except TypeError as error:
        raise SettingError("ranker", str(error), "See training/ranker.py: RankerSettings") from error


def grid(base: RankerSettings) -> list[RankerSettings]:
    """What is chosen by cross-validation: small or larger trees, many careful ones or fewer bold ones.

    Few judged queries want small steps, which average over the randomised splits; many want bold ones.
    """
    return [
        replace(base, leaves=leaves, learning_rate=rate, min_trees=least)
        for leaves in (7, 15)
        for rate, least in ((0.005, 100), (0.05, 20))
    ]


@dataclass(frozen=True)
class Group:
    """One query for the trees: features float32[n, f] and grades int[n] in {0, 1, 2}.

    `fold` says with which queries it is held out when the number of trees is chosen; None: never, it is
    always learned from. A group that does not validate is held out with its fold, but not looked at (a masked
    copy of another group).
    """

    matrix: FloatRows
    grades: Sequence[int]
    weight: float = 1.0
    fold: int | None = None
    validates: bool = True


@dataclass(frozen=True)
class TrainedRanker:
    """The model file's text, its number of trees, that number's cross-validated NDCG@10, the settings."""

    text: str
    trees: int
    validation_ndcg: float
    settings: RankerSettings


def train_ranker(groups: Sequence[Group], *options: RankerSettings) -> TrainedRanker:
    """Choose settings and number of trees by cross-validation over the groups' folds, then fit on all groups.

    Raises:
        TableError: no query to learn from, or fewer than two folds with a query to validate on.
    """
    ndcg, trees, settings = max((_tried(groups, option) for option in options), key=lambda tried: tried[0])
    booster = lgb.train(_parameters(settings), _dataset(groups), trees)
    return TrainedRanker(booster.model_to_string(), trees, ndcg, settings)


def _tried(groups: Sequence[Group], settings: RankerSettings) -> tuple[float, int, RankerSettings]:
    curve = cross_validate(groups, settings)
    trees = _best_length(curve, settings.min_trees)
    return float(curve[trees - 1]), trees, settings


def cross_validate(groups: Sequence[Group], settings: RankerSettings) -> NDArray[np.float64]:
    """NDCG@10 after 1, 2, … trees: the mean over all queries that validate, predicted by the other folds."""
    used = [group for group in groups if is_rankable(group.grades)]
    looked_at = Counter(group.fold for group in used if group.validates and group.fold is not None)
    if len(looked_at) < 2:
        problem = "leave fewer than two folds of queries with two grades"
        raise TableError("judgments", problem, "Give more judged queries.")
    curves = [_curve(used, fold, settings) for fold in looked_at]
    mean: NDArray[np.float64] = np.average(curves, axis=0, weights=list(looked_at.values()))
    return mean


def _curve(groups: Sequence[Group], fold: int, settings: RankerSettings) -> list[float]:
    fit = _dataset([group for group in groups if group.fold != fold])
    check = _dataset([group for group in groups if group.fold == fold and group.validates], fit)
    record: dict[str, Any] = {}
    keep = lgb.record_evaluation(record)
    lgb.train(_parameters(settings), fit, settings.max_trees, [check], ["validation"], callbacks=[keep])
    curve: list[float] = record["validation"]["ndcg@10"]
    return curve


def _best_length(curve: NDArray[np.float64], least: int) -> int:
    """Where the smoothed curve is highest: on a few hundred queries its peaks are chance."""
    wide = min(_SMOOTH, len(curve))
    smooth = np.convolve(curve, np.full(wide, 1 / wide), mode="valid")
    best = int(np.argmax(smooth)) + wide // 2 + 1
    return min(max(best, least), len(curve))


def _dataset(groups: Sequence[Group], reference: lgb.Dataset | None = None) -> lgb.Dataset:
    used = [group for group in groups if is_rankable(group.grades)]
    if not used:
        raise TableError("judgments", "leave no query with two grades", "Give more judged queries.")
    weights = np.concatenate([np.full(len(g.grades), g.weight, np.float32) for g in used])
    return lgb.Dataset(
        np.concatenate([g.matrix for g in used]),
        label=np.concatenate([np.asarray(g.grades) for g in used]),
        group=[len(g.grades) for g in used],
        weight=weights,
        feature_name=list(FEATURE_NAMES),
        reference=reference,
        params={"verbose": -1, "feature_pre_filter": False},
        free_raw_data=False,
    )


def _parameters(settings: RankerSettings) -> dict[str, Any]:
    return {
        "objective": "lambdarank",
        "label_gain": [0, 1, 3],
        "metric": "ndcg",
        "eval_at": [10],
        "learning_rate": settings.learning_rate,
        "num_leaves": settings.leaves,
        "min_data_in_leaf": settings.min_rows_per_leaf,
        "feature_fraction": settings.feature_fraction,
        "bagging_fraction": settings.bagging_fraction,
        "bagging_freq": 1,
        "lambda_l2": settings.l2,
        "lambdarank_norm": settings.norm,
        "extra_trees": settings.extra_trees,
        "monotone_constraints": [feature.trend for feature in FEATURES],
        "seed": settings.seed,
        "num_threads": settings.threads,
        "deterministic": True,
        "force_row_wise": True,
        "verbose": -1,
    }
