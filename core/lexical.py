"""The lexical feature group: which of the query's words each candidate has, and where.

Everything starts from one boolean cube, hits[k, s, i]: does segment s of candidate i hold the query's word k?
Sums run over its first axis, so that a candidate's figures never depend on its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.lexicon import Words
from core.records import FIELDS, SEGMENTS, ItemBlock
from core.schema import COLUMN, columns_of
from core.types import FloatRows, Hashes

Cube = NDArray[np.bool_]

_MATCH_SEGMENTS = {
    "brand": "brand_stem",
    "color": "color_stem",
    "material": "material_stem",
    "product_type": "product_type_stem",
    "size": "size_exact",
    "head": "head_stem",
}
_PLACE = {name: i for i, name in enumerate(SEGMENTS)}
_COLUMNS = slice(columns_of("lexical")[0], columns_of("lexical")[-1] + 1)
_BUCKETS = 1 << 16

# What each part of a title says about a match; chosen once on real judgments, see docs/experiments.md.
_STANDING_WEIGHTS = {"title_overlap_stem": 0.45, "title_overlap_bigram": 0.3, "head_overlap_stem": 0.3}


@dataclass(frozen=True)
class Hits:
    """The cube, cut by kind of word, and how many words of each segment were hit: float32[s, n]."""

    exact: Cube
    stem: Cube
    bigram: Cube
    quantity: Cube
    unit: Cube
    matched: FloatRows
    sizes: FloatRows


def lexical_columns(out: FloatRows, words: Words, idf: FloatRows, items: ItemBlock) -> None:
    """Fill the lexical columns of `out`, float32[n, f]; rows without a record become NaN."""
    hits = find_hits(words, items)
    _overlap(out, hits, idf)
    _matches(out, hits)
    _gender(out, words, items)
    _numbers(out, words, hits)
    out[~items.found, _COLUMNS] = np.nan
    out[:, COLUMN["lexical_standing"]] = sum(
        standing(out[:, COLUMN[name]]) * np.float32(weight)
        for name, weight in _STANDING_WEIGHTS.items()
        if name != "title_overlap_bigram" or len(words.bigrams)
    )


def standing(column: FloatRows) -> FloatRows:
    """Standard scores among the known values; 0 where they are all the same."""
    known = column[~np.isnan(column)]
    count = np.float32(len(known))
    if not count:
        return column
    # to the bit what known.mean() and known.std() say, at a third of their time
    mean = np.add.reduce(known) / count
    off = known - mean
    spread = np.sqrt(np.add.reduce(off * off) / count)
    scores: FloatRows = (column - mean) / spread if spread > 1e-6 else column * np.float32(0)
    return scores


def find_hits(words: Words, items: ItemBlock) -> Hits:
    """Compare the query's hashes with all candidates' tokens."""
    kinds = (words.exact, words.stems, words.bigrams, words.quantity_hashes, words.unit_hashes)
    keys = np.concatenate(kinds)
    shape = (len(SEGMENTS), len(items))
    cube = np.zeros((len(keys), shape[0] * shape[1]), np.bool_)
    near = _may_match(keys, items.tokens)
    same = keys[:, None] == items.tokens[near]
    key, place = np.nonzero(same)
    cube[key, items.cells[near[place]]] = True
    # a record's word counts once, however often the query repeats it
    matched = items.cells[near[same.any(0)]]
    counts = [np.bincount(cells, minlength=cube.shape[1]) for cells in (matched, items.cells)]
    ends = np.cumsum([len(kind) for kind in kinds])
    exact, stem, bigram, quantity, unit = np.split(cube.reshape(len(keys), *shape), ends[:-1])
    found, sizes = (count.reshape(shape).astype(np.float32) for count in counts)
    return Hits(exact, stem, bigram, quantity, unit, found, sizes)


def _may_match(keys: Hashes, tokens: Hashes) -> NDArray[np.intp]:
    # most record words match nothing: a look at 16 of their bits spares comparing them with every key
    table = np.zeros(_BUCKETS, np.bool_)
    table[keys & (_BUCKETS - 1)] = True
    return np.flatnonzero(table[tokens & (_BUCKETS - 1)])


def _overlap(out: FloatRows, hits: Hits, idf: FloatRows) -> None:
    m = np.float32(max(len(idf), 1))
    weight = (idf / max(float(idf.sum()), 1e-9)).astype(np.float32)
    exact_share = hits.exact.sum(0, dtype=np.float32) / m
    # any field at all, as one more segment: every sum then has the same shape and order for any n
    stem = np.concatenate([hits.stem, hits.stem.any(1, keepdims=True)], axis=1)
    stem_share = stem.sum(0, dtype=np.float32) / m
    idf_share = (stem * weight[:, None, None]).sum(0)
    for field in FIELDS:
        out[:, COLUMN[f"{field}_overlap_exact"]] = exact_share[_PLACE[f"{field}_exact"]]
    for field in (*FIELDS, "description"):
        out[:, COLUMN[f"{field}_overlap_stem"]] = stem_share[_PLACE[f"{field}_stem"]]
        out[:, COLUMN[f"{field}_overlap_idf"]] = idf_share[_PLACE[f"{field}_stem"]]
    out[:, COLUMN["head_overlap_stem"]] = stem_share[_PLACE["head_stem"]]
    out[:, COLUMN["any_overlap_stem"]] = stem_share[-1]
    out[:, COLUMN["any_overlap_idf"]] = idf_share[-1]
    out[:, COLUMN["missing_idf_max"]] = (~stem[:, -1] * idf[:, None]).max(axis=0, initial=0.0)
    if len(idf):
        out[:, COLUMN["last_token_in_title"]] = hits.stem[-1, _PLACE["title_stem"]]
    if len(hits.bigram):
        found = hits.bigram[:, _PLACE["title_bigram"]].sum(0, dtype=np.float32)
        out[:, COLUMN["title_overlap_bigram"]] = found / np.float32(len(hits.bigram))


def _matches(out: FloatRows, hits: Hits) -> None:
    share = hits.matched / hits.sizes  # 0 / 0 is NaN: the item does not say
    for name, segment in _MATCH_SEGMENTS.items():
        out[:, COLUMN[f"{name}_match"]] = share[_PLACE[segment]]
    out[:, COLUMN["title_precision"]] = share[_PLACE["title_stem"]]


def _gender(out: FloatRows, words: Words, items: ItemBlock) -> None:
    if not words.gender:
        return
    gender = np.nan_to_num(items.column("gender")).astype(np.int64)
    agree = (gender & words.gender) != 0
    out[:, COLUMN["gender_match"]] = np.where(gender == 0, np.nan, agree)


def _numbers(out: FloatRows, words: Words, hits: Hits) -> None:
    if words.numeric.any():
        numbers = hits.exact[words.numeric]
        there = numbers[:, _PLACE["title_exact"]] | numbers[:, _PLACE["size_exact"]]
        out[:, COLUMN["number_match"]] = there.sum(0, dtype=np.float32) / np.float32(len(there))
    if len(words.quantities):
        same = hits.quantity[:, _PLACE["quantity"]]
        other = hits.unit[:, _PLACE["unit"]] & ~same
        k = np.float32(len(same))
        out[:, COLUMN["quantity_match"]] = same.sum(0, dtype=np.float32) / k
        out[:, COLUMN["quantity_conflict"]] = other.sum(0, dtype=np.float32) / k
