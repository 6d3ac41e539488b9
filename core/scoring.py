"""One request through features and ranker: the path that serving, evaluation and golden replay share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.features import complete_matrix, draft_matrix, query_facts
from core.ranker import Ranker
from core.records import ItemBlock
from core.text import normalise_query
from core.types import Candidate, FloatRows, ScoredItem, Scores
from core.vocabulary import Vocabulary


@dataclass(frozen=True)
class Evidence:
    """What is known about a request besides the request itself.

    `vector` None: the encoder was not available. `engagement` None: the store was not asked.
    """

    vector: FloatRows | None
    items: ItemBlock
    engagement: FloatRows | None


@dataclass(frozen=True)
class Draft:
    """A request's features but for those that need the query's vector: float32[n, f], and the records."""

    matrix: FloatRows
    items: ItemBlock

    def complete(self, vector: FloatRows | None) -> FloatRows:
        """The feature matrix, float32[n, f]; the draft's own, so that a draft is completed once."""
        complete_matrix(self.matrix, vector, self.items)
        return self.matrix


@dataclass(frozen=True)
class Scored:
    """The feature matrix, float32[n, f], and the raw scores, float64[n], in request order."""

    matrix: FloatRows
    scores: Scores


def features_of(
    query: str, candidates: Sequence[Candidate], evidence: Evidence, vocabulary: Vocabulary
) -> FloatRows:
    """The request's feature matrix, float32[n, f]."""
    return draft_of(query, candidates, evidence, vocabulary).complete(evidence.vector)


def draft_of(
    query: str, candidates: Sequence[Candidate], evidence: Evidence, vocabulary: Vocabulary
) -> Draft:
    """The same before the query is encoded: `evidence.vector` is not looked at."""
    facts = query_facts(normalise_query(query), vocabulary, None)
    matrix = draft_matrix(facts, candidates, evidence.items, evidence.engagement)
    return Draft(matrix, evidence.items)


def score(
    query: str,
    candidates: Sequence[Candidate],
    evidence: Evidence,
    vocabulary: Vocabulary,
    ranker: Ranker,
) -> Scored:
    """Features, then the ranker."""
    matrix = features_of(query, candidates, evidence, vocabulary)
    return Scored(matrix, ranker.predict(matrix))


def order(candidates: Sequence[Candidate], scores: Scores, top_n: int | None = None) -> list[ScoredItem]:
    """Best first, equal scores in request order; scores squashed to (0, 1) by the logistic function."""
    relevance = 1.0 / (1.0 + np.exp(-scores))
    ranking = np.argsort(-scores, kind="stable")[:top_n]
    best, values = ranking.tolist(), relevance[ranking].tolist()
    return [ScoredItem(i, candidates[i].item_id, value) for i, value in zip(best, values, strict=True)]
