"""The feature schema and the ONE function that computes it, for training and for serving.

`build_matrix` turns a query and its candidates into float32[n, len(FEATURES)]. It works on whole columns: no
Python loop runs per candidate. A value that is not known is NaN, which LightGBM routes by itself; training
masks some rows so that those routes are learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.engagement import COUNTERS
from core.lexical import lexical_columns, standing
from core.lexicon import Words, analyse
from core.records import ItemBlock
from core.schema import COLUMN, FEATURES
from core.types import Candidate, FloatRows
from core.vocabulary import Vocabulary

# Additive smoothing of the engagement rates: this many imaginary impressions at a usual rate
# keep an item shown twice from looking perfect.
_PRIOR_IMPRESSIONS = 20.0
_PRIOR_RATES = {"clicks": 0.08, "carts": 0.02, "orders": 0.01}
_PRIOR_CLICKS = 1.0

# How sharply the consensus follows the best matches; see docs/experiments.md.
_CONSENSUS_TEMPERATURE = 0.7


@dataclass(frozen=True)
class QueryFacts:
    """What is computed once per query, whatever the candidates."""

    text: str
    words: Words
    idf: FloatRows
    has_brand: bool
    has_color: bool
    has_material: bool
    vector: FloatRows | None


def query_facts(text: str, vocabulary: Vocabulary, vector: FloatRows | None) -> QueryFacts:
    """Analyse a normalised query; `vector` is float32[dim] or None when the encoder was not available."""
    words = analyse(text)
    rows = vocabulary.look_up(words.stems)
    has = {name: bool((rows[name] > 0.5).any()) for name in ("brand", "color", "material")}
    return QueryFacts(text, words, rows["idf"], has["brand"], has["color"], has["material"], vector)


def build_matrix(
    query: QueryFacts,
    candidates: Sequence[Candidate],
    items: ItemBlock,
    engagement: FloatRows | None,
) -> FloatRows:
    """All features of one request.

    Args:
        query: the query's own facts and vector.
        candidates: n candidates in retrieval order.
        items: their records; rows not found give NaN, never a dropped candidate.
        engagement: float32[n, len(COUNTERS)] with NaN rows where nothing is known, or None.

    Returns:
        float32[n, len(FEATURES)], columns in the order of FEATURES.
    """
    out = draft_matrix(query, candidates, items, engagement)
    complete_matrix(out, query.vector, items)
    return out


def draft_matrix(
    query: QueryFacts,
    candidates: Sequence[Candidate],
    items: ItemBlock,
    engagement: FloatRows | None,
) -> FloatRows:
    """What `build_matrix` returns, with the semantic columns still NaN: all that needs no query vector."""
    out = np.full((len(candidates), len(FEATURES)), np.nan, np.float32)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        _query_columns(out, query)
        _item_columns(out, items, candidates)
        lexical_columns(out, query.words, query.idf, items)
        _retrieval_columns(out, candidates)
        if engagement is not None:
            _engagement_columns(out, engagement)
    return out


def complete_matrix(out: FloatRows, vector: FloatRows | None, items: ItemBlock) -> None:
    """Fill the semantic columns of a draft in place, unless there is no query vector."""
    if vector is not None:
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            _semantic_columns(out, vector, items)


def _query_columns(out: FloatRows, query: QueryFacts) -> None:
    words = query.words
    out[:, : COLUMN["query_idf_max"] + 1] = (
        len(words.tokens),
        len(query.text),
        np.count_nonzero(words.numeric),
        len(words.quantities),
        query.has_brand,
        query.has_color,
        query.has_material,
        words.gender != 0,
        query.idf.max(initial=0.0),
    )


def _item_columns(out: FloatRows, items: ItemBlock, candidates: Sequence[Candidate]) -> None:
    now = {name: items.column(name) for name in ("price", "rating", "review_count")}
    if any(c.features for c in candidates):
        now = {name: _overridden(name, column, candidates) for name, column in now.items()}
    out[:, COLUMN["item_attributes"]] = items.column("attributes")
    out[:, COLUMN["item_title_tokens"]] = items.column("title_tokens")
    out[:, COLUMN["item_description_tokens"]] = items.column("description_tokens")
    out[:, COLUMN["item_log_price"]] = np.log1p(now["price"])
    out[:, COLUMN["item_rating"]] = now["rating"]
    out[:, COLUMN["item_log_reviews"]] = np.log1p(now["review_count"])


def _overridden(name: str, column: FloatRows, candidates: Sequence[Candidate]) -> FloatRows:
    given = [c.features.get(name, np.nan) for c in candidates]
    sent = np.array(given, np.float32)
    return np.where(np.isnan(sent), column, sent)


def _semantic_columns(out: FloatRows, vector: FloatRows, items: ItemBlock) -> None:
    # row by row in a fixed order of summation: a matrix product may round differently with n, and a
    # candidate's cosine must not depend on its neighbours
    cosine = (items.vectors * vector).sum(axis=1)
    relative = standing(cosine)
    lexical = out[:, COLUMN["lexical_standing"]]
    consensus = _consensus(items.vectors, relative + lexical)
    out[:, COLUMN["cosine"]] = cosine
    out[:, COLUMN["cosine_standing"]] = relative
    out[:, COLUMN["consensus"]] = consensus
    agreement = standing(consensus)
    out[:, COLUMN["consensus_standing"]] = agreement
    out[:, COLUMN["hybrid_standing"]] = relative + lexical + agreement


def _consensus(vectors: FloatRows, match: FloatRows) -> FloatRows:
    """What the well-matching candidates have in common, as each candidate's cosine with their mean.

    Pseudo-relevance feedback in vector space: an item far from everything that matches is seldom what
    was meant, whatever words it shares with the query.
    """
    known = ~np.isnan(match)
    if not known.any():
        return np.full(len(match), np.nan, np.float32)
    weights = np.exp((match[known] - match[known].max()) / np.float32(_CONSENSUS_TEMPERATURE))
    centre = (weights[:, None] * vectors[known]).sum(axis=0)
    centre /= np.sqrt((centre * centre).sum())
    consensus: FloatRows = (vectors * centre).sum(axis=1)
    return consensus


def _retrieval_columns(out: FloatRows, candidates: Sequence[Candidate]) -> None:
    given = [np.nan if c.retrieval_score is None else c.retrieval_score for c in candidates]
    scores = np.array(given, np.float32)
    best = np.fmax.reduce(scores, initial=np.float32(-np.inf))
    out[:, COLUMN["retrieval_score"]] = scores
    if best > 0:
        out[:, COLUMN["retrieval_score_to_best"]] = scores / best
    out[:, COLUMN["retrieval_rank"]] = np.arange(1, len(candidates) + 1)


def _engagement_columns(out: FloatRows, engagement: FloatRows) -> None:
    counts = dict(zip(COUNTERS, engagement.T, strict=True))
    shown = counts["impressions"] + np.float32(_PRIOR_IMPRESSIONS)
    out[:, COLUMN["engagement_log_impressions"]] = np.log1p(counts["impressions"])
    for column, counter in (("click", "clicks"), ("cart", "carts"), ("order", "orders")):
        prior = np.float32(_PRIOR_IMPRESSIONS * _PRIOR_RATES[counter])
        out[:, COLUMN[f"engagement_{column}_rate"]] = (counts[counter] + prior) / shown
    lift = (counts["clicks"] + _PRIOR_CLICKS) / (counts["expected_clicks"] + _PRIOR_CLICKS)
    out[:, COLUMN["engagement_click_lift"]] = lift
