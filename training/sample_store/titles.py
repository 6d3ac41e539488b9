"""Writes titles, and remembers which attributes each one shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from training.sample_store import sizes
from training.sample_store.families import Variant
from training.sample_store.grammar import expand, fill, settle, slots_of

# how often a title keeps an attribute to itself, so that only the attribute's field can show it
_HIDDEN = {
    "brand": 0.10,
    "color": 0.22,
    "material": 0.25,
    "size": 0.15,
    "spec": 0.08,
    "gender": 0.07,
    "feature": 0.05,
}
_SHORTEST = 5
_GENDERS = {
    "Men": ("Men's", "Men"),
    "Women": ("Women's", "Women"),
    "Boys": ("Boys'", "Boys"),
    "Girls": ("Girls'", "Girls"),
    "Kids": ("Kids'", "Kids"),
    "Unisex": ("Unisex", "Men and Women"),
}
_LOOSE_EXTRA = re.compile(r"(?<![,:-]) \{extra\}")
_MISPLACED = ("{color} {title}", "{title} - {color}", "{title} ({color})", "{title}, {color}")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and the names of the slots whose values it spells out."""

    text: str
    shows: frozenset[str]


def write_title(variant: Variant, rng: Random) -> Title:
    """Write the title of a variant; variants of a family are written alike."""
    style = Random(variant.family.style)
    pattern = expand(_punctuated(variant), style)
    slots = _without_repeats(_slots(variant, style))
    pattern = settle(pattern, slots)
    text, shows = fill(pattern, slots), {name for name in slots_of(pattern) if slots.get(name)}
    if "pack" in slots and "pack" not in shows:
        text, shows = f"{text} {slots['pack']}", shows | {"pack"}
    if variant.colors and "color" not in shows and rng.random() < 0.12:
        form = rng.choice(_MISPLACED)
        text, shows = form.format(color=" / ".join(variant.colors), title=text), shows | {"color"}
    if len(text.split()) < _SHORTEST and "brand" not in shows:
        text, shows = f"{variant.family.brand.name} {text}", shows | {"brand"}
    return Title(text, frozenset(shows))


def _punctuated(variant: Variant) -> str:
    """Return the title pattern, with a comma before an extra that is not joined by a preposition."""
    pattern, extra = variant.family.pattern, variant.family.extra or ""
    if not extra or extra.split(" ")[0] in {"with", "w/", "for", "in", "to"}:
        return pattern
    before, noun, after = pattern.partition("{noun}")
    return before + noun + _LOOSE_EXTRA.sub("<, {extra}>", after)


def _slots(variant: Variant, style: Random) -> dict[str, str]:
    """Return what the title may say: the attributes of the variant, less those that it hides."""
    family = variant.family
    possessive, plain = _GENDERS.get(family.gender or "", ("", ""))
    values = {
        "brand": family.brand.name,
        "series": family.series,
        "model": family.model,
        "noun": family.noun,
        "extra": family.extra or "",
        "feature": family.feature or "",
        "material": family.material or "",
        "color": "/".join(variant.colors),
        "gender": possessive,
        "gender_plain": plain,
        "size": sizes.in_title(variant.size, style) if variant.size else "",
        "spec": sizes.in_title(family.spec, style) if family.spec else "",
        "pack": sizes.pack_in_title(variant.pack, family.kind.pack_word, style) if variant.pack > 1 else "",
    }
    hidden = {name for name, share in _HIDDEN.items() if style.random() < share}
    return {name: value for name, value in values.items() if value and name not in hidden}


def _without_repeats(slots: dict[str, str]) -> dict[str, str]:
    """Leave out a material, colour or extra that would say a word of the title twice."""
    said = set(slots["noun"].lower().split())
    kept = dict(slots)
    for name in ("feature", "color", "material", "extra"):
        words = set(kept.get(name, "").lower().replace("/", " ").split())
        if words & said - {"with", "for", "and", "in"}:
            del kept[name]
        said |= words
    return kept


_ABBREVIATIONS = (
    ("material", "Stainless Steel", "SS"),
    ("material", "Stainless Steel", "Stnls Steel"),
    ("color", "Black", "Blk"),
    ("color", "White", "Wht"),
    ("color", "Gray", "Gry"),
    ("size", "X-Large", "XLg"),
    ("size", "Medium", "Med"),
    ("brand", " & ", " and "),
)


def blemish(title: Title, filled: frozenset[str], rng: Random) -> str:
    """Write the title as hurried sellers do; an abbreviated attribute stays readable in its field."""
    text = title.text.replace(" with ", " w/ ") if rng.random() < 0.05 else title.text
    if rng.random() < 0.12:
        for name, full, short in rng.sample(_ABBREVIATIONS, 4):
            text = text.replace(full, short) if name in filled else text
    shout = rng.random()
    if shout < 0.012:
        return text.upper()
    return text.lower() if shout < 0.02 else text
