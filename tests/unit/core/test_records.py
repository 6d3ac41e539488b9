"""Item records: what goes in comes out, and what is not a record disturbs nobody."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import core.records
from core.errors import MismatchError
from core.lexicon import Words, analyse, main_phrase
from core.records import (
    FIELDS,
    NUMERICS,
    SEGMENTS,
    IndexInfo,
    ItemBlock,
    decode_records,
    encode_record,
    key_prefix,
    marker_key,
    record_schema,
    record_words,
)
from core.types import FloatRows, Item

DIM = 4
LIMITS = {"title_exact": 48, "title_stem": 48, "title_bigram": 48, "description_stem": 64}

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
WORDY = st.lists(
    st.sampled_from(["red", "Men's", "18 in.", "lamp,", "(2-Pack)", "½", "T-Shirt", "日本", "|"])
).map(" ".join)
OPTIONAL = st.none() | TEXT | WORDY
AMOUNT = st.none() | st.floats(0, 1e30)
ITEMS = st.builds(
    Item,
    item_id=st.just("i"),
    title=TEXT | WORDY,
    product_type=OPTIONAL,
    brand=OPTIONAL,
    color=OPTIONAL,
    gender=OPTIONAL | st.sampled_from(["Men", "girls", "Unisex"]),
    material=OPTIONAL,
    size=OPTIONAL,
    description=OPTIONAL,
    price=AMOUNT,
    rating=AMOUNT,
    review_count=AMOUNT,
)
VECTORS = st.none() | st.lists(st.floats(-1, 1, width=16), min_size=DIM, max_size=DIM).map(
    lambda numbers: np.array(numbers, np.float32)
)
WHOLE = st.builds(encode_record, ITEMS, VECTORS, st.just(DIM))

LAMP = Item("lamp", "Red Table Lamp, 18 in.", "Lamps", "Halvorsen", "Red", size="18 in.", price=20.0)
RECORD = encode_record(LAMP, np.array([0.6, 0, 0.8, 0], np.float32), DIM)


def torn(record: bytes) -> st.SearchStrategy[bytes]:
    """What can stand where this record should: a part of it, more than it, or something else."""
    head = 4 * record_words(DIM)
    return st.one_of(
        st.integers(0, len(record) - 1).map(lambda end: record[:end]),
        st.binary(min_size=1, max_size=64).map(lambda more: record + more),
        st.binary(max_size=200),
        st.integers(0, 3).map(lambda i: _flipped(record, i)),
        st.tuples(st.integers(4, 19), st.integers(1, 255)).map(lambda at: _flipped(record, *at)),
        st.just(record[:head] + record[head:][: len(record) // 2] + b"\0"),
        st.just(encode_record(LAMP, None, DIM + 2)),
    )


def _flipped(record: bytes, place: int, by: int = 255) -> bytes:
    return record[:place] + bytes([record[place] ^ by]) + record[place + 1 :]


def rows_of(block: ItemBlock, row: int) -> tuple[Any, ...]:
    """Everything that a row says, in a form that compares NaN as equal."""
    segments = [sorted(_tokens(block, row, name)) for name in SEGMENTS]
    return bool(block.found[row]), block.vectors[row].tobytes(), block.numerics[row].tobytes(), segments


def _tokens(block: ItemBlock, row: int, segment: str) -> set[int]:
    cell = SEGMENTS.index(segment) * len(block) + row
    return set(block.tokens[block.cells == cell].tolist())


def parse(record: bytes) -> tuple[list[float], list[float], dict[str, list[int]]]:
    """Read a record by the public layout: numbers, vector, tokens by segment."""
    counts = struct.unpack_from("<16B", record, 4)
    numbers = list(struct.unpack_from(f"<{len(NUMERICS)}f", record, 20))
    vector = list(struct.unpack_from(f"<{DIM}e", record, 52))
    words = struct.unpack_from(f"<{sum(counts)}I", record, 52 + 2 * DIM)
    ends = [sum(counts[: i + 1]) for i in range(len(SEGMENTS))]
    segments = {
        name: list(words[end - count : end]) for name, count, end in zip(SEGMENTS, counts, ends, strict=False)
    }
    return numbers, vector, segments


def segments_of(item: Item) -> dict[str, list[int]]:
    """The tokens that an item's record should hold, told again field by field."""
    title, size = _read(item.title), _read(item.size)
    wanted = {
        "title_bigram": title.bigrams.tolist(),
        "head_stem": _read(main_phrase(item.title)).stems.tolist(),
        "description_stem": _read(item.description).stems.tolist(),
        "size_exact": size.exact.tolist(),
        "quantity": [*title.quantity_hashes.tolist(), *size.quantity_hashes.tolist()],
        "unit": [*title.unit_hashes.tolist(), *size.unit_hashes.tolist()],
    }
    for field in FIELDS:
        words = _read(getattr(item, field))
        wanted[f"{field}_exact"], wanted[f"{field}_stem"] = words.exact.tolist(), words.stems.tolist()
    return {name: list(dict.fromkeys(hashes))[: LIMITS.get(name, 16)] for name, hashes in wanted.items()}


