"""LightGBM lambdarank over the served features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import lightgbm as lgb
import numpy as np

from core.errors import TableError
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
    patience: int = 60
    seed: int = 7
    threads: int = 2


@dataclass(frozen=True)
class Group:
    """One query for the trees: features float32[n, f] and grades int[n] in {0, 1, 2}."""

    matrix: FloatRows
    grades: Sequence[int]
    weight: float = 1.0


@dataclass(frozen=True)
class TrainedRanker:
    """The model file's text, how many trees it kept, and NDCG@10 on the validation queries."""

    text: str
    trees: int
    validation_ndcg: float
    settings: dict[str, Any]


def train_ranker(
    train: Sequence[Group], validation: Sequence[Group], settings: RankerSettings
) -> TrainedRanker:
    """Fit on `train`, stop when NDCG@10 on `validation` no longer rises.

    Raises:
        TableError: no query to learn from or to stop by.
    """
    fit = _dataset(train, "training")
    check = _dataset(validation, "validation", fit)
    record: dict[str, Any] = {}
    stop = lgb.early_stopping(settings.patience, verbose=False)
    booster = lgb.train(
        _parameters(settings),
        fit,
        settings.max_trees,
        valid_sets=[check],
        valid_names=["validation"],
        callbacks=[stop, lgb.record_evaluation(record)],
        keep_training_booster=True,  # or else it comes back cut to LightGBM's own idea of the best length
    )
    curve = record["validation"]["ndcg@10"]
    trees = _best_length(curve, settings.min_trees)
    text = booster.model_to_string(num_iteration=trees)
    return TrainedRanker(text, trees, float(curve[trees - 1]), asdict(settings))


def _best_length(curve: Sequence[float], least: int) -> int:
    """Where the smoothed curve is highest: on a few dozen validation queries its peaks are chance."""
    wide = min(_SMOOTH, len(curve))
    smooth = np.convolve(curve, np.full(wide, 1 / wide), mode="valid")
    best = int(np.argmax(smooth)) + wide // 2 + 1
    return min(max(best, least), len(curve))


def _dataset(groups: Sequence[Group], name: str, reference: lgb.Dataset | None = None) -> lgb.Dataset:
    used = [group for group in groups if is_rankable(group.grades)]
    if not used:
        raise TableError("judgments", f"leave no {name} query with two grades", "Give more judged queries.")
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
