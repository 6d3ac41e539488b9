"""A running service as a system under evaluation: what a search frontend would get, over HTTP."""

from __future__ import annotations

import httpx
import numpy as np

from core.errors import StoreUnavailableError
from core.types import Candidate, Scores
from training.ranking_data import JudgedQuery

_TIMEOUT_S = 30.0


class RemoteRanker:
    """Scores judged queries through POST /v1/rerank of the service at `url`."""

    def __init__(self, url: str, api_key: str | None = None) -> None:
        headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._client = httpx.Client(base_url=url, timeout=_TIMEOUT_S, headers=headers)
        self.missing_items = 0

    def __call__(self, judged: JudgedQuery) -> Scores:
        """The service's scores in the order of the candidates, float64[n]."""
        body = {"query": judged.query, "candidates": [_wire(c) for c in judged.candidates]}
        try:
            response = self._client.post("/v1/rerank", json=body)
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise StoreUnavailableError(f"the service at {self._client.base_url} failed: {error}") from error
        answer = response.json()
        self.missing_items += answer["meta"]["degraded"]["missing_items"]
        # ranks, not scores: two scores that round to the same float still have an order
        places = np.empty(len(judged.candidates))
        for rank, result in enumerate(answer["results"]):
            places[result["index"]] = -rank
        return places

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()


def _wire(candidate: Candidate) -> dict[str, object]:
    return {"id": candidate.item_id, "retrieval_score": candidate.retrieval_score}
