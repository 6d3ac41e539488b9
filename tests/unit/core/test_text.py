"""What the encoder reads: nothing a shop writes can pose as the template itself."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import core.text
from core.lexicon import Words, analyse
from core.text import (
    MARKERS,
    SEPARATOR_TOKENS,
    clean,
    normalise_query,
    query_hash,
    render_item,
    text_fingerprint,
)
from core.types import Item

UNICODE = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
# separator tokens in pieces, so that taking one out could put another one together
TORN = st.lists(
    st.sampled_from([*SEPARATOR_TOKENS, "[", "]", "[SEP_", "T]", "SEP_T", "SEP_B", "\u200b", " ", "red"]),
    max_size=12,
).map("".join)
TEXTS = UNICODE | TORN
ATTRIBUTES = st.fixed_dictionaries({name: st.none() | TEXTS for name in MARKERS})
_MARKED = re.compile("|".join(re.escape(token) for token in SEPARATOR_TOKENS))


def test_every_present_attribute_follows_its_own_marker() -> None:
    item = Item("1", "Pry Bar", "Bars", "Halvorsen", "Red", "Men", "Steel", "18 in.", description="Long.")
    assert render_item(item) == (
        "Pry Bar [SEP_P] Bars [SEP_B] Halvorsen [SEP_C] Red [SEP_G] Men [SEP_M] Steel [SEP_S] 18 in."
    )


def test_absent_and_blank_attributes_leave_nothing_behind() -> None:
    assert render_item(Item("1", " Pry  Bar ", brand="", color=" \t", material="|", size="\x00")) == "Pry Bar"


def test_several_values_are_words_of_one_attribute() -> None:
    assert render_item(Item("1", "Tee", color="Red|Blue")) == "Tee [SEP_C] Red Blue"


@pytest.mark.parametrize(
    "title", ["Tee [SEP_B] Nordbek", "Tee [[SEP_B]] Nordbek", "Tee [SEP_B\u200b] Nordbek"]
)
def test_a_title_cannot_name_a_brand_by_its_marker(title: str) -> None:
    assert not _MARKED.search(render_item(Item("1", title)))


@given(TEXTS, ATTRIBUTES)
def test_an_item_has_the_markers_of_its_attributes_and_no_others(
    title: str, attributes: dict[str, str | None]
) -> None:
    rendered = render_item(Item("1", title, **attributes))
    present = [
        marker for name, marker in MARKERS.items() if clean((attributes[name] or "").replace("|", " "))
    ]
    assert _MARKED.findall(rendered) == present


@given(TEXTS)
@example("[[SEP_T]]")
@example("[[[SEP_S]]]")
def test_clean_text_holds_no_separator_token(text: str) -> None:
    assert not _MARKED.search(clean(text))


@given(TEXTS)
def test_clean_text_is_composed_and_single_spaced(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned)


@given(TEXTS)
@example("[[SEP_B]]")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_a_normalised_query_is_its_own_normal_form(text: str) -> None:
    assert normalise_query(normalise_query(text)) == normalise_query(text)


def test_one_query_however_it_is_typed() -> None:
    typed = ["Crème  LAMP ", "cre\u0300me lamp", "\tCRÈME\nlamp", "cr\u00e8me\u200b lamp"]
    assert {normalise_query(text) for text in typed} == {"crème lamp"}
    assert len({query_hash(text) for text in typed}) == 1


@given(TEXTS)
def test_a_query_and_its_normal_form_have_one_hash(text: str) -> None:
    assert query_hash(text) == query_hash(normalise_query(text))
    assert re.fullmatch("[0-9a-f]{16}", query_hash(text))


def test_different_queries_have_different_hashes() -> None:
    assert len({query_hash(text) for text in ("", "lamp", "lamps", "lamp red", "red lamp")}) == 5


def test_the_fingerprint_is_the_same_every_time() -> None:
    assert text_fingerprint() == text_fingerprint()


def _loud(item: Item) -> str:
    return render_item(item).upper()


def _without_gender(text: str) -> Words:
    words = analyse(text)
    return Words(words.tokens, words.quantities, 0)


def _without_quantities(text: str) -> Words:
    words = analyse(text)
    return Words(words.tokens, (), words.gender)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("render_item", _loud),
        ("normalise_query", str),
        ("stem", str),
        ("analyse", _without_gender),
        ("analyse", _without_quantities),
        ("MARKERS", {**MARKERS, "brand": "[SEP_X]"}),
        ("MARKERS", dict(reversed(MARKERS.items()))),
        ("SEPARATOR_TOKENS", ()),
    ],
)
def test_the_fingerprint_moves_with_whatever_changes_the_text(
    monkeypatch: pytest.MonkeyPatch, name: str, value: Any
) -> None:
    before = text_fingerprint()
    monkeypatch.setattr(core.text, name, value)
    assert text_fingerprint() != before


@pytest.mark.parametrize(
    "special",
    [
        "½",
        "″",
        "™",
        r"\d{7}",
        r"\[\[",
        "[\"']",
        r"\d-\d",
        r"\d/\d",
        r"\d,\d{3}",
        r"\dx\d",
        r"[^\W\d]\d|\d[^\W\d]",
    ],
)
def test_the_fingerprint_sees_every_kind_of_text_that_has_a_rule_of_its_own(
    monkeypatch: pytest.MonkeyPatch, special: str
) -> None:
    before = text_fingerprint()
    monkeypatch.setattr(core.text, "analyse", lambda text: analyse(re.sub(special, "", text)))
    monkeypatch.setattr(core.text, "clean", lambda text: clean(re.sub(special, "", text)))
    assert text_fingerprint() != before
