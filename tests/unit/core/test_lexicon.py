"""How text becomes words: one spelling for one thing, and no text that cannot be read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from zlib import crc32

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.lexicon import (
    BOYS,
    GIRLS,
    MEN,
    UNITS,
    WOMEN,
    analyse,
    fold,
    hash_stem,
    main_phrase,
    stem,
    unique,
)

ANYTHING = st.text(st.characters(), max_size=200)
# what numbers, fractions and units are made of, legal or not
NUMBERISH = st.text(st.sampled_from("0123456789٣٠½¼²/-. ,x'\"″′”inft"), max_size=40)
LETTERS = st.text(st.characters(categories=("L", "M", "P", "S", "Z", "Cs", "Cc")), max_size=60)
HASHES = st.lists(st.integers(0, 2**32 - 1), max_size=30)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Red Running Shoes", ["red", "running", "shoes"]),
        ("T-Shirt", ["t", "shirt", "tshirt"]),
        ("all-in-one", ["all", "in", "one"]),
        ("3-Light", ["3", "light"]),
        ("Women's", ["womens"]),
        ("Women’s", ["womens"]),
        ("Crème brûlée", ["creme", "brulee"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("1,200 lb.", ["1200", "lb"]),
        ("60Watt 5XL", ["60", "watt", "5xl"]),
        ("2.50L", ["2.5", "l"]),
        ("20x29", ["20", "29"]),
        ("20 x 29", ["20", "x", "29"]),
        ("snake_case", ["snake", "case"]),
        ("!!!", []),
        ("", []),
        ("🙂👟", []),
        ("٣ مصباح", ["٣", "مصباح"]),
        ("\ud800lamp\udfff", ["lamp"]),
        ("red\x00\x07lamp", ["red", "lamp"]),
    ],
)
def test_text_is_split_into_tokens(text: str, tokens: list[str]) -> None:
    assert list(analyse(text).tokens) == tokens


@pytest.mark.parametrize("text", ["1-1/2", "1 1/2", "1½", "1 ½", "1.5", "1.50", "3/2"])
def test_one_value_has_one_spelling(text: str) -> None:
    assert analyse(f"{text} gal.").quantities == (("1.5", "gal"),)


@pytest.mark.parametrize("text", ['5"', "5”", "5″", "5 in", "5 Inch", "5-inch", "5 inches", "5in."])
def test_one_unit_is_known_by_all_its_spellings(text: str) -> None:
    assert analyse(f"{text} pipe").quantities == (("5", "in"),)


@pytest.mark.parametrize("text", ["6'", "6’", "6′", "6 ft.", "6 feet", "6-foot"])
def test_feet_are_known_by_all_their_spellings(text: str) -> None:
    assert analyse(f"{text} ladder").quantities == (("6", "ft"),)


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("18-1/2 in. Pry Bar (2-Pack)", [("18.5", "in"), ("2", "pk")]),
        ('6½" bit', [("6.5", "in")]),
        ("½″ pipe", [("0.5", "in")]),
        ("5½' pole", [("5.5", "ft")]),
        ("6' 4\" door", [("6", "ft"), ("4", "in")]),
        ("1,200 lb.", [("1200", "lb")]),
        ("3 in 1 shampoo", []),
        ("in 3 inches", [("3", "in")]),
        ("watt 60", []),
        ("5's the limit", []),
    ],
)
def test_a_number_before_a_unit_is_a_quantity(text: str, quantities: list[tuple[str, str]]) -> None:
    assert list(analyse(text).quantities) == quantities


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1234567", "1234568"),
        ("10000000", "10000001"),
        ("012345678905", "012345678912"),
        ("999999 1/2", "999999"),
    ],
)
def test_long_numbers_stay_apart(one: str, other: str) -> None:
    assert analyse(one).tokens != analyse(other).tokens
    assert "e" not in "".join(analyse(one).tokens)


@pytest.mark.parametrize("text", ["Halvorsen™", "Halvorsen®", "Halvorsen℠", "(Halvorsen)", "HALVORSEN:"])
def test_a_mark_beside_a_name_does_not_change_it(text: str) -> None:
    assert analyse(f"{text} drill").tokens[0] == "halvorsen"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("men's shoes", MEN),
        ("Ladies watch", WOMEN),
        ("boys and girls", BOYS | GIRLS),
        ("kids", BOYS | GIRLS),
        ("unisex", MEN | WOMEN),
        ("management womanly", 0),
    ],
)
def test_the_genders_that_a_text_names(text: str, gender: int) -> None:
    assert analyse(text).gender == gender


@pytest.mark.parametrize(
    ("one", "other"),
    [("shoes", "shoe"), ("grey", "gray"), ("colours", "color"), ("inches", "in"), ("packs", "count")],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)
    assert analyse(one).stems.tolist() == analyse(other).stems.tolist()
    assert analyse(one).exact.tolist() != analyse(other).exact.tolist()


@pytest.mark.parametrize(
    "text", ["9" * 400, "9" * 5000, "1.5" * 2000, f"2 {'9' * 400}/3", f"{'9' * 400} 1/2"]
)
def test_a_number_of_any_length_is_a_token(text: str) -> None:
    assert analyse(text).tokens


@pytest.mark.parametrize("text", ["1/0", "0/0", "1 1/0", "1 1/00", "1-1/000", "1 1/٠", "1.5/0", "٣ ١/٢"])
def test_a_fraction_that_has_no_value_is_still_text(text: str) -> None:
    assert analyse(text).tokens


@pytest.mark.parametrize(
    "text", ["red " * 50_000, "a-" * 50_000, "1x" * 50_000, "é" * 200_000, "1 " * 50_000, "'" * 200_000]
)
def test_huge_texts_are_read(text: str) -> None:
    words = analyse(text)
    assert len(words.stems) == len(words.tokens)


@settings(deadline=None)
@given(ANYTHING | NUMBERISH)
def test_every_text_can_be_read_and_its_hashes_are_aligned(text: str) -> None:
    words = analyse(text)
    count, units = len(words.tokens), len(words.quantities)
    assert all(words.tokens)
    assert len(words.exact) == len(words.stems) == len(words.numeric) == count
    assert len(words.bigrams) == max(count - 1, 0)
    assert len(words.quantity_hashes) == len(words.unit_hashes) == units
    assert {unit for _, unit in words.quantities} <= set(UNITS.values())
    assert all(hashes.dtype == np.uint32 for hashes in (words.exact, words.stems, words.bigrams))


@given(LETTERS)
@example("Halvorsen™ 𝕬")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("abXYéÑжЖσ 57-/.,'\"")))
def test_case_does_not_matter(text: str) -> None:
    assert analyse(text.upper()).tokens == analyse(text.lower()).tokens


@given(st.lists(st.sampled_from([*UNITS, "red", "shoe", "lamp", "7", "2.5"]), max_size=8))
def test_tokens_that_are_joined_are_split_again(tokens: list[str]) -> None:
    assert list(analyse(" ".join(tokens)).tokens) == tokens


@pytest.mark.parametrize("unit", sorted(set(UNITS.values())))
def test_all_words_of_a_unit_have_its_stem(unit: str) -> None:
    assert {stem(word) for word, of in UNITS.items() if of == unit} == {stem(unit)}


def test_hashes_tell_kinds_of_words_apart() -> None:
    words = analyse("5 in in")
    hashes = (words.exact, words.stems, words.bigrams, words.quantity_hashes, words.unit_hashes)
    kinds = [set(array.tolist()) for array in hashes]
    assert all(kinds)
    assert sum(map(len, kinds)) == len(set().union(*kinds))


def test_hashes_are_those_of_the_public_layout() -> None:
    words = analyse("18 Shoes")
    assert words.exact.tolist() == [crc32(b"e:18"), crc32(b"e:shoes")]
    assert words.stems.tolist() == [crc32(b"s:18"), crc32(b"s:shoe")]
    assert words.bigrams.tolist() == [crc32(b"b:18 shoe")]
    inches = analyse("18 inches")
    assert inches.quantity_hashes.tolist() == [crc32(b"q:18 in")]
    assert inches.unit_hashes.tolist() == [crc32(b"u:in")]


@given(ANYTHING)
def test_a_token_stands_under_the_hash_of_its_stem(text: str) -> None:
    words = analyse(text)
    assert words.stems.tolist() == [hash_stem(token) for token in words.tokens]


@given(HASHES, st.integers(0, 40))
def test_unique_keeps_the_first_of_each_in_order(hashes: list[int], limit: int) -> None:
    kept = unique(np.array(hashes, np.uint32), limit)
    assert kept.tolist() == _first_of_each(hashes)[:limit]
    assert unique(kept, limit).tolist() == kept.tolist()


def test_threads_stem_alike() -> None:
    words = [
        f"{start}{end}" for start in ("walk", "light", "drill", "color") for end in ("s", "ing", "er", "")
    ]
    alone = [stem.__wrapped__(word) for word in words]
    together = threading.Barrier(4)

    def stems(_: int) -> list[str]:
        together.wait()
        return [stem.__wrapped__(word) for _ in range(50) for word in words]

    with ThreadPoolExecutor(4) as pool:
        assert all(found == alone * 50 for found in pool.map(stems, range(4)))


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Steel Pry Bar, 18 in.", "Steel Pry Bar"),
        ("Phone Case for Nordbek 5", "Phone Case"),
        ("Table Lamp with Shade", "Table Lamp"),
        ("Garden Hose - 50 ft", "Garden Hose"),
        ("Garden Hose (Green)", "Garden Hose"),
        ("T-Shirt Dress", "T-Shirt Dress"),
        ("Lamp, red and round", "Lamp, red and round"),
        (", , ,", ", , ,"),
        ("", ""),
    ],
)
def test_the_main_phrase_says_what_an_item_is(title: str, phrase: str) -> None:
    assert main_phrase(title) == phrase


@given(ANYTHING)
def test_the_main_phrase_is_a_part_of_its_title(title: str) -> None:
    assert main_phrase(title) in title


def test_neighbouring_stems_make_the_bigrams() -> None:
    words = analyse("red running shoes")
    stems = [stem(token) for token in words.tokens]
    assert words.bigrams.tolist() == [crc32(f"b:{a} {b}".encode()) for a, b in pairwise(stems)]


def _first_of_each(values: list[int]) -> list[int]:
    def new() -> Iterator[int]:
        seen = set()
        for value in values:
            if value not in seen:
                yield value
            seen.add(value)

    return list(new())
