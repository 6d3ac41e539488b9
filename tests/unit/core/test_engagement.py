"""Engagement counters: counted by normalised query, corrected for position, packed in 20 bytes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.engagement import (
    COUNTERS,
    Impression,
    count_engagement,
    engagement_key,
    look_up,
    pack_counters,
    unpack_counters,
)

LOG = [
    Impression("Red Tee", "a", 1, click=True, cart=True, order=False),
    Impression("red  tee", "b", 2, click=False, cart=False, order=False),
    Impression("red tee", "a", 2, click=True, cart=False, order=False),
    Impression("lamp", "a", 1, click=False, cart=False, order=False),
]


def test_one_query_however_it_is_written() -> None:
    counts = count_engagement(LOG)
    assert set(counts) == {"red tee", "lamp"}
    assert counts["red tee"]["a"][:4].tolist() == [2, 2, 1, 0]


def test_expected_clicks_are_the_usual_rates_at_the_positions_shown() -> None:
    # position 1: 1 click in 2; position 2: 1 click in 2
    counts = count_engagement(LOG)
    assert counts["red tee"]["a"][4] == 1.0
    assert counts["red tee"]["b"][4] == 0.5


def test_expected_clicks_add_up_to_the_clicks() -> None:
    counts = count_engagement(LOG)
    everything = np.sum([c for items in counts.values() for c in items.values()], axis=0)
    by_name = dict(zip(COUNTERS, everything.tolist(), strict=True))
    assert by_name["expected_clicks"] == by_name["clicks"] == 2


def test_nothing_counted_for_an_empty_log() -> None:
    assert count_engagement([]) == {}


def test_the_key_shows_no_query_text_and_is_the_same_for_one_query() -> None:
    assert engagement_key("Red  Tee") == engagement_key("red tee") != engagement_key("tee red")
    assert engagement_key("red tee").startswith("sr:eng:1:")
    assert "red" not in engagement_key("red tee").removeprefix("sr:eng:")


@given(arrays(np.float32, len(COUNTERS), elements=st.floats(0, 2**24, width=32)))
def test_packing_is_lossless(counters: np.ndarray) -> None:
    raw = pack_counters(counters)
    assert len(raw) == 20
    assert unpack_counters([raw]).tolist() == [counters.tolist()]


def test_absent_and_foreign_values_are_nan_rows() -> None:
    rows = unpack_counters([None, b"short", pack_counters(np.ones(5, np.float32))])
    assert np.isnan(rows[:2]).all()
    assert rows[2].tolist() == [1] * 5


def test_looking_up_gives_what_the_store_would() -> None:
    counts = count_engagement(LOG)
    rows = look_up(counts, " RED tee", ["b", "unknown", "a"])
    assert rows[:, 0].tolist()[::2] == [1, 2]
    assert np.isnan(rows[1]).all()
    assert np.isnan(look_up(counts, "never asked", ["a"])).all()