def _read(text: str | None) -> Words:
    return analyse(text or "")


def same(one: Sequence[float], other: Sequence[float]) -> bool:
    return np.array_equal(np.array(one, np.float32), np.array(other, np.float32), equal_nan=True)


@settings(deadline=None)
@given(ITEMS, VECTORS)
def test_a_record_holds_what_its_item_says(item: Item, vector: FloatRows | None) -> None:
    numbers, stored, segments = parse(encode_record(item, vector, DIM))
    known = sum(
        bool(getattr(item, name)) for name in ("product_type", "brand", "color", "gender", "material", "size")
    )
    description = len(_read(item.description).tokens) if item.description else None
    wanted = [item.price, item.rating, item.review_count, known, len(_read(item.title).tokens), description]
    gender = _read(item.gender).gender or _read(item.title).gender
    assert same(numbers, [math.nan if x is None else x for x in [*wanted, gender, None]])
    assert same(stored, [math.nan] * DIM if vector is None else vector.tolist())
    assert segments == segments_of(item)


@settings(deadline=None)
@given(ITEMS, VECTORS)
def test_decoding_gives_what_was_encoded(item: Item, vector: FloatRows | None) -> None:
    block = decode_records([encode_record(item, vector, DIM)], DIM)
    numbers, stored, segments = parse(encode_record(item, vector, DIM))
    assert block.found.tolist() == [True]
    assert block.corrupt == 0
    assert same(block.vectors[0].tolist(), stored)
    assert all(
        same([block.column(name)[0]], [number]) for name, number in zip(NUMERICS, numbers, strict=True)
    )
    assert {name: _tokens(block, 0, name) for name in SEGMENTS} == {n: set(t) for n, t in segments.items()}


@settings(deadline=None)
@given(st.data(), st.lists(WHOLE, max_size=5))
def test_what_is_no_record_is_a_missing_row_and_disturbs_no_neighbour(
    data: st.DataObject, whole: list[bytes]
) -> None:
    raws: list[bytes | None] = list(whole)
    broken = data.draw(st.lists(st.none() | torn(data.draw(WHOLE)), max_size=4))
    for other in broken:
        raws.insert(data.draw(st.integers(0, len(raws))), other)
    block = decode_records(raws, DIM)
    absent = rows_of(decode_records([None], DIM), 0)
    alone = [rows_of(decode_records([raw], DIM), 0) for raw in raws]
    assert [rows_of(block, row) for row in range(len(raws))] == alone
    assert alone.count(absent) == len(broken)
    assert block.corrupt == sum(other is not None for other in broken)


def test_a_missing_row_is_nan_and_has_no_words() -> None:
    block = decode_records([None, RECORD], DIM)
    assert block.found.tolist() == [False, True]
    assert np.isnan(block.vectors[0]).all()
    assert np.isnan(block.numerics[0]).all()
    assert not any(_tokens(block, 0, name) for name in SEGMENTS)


@pytest.mark.parametrize("raws", [[], [None], [None, None], [b""], [b"", None, b"x"]])
def test_nothing_but_missing_rows_can_be_decoded(raws: list[bytes | None]) -> None:
    block = decode_records(raws, DIM)
    assert len(block) == len(raws)
    assert not block.found.any()
    assert block.vectors.shape == (len(raws), DIM)
    assert len(block.tokens) == len(block.cells) == 0
    assert block.corrupt == sum(raw is not None for raw in raws)


