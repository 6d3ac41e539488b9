"""The catalogue's words: how rare each is, and what it is used as."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import MismatchError
from core.lexicon import analyse, hash_stem
from core.types import Item
from core.vocabulary import ATTRIBUTES, DTYPE, Vocabulary, count_vocabulary, load_vocabulary

ITEMS = [
    Item("1", "Halvorsen red lamp", "Lamps", "Halvorsen", "Red"),
    Item("2", "Blue lamp", "Lamps", color="Blue", description="halvorsen elsewhere"),
    Item("3", "Red pepper grinder", material="Steel"),
    Item("4", "Lamp lamp lamp", brand="Red Oak"),
]
WORDS = st.lists(st.sampled_from(["red", "lamp", "oak", "steel", "grinder"]), min_size=1, max_size=4).map(
    " ".join
)
SHOPS = st.lists(
    st.builds(Item, st.just("x"), WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | WORDS),
    max_size=6,
)


def row(vocabulary: Vocabulary, word: str) -> Any:
    return vocabulary.look_up(np.array([hash_stem(word)], np.uint32))[0]


def test_the_rarer_a_word_the_higher_its_idf() -> None:
    vocabulary = count_vocabulary(ITEMS)
    assert row(vocabulary, "lamp")["idf"] == pytest.approx(math.log1p(4 / 3))
    assert row(vocabulary, "red")["idf"] == pytest.approx(math.log1p(4 / 3))
    assert row(vocabulary, "steel")["idf"] == pytest.approx(math.log1p(4 / 1))


def test_a_word_counts_once_per_item_and_not_in_descriptions() -> None:
    vocabulary = count_vocabulary(ITEMS)
    assert row(vocabulary, "halvorsen")["idf"] == pytest.approx(math.log1p(4 / 1))
    assert hash_stem("elsewhere") not in vocabulary.rows["stem"]


def test_what_a_word_is_used_as() -> None:
    vocabulary = count_vocabulary(ITEMS)
    red, lamp, steel = (row(vocabulary, word) for word in ("red", "lamps", "steel"))
    assert [red[name] for name in ATTRIBUTES] == pytest.approx([1 / 3, 1 / 3, 0, 0])
    assert [lamp[name] for name in ATTRIBUTES] == pytest.approx([0, 0, 0, 2 / 3])
    assert [steel[name] for name in ATTRIBUTES] == [0, 0, 1, 0]


@given(SHOPS, WORDS)
def test_figures_are_those_of_plain_counting(items: list[Item], asked: str) -> None:
    vocabulary = count_vocabulary(items)
    for stem in analyse(asked).stems.tolist():
        found = vocabulary.look_up(np.array([stem], np.uint32))[0]
        having = [item for item in items if _has(item, stem, "title", *ATTRIBUTES)]
        if not having:
            assert [found[name] for name in ATTRIBUTES] == [0] * len(ATTRIBUTES)
            continue
        assert found["idf"] == pytest.approx(math.log(1 + len(items) / len(having)))
        for name in ATTRIBUTES:
            using = [item for item in having if _has(item, stem, name)]
            assert found[name] == pytest.approx(len(using) / len(having))


def _has(item: Item, stem: int, *fields: str) -> bool:
    return any(stem in analyse(getattr(item, name) or "").stems.tolist() for name in fields)


def test_a_word_of_no_item_is_as_rare_as_the_rarest_and_no_attribute() -> None:
    vocabulary = count_vocabulary(ITEMS)
    unseen = row(vocabulary, "zeppelin")
    assert unseen["idf"] == vocabulary.rows["idf"].max()
    assert [unseen[name] for name in ATTRIBUTES] == [0, 0, 0, 0]


@pytest.mark.parametrize("stem", [0, 1, 2**32 - 1])
def test_any_hash_can_be_looked_up(stem: int) -> None:
    for vocabulary in (count_vocabulary(ITEMS), count_vocabulary([])):
        found = vocabulary.look_up(np.array([stem, stem], np.uint32))
        assert (found["idf"] > 0).all()
        assert (found["brand"] == 0).all()


def test_rows_come_in_the_order_asked_for() -> None:
    vocabulary = count_vocabulary(ITEMS)
    words = ["steel", "zeppelin", "lamp", "steel"]
    found = vocabulary.look_up(np.array([hash_stem(word) for word in words], np.uint32))
    assert found.tolist() == [row(vocabulary, word).tolist() for word in words]


def test_looking_up_nothing_gives_nothing() -> None:
    assert len(count_vocabulary(ITEMS).look_up(np.zeros(0, np.uint32))) == 0


def test_words_of_too_few_items_are_left_out() -> None:
    assert set(count_vocabulary(ITEMS, min_items=3).rows["stem"]) == {hash_stem("lamp"), hash_stem("red")}


def test_rows_are_sorted_for_the_search() -> None:
    stems = count_vocabulary(ITEMS).rows["stem"]
    assert stems.tolist() == sorted(set(stems.tolist()))


def test_the_table_survives_its_file(tmp_path: Path) -> None:
    vocabulary = count_vocabulary(ITEMS)
    path = tmp_path / "vocabulary.npy"
    path.write_bytes(vocabulary.to_bytes())
    assert load_vocabulary(path).rows.tolist() == vocabulary.rows.tolist()
    assert load_vocabulary(path).to_bytes() == vocabulary.to_bytes()


def _pickled(path: Path) -> None:
    np.save(path, np.array([{"stem": 1}], object), allow_pickle=True)


def _several(path: Path) -> None:
    with path.open("wb") as file:
        np.savez(file, rows=np.zeros(1, DTYPE))


@pytest.mark.parametrize(
    "write",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"not a table"),
        lambda path: path.write_bytes(count_vocabulary(ITEMS).to_bytes()[:-3]),
        lambda path: np.save(path, np.zeros((2, 2), np.float32)),
        _pickled,
        _several,
    ],
    ids=["empty", "text", "truncated", "other dtype", "pickled", "several arrays"],
)
def test_a_file_that_is_no_vocabulary_is_refused_with_the_remedy(tmp_path: Path, write: Any) -> None:
    path = tmp_path / "vocabulary.npy"
    write(path)
    with pytest.raises(MismatchError, match=r"vocabulary\.npy: expected .* found .*Make the bundle again"):
        load_vocabulary(path)
