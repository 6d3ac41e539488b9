"""Queries made from titles, and what retrieval finds for them: nothing that is measured on, nothing twice."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest

from core.lexicon import main_phrase
from core.text import render_item
from core.types import Item
from training.judgments import stems_of
from training.pairs.candidates import Depths, unlabelled_lists
from training.pairs.queries import LENGTHS, invented_queries, query_of
from training.retrieval import Bm25


def test_a_query_keeps_words_of_the_main_phrase_in_their_order() -> None:
    title = "Halvorsen Cordless Pry Bar, Red (2-Pack) for Concrete"
    words = main_phrase(title).casefold().split()
    draw = random.Random(1)
    for _ in range(50):
        query = query_of(title, draw).split()
        places = [words.index(word) for word in query]
        assert 1 <= len(query) <= max(LENGTHS)
        assert places == sorted(set(places))


def test_what_names_the_thing_is_kept_most_often() -> None:
    draw = random.Random(2)
    seen = Counter(
        word for _ in range(500) for word in query_of("Nordbek Warm Soft Grey Blanket", draw).split()
    )
    assert seen["blanket"] > seen["nordbek"] > max(seen["warm"], seen["soft"], seen["grey"])


@pytest.mark.parametrize("title", ["", "!!!", "the of and"])
def test_a_title_without_a_word_gives_no_query(title: str) -> None:
    assert query_of(title, random.Random(3)) == ""
    assert invented_queries([Item("a", title)], 5, []) == []


def test_no_query_is_a_near_duplicate_of_another_or_of_one_that_is_taken(items: list[Item]) -> None:
    free = invented_queries(items, 60, [])
    taken = [" ".join(reversed(query.split())) + "s" for query in free[:20]]
    found = invented_queries(items, 60, taken)
    stems = [stems_of(query) for query in found]
    assert len(set(stems)) == len(stems)
    assert not set(stems) & {stems_of(query) for query in taken}
    assert {stems_of(query) for query in taken} & {stems_of(query) for query in free}


def test_the_same_seed_makes_the_same_queries_and_pairs(items: list[Item]) -> None:
    assert invented_queries(items, 30, [], seed=5) == invented_queries(items, 30, [], seed=5)
    assert invented_queries(items, 30, [], seed=5) != invented_queries(items, 30, [], seed=6)
    by_id = {item.item_id: item for item in items}
    one, two = (
        [
            known.item_ids
            for known in unlabelled_lists(["table lamp", "red pry bar"], by_id, render_item, Depths())
        ]
        for _ in range(2)
    )
    assert one == two


def test_a_list_holds_the_best_and_some_from_deeper_down_without_labels(items: list[Item]) -> None:
    by_id = {item.item_id: item for item in items}
    depths = Depths(best=3, deep=2, within=8)
    (known,) = unlabelled_lists(["table lamp"], by_id, render_item, depths)
    ranked = [item_id for item_id, _ in Bm25(by_id).top("table lamp", 8)]
    assert list(known.item_ids[:3]) == ranked[:3]
    assert set(known.item_ids[3:]) <= set(ranked[3:])
    assert len(set(known.item_ids)) == 5
    assert known.texts == tuple(render_item(by_id[i]) for i in known.item_ids)
    assert np.isnan(known.labels).all()
    assert np.isnan(known.targets).all()


def test_of_items_that_read_the_same_the_first_counts() -> None:
    items = {name: Item(name, "Red Lamp") for name in "abc"} | {"d": Item("d", "Blue Lamp")}
    (known,) = unlabelled_lists(["red lamp"], items, render_item, Depths())
    assert known.item_ids == ("a", "d")


def test_a_query_that_finds_one_item_or_none_has_no_list(items: list[Item]) -> None:
    by_id = {item.item_id: item for item in items}
    assert list(unlabelled_lists(["xylophone", "???"], by_id, render_item, Depths())) == []
