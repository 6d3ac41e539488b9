"""The LightGBM ranker: a text file in, raw scores and contributions out."""

from __future__ import annotations

from pathlib import Path

import lightgbm as lgb
import numpy as np

from core.errors import MismatchError
from core.schema import FEATURE_NAMES
from core.types import FloatRows, Scores

_RETRAIN = "Train the ranker again with this version: shelfrank train ranker"


class Ranker:
    """A trained lambdarank model over the features of `core.features`, one thread per call."""

    def __init__(self, model_text: str, name: str = "ranker.txt") -> None:
        try:
            self._booster = lgb.Booster(model_str=model_text)
        except lgb.basic.LightGBMError as error:
            raise MismatchError(name, "a LightGBM model", error, _RETRAIN) from error
        names = tuple(self._booster.feature_name())
        if names != FEATURE_NAMES:
            raise MismatchError(f"features of {name}", FEATURE_NAMES, names, _RETRAIN)

    @staticmethod
    def load(path: Path) -> Ranker:
        """Read the model file; MismatchError when its features are not this version's."""
        return Ranker(path.read_text(encoding="utf-8"), path.name)

    def predict(self, matrix: FloatRows) -> Scores:
        """Raw scores, float64[n]; higher is more relevant; comparable within a query."""
        return np.asarray(self._booster.predict(matrix, raw_score=True, num_threads=1))

    def contributions(self, matrix: FloatRows) -> Scores:
        """SHAP values of every feature, then the mean: float64[n, f + 1]; a row sums to its score."""
        return np.asarray(self._booster.predict(matrix, pred_contrib=True, num_threads=1))
