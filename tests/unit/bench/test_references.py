"""What is fast says what is plain, to the bit; `bench.levers` times the same pairs."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import hiredis
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import references
from core.bundle import Bundle, load_bundle
from core.lexical import find_hits, standing
from core.lexicon import analyse
from core.records import IndexInfo, cut_records, decode_records, encode_record, key_prefix, record_words
from core.types import Candidate, Item, RerankRequest
from service.pipeline import Pipeline
from service.reader import MemoryReader

DIM = 8
KNOWN = st.floats(-1e6, 1e6, width=32)
QUERIES = ("", "!!!", "red", "red red lamp", "18 in. table lamp 2-pack", "men's steel shelf 12 in 60 watt")


def records_of(items: Sequence[Item]) -> list[bytes]:
    vector = np.full(DIM, DIM**-0.5, np.float32)
    return [encode_record(item, vector, DIM) for item in items]


@settings(deadline=None, max_examples=300)
@given(st.lists(KNOWN | st.just(math.nan), max_size=300))
def test_standard_scores_are_numpys(values: list[float]) -> None:
    column = np.array(values, np.float32)
    ours, plain = standing(column), references.standing(column)
    assert ours.dtype == plain.dtype == np.float32
    assert ours.tobytes() == plain.tobytes()


@pytest.mark.parametrize("count", [1, 2, 3, 7, 100, 129, 1000, 4097])
def test_standard_scores_are_numpys_at_every_length(count: int) -> None:
    wide = np.random.default_rng(count).normal(3, 7, (count, 5)).astype(np.float32)
    # a column of a matrix, whose values do not lie side by side
    assert standing(wide[:, 2]).tobytes() == references.standing(wide[:, 2]).tobytes()


@pytest.mark.parametrize("query", QUERIES)
def test_hits_are_those_of_comparing_everything(query: str, items: list[Item]) -> None:
    block, words = decode_records([*records_of(items), None], DIM), analyse(query)
    hits = find_hits(words, block)
    ours = np.concatenate([hits.exact, hits.stem, hits.bigram, hits.quantity, hits.unit])
    plain = references.cube_of_hits(words, block)
    assert ours.shape == plain.shape
    assert ours.tobytes() == plain.tobytes()


def test_some_query_hits_something(items: list[Item]) -> None:
    assert references.cube_of_hits(analyse("red table lamp"), decode_records(records_of(items), DIM)).any()


def test_records_are_cut_where_their_words_end(items: list[Item]) -> None:
    raws = records_of(items)
    ours, plain = cut_records(raws, record_words(DIM)), references.cut_records(raws, DIM)
    assert [part.tolist() for part in ours] == [part.tolist() for part in plain]
    assert len(ours[1]) > len(items)


def test_a_candidate_is_the_same_as_a_tuple() -> None:
    ours, plain = Candidate("a", 1.5), references.FrozenCandidate("a", 1.5)
    assert tuple(ours) == (plain.item_id, plain.retrieval_score, plain.features)
    with pytest.raises(AttributeError):
        ours.item_id = "b"  # type: ignore[misc]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",))), min_size=1, max_size=20))
def test_hiredis_packs_what_python_packs(keys: list[str]) -> None:
    command: tuple[Any, ...] = ("MGET", *keys)
    assert references.packed_by_python(command) == hiredis.pack_command(command)


@pytest.mark.parametrize("query", ["red table lamp", "steel", "zeppelin 18 in."])
def test_side_by_side_ranks_as_one_after_the_other(bundle_dir: Path, items: list[Item], query: str) -> None:
    bundle = load_bundle(bundle_dir)
    index = _index(bundle, len(items))
    shuffled = random.Random(query).sample(items, len(items))
    request = RerankRequest(query, tuple(Candidate(i.item_id, 9.0 - n) for n, i in enumerate(shuffled)))
    store = _store(bundle, items)

    with ThreadPoolExecutor(1) as pool:
        plain = references.OneAfterTheOther(bundle, store, pool)
        first, _ = asyncio.run(plain.in_sequence(request, index.key_prefix))
        second = asyncio.run(Pipeline(bundle, store, pool).rerank(request, index))
    assert list(second.ranked) == list(first)
    assert second.degraded.missing_items == 0


def _index(bundle: Bundle, count: int) -> IndexInfo:
    name, dim = bundle.manifest.encoder_id, bundle.encoder.dim
    return IndexInfo("in-memory", name, "schema", dim, key_prefix(name), count, "made-up", "now")


def _store(bundle: Bundle, items: Sequence[Item]) -> MemoryReader:
    prefix, dim = key_prefix(bundle.manifest.encoder_id), bundle.encoder.dim
    vectors = ((item, bundle.encoder.encode_item(item)) for item in items)
    return MemoryReader({prefix + item.item_id: encode_record(item, v, dim) for item, v in vectors})