def test_a_record_of_another_layout_is_foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.records, "_tag", lambda: 12345)
    foreign = encode_record(LAMP, None, DIM)
    monkeypatch.undo()
    block = decode_records([foreign, RECORD], DIM)
    assert block.found.tolist() == [False, True]
    assert block.corrupt == 1


def test_a_thousand_records_keep_their_order() -> None:
    items = [Item(str(i), f"lamp {i}", price=float(i)) for i in range(1000)]
    raws = [encode_record(item, None, DIM) if i % 7 else None for i, item in enumerate(items)]
    block = decode_records(raws, DIM)
    prices = block.column("price")
    assert all(math.isnan(prices[i]) if i % 7 == 0 else prices[i] == i for i in range(1000))
    assert block.corrupt == 0


def test_huge_texts_are_cut_at_the_limits_of_the_layout() -> None:
    many = " ".join(f"w{i}x {i} in." for i in range(5000))
    item = Item("1", many, many, many, many, "men", many, many, many)
    segments = parse(encode_record(item, None, DIM))[2]
    assert {name: len(tokens) for name, tokens in segments.items() if name != "unit"} == {
        name: LIMITS.get(name, 16) for name in SEGMENTS if name != "unit"
    }
    assert len(segments["unit"]) == 1


def test_an_item_with_a_title_alone_is_a_record() -> None:
    block = decode_records([encode_record(Item("1", "!"), None, DIM)], DIM)
    assert block.found.all()
    assert block.column("attributes")[0] == 0
    assert np.isnan(block.column("description_tokens")[0])


@pytest.mark.parametrize("size", [0, DIM - 1, DIM + 2])
def test_a_vector_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(
        MismatchError, match=rf"vector size: expected \({DIM},\).*found \({size},\).*Re-index"
    ):
        encode_record(LAMP, np.zeros(size, np.float32), DIM)


def test_an_odd_number_of_dimensions_is_refused() -> None:
    with pytest.raises(MismatchError, match="even"):
        encode_record(LAMP, None, 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SEGMENTS", tuple(reversed(SEGMENTS))),
        ("NUMERICS", (*NUMERICS[:-1], "popularity")),
        ("analyse", lambda text: analyse(text.replace("18", "19"))),
        ("_SEGMENT_LIMIT", 1),
    ],
)
def test_the_layout_has_another_name_once_anything_in_it_moves(
    monkeypatch: pytest.MonkeyPatch, name: str, value: Any
) -> None:
    monkeypatch.setattr(core.records, name, value)
    assert record_schema.__wrapped__() != record_schema()


def test_keys_carry_the_encoder() -> None:
    assert key_prefix("abc") == "sr:abc:i:"
    assert marker_key("abc") == "sr:abc:index"


INFO = IndexInfo("tiny-1", "abc", record_schema(), DIM, "sr:abc:i:", 3, "items", "2026-01-31T00:00:00Z")


def test_the_marker_survives_its_json() -> None:
    assert IndexInfo.from_json(INFO.to_json()) == INFO


def test_the_marker_of_the_right_encoder_is_accepted() -> None:
    INFO.check("abc", DIM)


@pytest.mark.parametrize(
    ("changes", "what", "expected", "actual"),
    [
        ({"encoder_id": "xyz"}, "encoder of the index", "abc", "xyz"),
        ({"record_schema": "old"}, "record layout of the index", record_schema(), "old"),
        ({"dim": 8}, "vector size of the index", str(DIM), "8"),
    ],
)
def test_a_foreign_index_is_refused_with_the_remedy(
    changes: dict[str, Any], what: str, expected: str, actual: str
) -> None:
    with pytest.raises(MismatchError) as refused:
        replace(INFO, **changes).check("abc", DIM)
    message = str(refused.value)
    assert f"{what}: expected {expected}, found {actual}." in message
    assert "shelfrank index build" in message


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'"index"',
        json.dumps({"index_id": "x"}).encode(),
        INFO.to_json()[:-1],
        json.dumps({**json.loads(INFO.to_json()), "shards": 3}).encode(),
        b"[" * 100_000,
    ],
    ids=["empty", "bytes", "null", "list", "no fields", "text", "few fields", "cut", "more fields", "deep"],
)
def test_a_marker_that_is_none_is_refused_with_the_remedy(raw: bytes) -> None:
    with pytest.raises(MismatchError, match=r"index marker: expected an IndexInfo, found .*index build"):
        IndexInfo.from_json(raw)
