"""The feature schema and the ONE function that computes it, for training and for serving.

`build_matrix` turns a query and its candidates into float32[n, len(FEATURES)]. It works on whole columns: no
Python loop runs per candidate. A value that is not known is NaN, which LightGBM routes by itself; training
masks some rows so that those routes are learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.engagement import COUNTERS
from core.lexicon import Words, analyse
from core.records import FIELDS, SEGMENTS, ItemBlock
from core.schema import COLUMN, FEATURES, columns_of
from core.types import Candidate, FloatRows
from core.vocabulary import Vocabulary

# Additive smoothing of the engagement rates: this many imaginary impressions at a usual rate
# keep an item shown twice from looking perfect.
_PRIOR_IMPRESSIONS = 20.0
_PRIOR_RATES = {"clicks": 0.08, "carts": 0.02, "orders": 0.01}
_PRIOR_CLICKS = 1.0

_MATCH_SEGMENTS = {
    "brand": "brand_stem",
    "color": "color_stem",
    "material": "material_stem",
    "product_type": "product_type_stem",
    "size": "size_exact",
}

# The lexical standing and the consensus' weights (softmax of cosine and lexical standing); chosen once on
# real judgments, see docs/experiments.md.
_TITLE_WEIGHT, _BIGRAM_WEIGHT = 0.6, 0.3
_CONSENSUS_TEMPERATURE = 0.7
_LEXICAL_COLUMNS = slice(columns_of("lexical")[0], columns_of("lexical")[-1] + 1)


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
    out = np.full((len(candidates), len(FEATURES)), np.nan, np.float32)
    with np.errstate(invalid="ignore", divide="ignore"):
        _query_columns(out, query)
        _item_columns(out, items, candidates)
        _lexical_columns(out, query, items)
        _semantic_columns(out, query, items)
        _retrieval_columns(out, candidates)
        if engagement is not None:
            _engagement_columns(out, engagement)
    return out


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


def _semantic_columns(out: FloatRows, query: QueryFacts, items: ItemBlock) -> None:
    if query.vector is None:
        return
    # row by row in a fixed order of summation: a matrix product may round differently with n, and a
    # candidate's cosine must not depend on its neighbours
    cosine = (items.vectors * query.vector).sum(axis=1)
    standing = _standing(cosine)
    lexical = out[:, COLUMN["lexical_standing"]]
    consensus = _consensus(items.vectors, standing + lexical)
    out[:, COLUMN["cosine"]] = cosine
    out[:, COLUMN["cosine_standing"]] = standing
    out[:, COLUMN["consensus"]] = consensus
    out[:, COLUMN["consensus_standing"]] = _standing(consensus)
    out[:, COLUMN["hybrid_standing"]] = standing + lexical + _standing(consensus)


def _standing(column: FloatRows) -> FloatRows:
    """Standard scores among the known values; 0 where they are all the same."""
    known = column[~np.isnan(column)]
    if not len(known):
        return column
    spread = known.std()
    standing: FloatRows = (column - known.mean()) / spread if spread > 1e-6 else column * np.float32(0)
    return standing


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


def _lexical_columns(out: FloatRows, query: QueryFacts, items: ItemBlock) -> None:
    words, m = query.words, len(query.words.tokens)
    kinds = (words.exact, words.stems, words.bigrams, words.quantity_hashes, words.unit_hashes)
    keys = np.concatenate(kinds)
    # hits[i, s, k]: does segment s of candidate i hold the query's word k?
    flat = np.zeros((len(items) * len(SEGMENTS), len(keys)), np.bool_)
    key, token = np.nonzero(keys[:, None] == items.tokens)
    flat[items.cells[token], key] = True
    hits = flat.reshape(len(items), len(SEGMENTS), len(keys))
    ends = np.cumsum([len(kind) for kind in kinds])
    exact, stem, bigram = hits[:, :, :m], hits[:, :, m : 2 * m], hits[:, :, 2 * m : ends[2]]
    _overlap_columns(out, query, exact, stem)
    _match_columns(out, query, np.unique(token), items)
    _number_columns(out, words, exact, hits[:, :, ends[2] :])
    _standing_columns(out, bigram[:, SEGMENTS.index("title_bigram")], items.found)


def _standing_columns(out: FloatRows, bigram: NDArray[np.bool_], found: NDArray[np.bool_]) -> None:
    out[~found, _LEXICAL_COLUMNS] = np.nan
    title = _standing(out[:, COLUMN["title_overlap_idf"]]) * np.float32(_TITLE_WEIGHT)
    if bigram.shape[1]:
        share = bigram.mean(1, dtype=np.float32)
        share[~found] = np.nan
        out[:, COLUMN["title_overlap_bigram"]] = share
        title = title + _standing(share) * np.float32(_BIGRAM_WEIGHT)
    out[:, COLUMN["lexical_standing"]] = title


def _overlap_columns(
    out: FloatRows, query: QueryFacts, exact: NDArray[np.bool_], stem: NDArray[np.bool_]
) -> None:
    m = max(len(query.words.tokens), 1)
    weight = query.idf / max(float(query.idf.sum()), 1e-9)
    exact_share = exact.sum(2, dtype=np.float32) / np.float32(m)
    stem_share = stem.sum(2, dtype=np.float32) / np.float32(m)
    idf_share = (stem * weight).sum(2)
    for field in FIELDS:
        as_stem = SEGMENTS.index(f"{field}_stem")
        out[:, COLUMN[f"{field}_overlap_exact"]] = exact_share[:, SEGMENTS.index(f"{field}_exact")]
        out[:, COLUMN[f"{field}_overlap_stem"]] = stem_share[:, as_stem]
        out[:, COLUMN[f"{field}_overlap_idf"]] = idf_share[:, as_stem]
    described = SEGMENTS.index("description_stem")
    out[:, COLUMN["description_overlap_stem"]] = stem_share[:, described]
    out[:, COLUMN["description_overlap_idf"]] = idf_share[:, described]
    anywhere = stem.any(1)
    out[:, COLUMN["any_overlap_stem"]] = anywhere.sum(1, dtype=np.float32) / np.float32(m)
    out[:, COLUMN["any_overlap_idf"]] = (anywhere * weight).sum(1)
    out[:, COLUMN["missing_idf_max"]] = (~anywhere * query.idf).max(axis=1, initial=0.0)
    if query.words.tokens:
        out[:, COLUMN["last_token_in_title"]] = stem[:, SEGMENTS.index("title_stem"), -1]


def _match_columns(
    out: FloatRows,
    query: QueryFacts,
    matched: NDArray[np.intp],
    items: ItemBlock,
) -> None:
    # `matched` are the record tokens that the query has; each counts once, however often it is asked for
    shape = (len(items), len(SEGMENTS))
    sizes = np.bincount(items.cells, minlength=shape[0] * shape[1]).reshape(shape)
    found = np.bincount(items.cells[matched], minlength=shape[0] * shape[1]).reshape(shape)
    share: FloatRows = (found / sizes).astype(np.float32)  # 0 / 0 is NaN: the item does not say
    for name, segment in _MATCH_SEGMENTS.items():
        out[:, COLUMN[f"{name}_match"]] = share[:, SEGMENTS.index(segment)]
    out[:, COLUMN["title_precision"]] = share[:, SEGMENTS.index("title_stem")]
    gender = np.nan_to_num(items.column("gender")).astype(np.int64)
    if query.words.gender:
        agree = (gender & query.words.gender) != 0
        out[:, COLUMN["gender_match"]] = np.where(gender == 0, np.nan, agree)


def _number_columns(
    out: FloatRows, words: Words, exact: NDArray[np.bool_], quantities: NDArray[np.bool_]
) -> None:
    if words.numeric.any():
        numbers = exact[:, :, words.numeric]
        places = [SEGMENTS.index("title_exact"), SEGMENTS.index("size_exact")]
        out[:, COLUMN["number_match"]] = numbers[:, places].any(1).mean(1, dtype=np.float32)
    k = len(words.quantities)
    if k:
        same = quantities[:, SEGMENTS.index("quantity"), :k]
        unit = quantities[:, SEGMENTS.index("unit"), k:]
        out[:, COLUMN["quantity_match"]] = same.mean(1, dtype=np.float32)
        out[:, COLUMN["quantity_conflict"]] = (unit & ~same).mean(1, dtype=np.float32)


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
