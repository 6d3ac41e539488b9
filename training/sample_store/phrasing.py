"""Puts an intent into the words of a search box."""

from __future__ import annotations

from random import Random

from training.sample_store import shopper_text, sizes
from training.sample_store.departments import TYPES
from training.sample_store.schema import Intent

_LAYOUTS = (
    "{brand} {gender} {feature} {color} {material} {word} {size}",
    "{brand} {gender} {feature} {color} {material} {word} {size}",
    "{size} {color} {material} {feature} {word} {gender_after} {brand}",
    "{size} {brand} {color} {feature} {material} {gender} {word}",
    "{word} {color} {material} {feature} {size} {gender_after} {brand}",
    "{material} {word} {feature} {gender_after} {color} {brand} {size}",
)
_PLAIN_SHARE = 0.6
_MOST_WORDS = 7


def phrase(intent: Intent, rng: Random, *, synonym: bool = False) -> str:
    """Return a query for the intent; with `synonym` the product goes by another name than its plainest."""
    text = ""
    for _ in range(12):
        text = _attempt(intent, synonym, rng)
        words = text.split()
        if len(set(words)) == len(words) <= _MOST_WORDS:
            break
    return text


def _attempt(intent: Intent, synonym: bool, rng: Random) -> str:
    word = _product_word(intent.product_types[0], synonym, rng)
    genders = ("", "")
    if intent.gender:
        genders = (
            shopper_text.gender_before(intent.gender, rng),
            shopper_text.gender_after(intent.gender, rng),
        )
    text = rng.choice(_LAYOUTS).format(
        word=word,
        brand=_brand(intent.brand, rng),
        color=_attribute(intent.color, rng),
        material=_attribute(intent.material, rng),
        feature=_attribute(intent.feature, rng),
        gender=genders[0],
        gender_after=genders[1],
        size=" ".join(sizes.as_typed(size, rng) for size in intent.sizes),
    )
    return " ".join(text.split())


def _product_word(name: str, synonym: bool, rng: Random) -> str:
    words = TYPES[name].words
    plain = not synonym and (len(words) == 1 or rng.random() < _PLAIN_SHARE)
    word = shopper_text.inflect(words[0] if plain else rng.choice(words[1:]), rng)
    return shopper_text.joined(word, rng) if rng.random() < 0.07 else word


def _attribute(value: str | None, rng: Random) -> str:
    return shopper_text.plainly(value, rng) if value else ""


def _brand(brand: str | None, rng: Random) -> str:
    if not brand:
        return ""
    typed = brand.lower().replace(" & ", rng.choice((" & ", " and ", " ")))
    return shopper_text.joined(typed, rng) if rng.random() < 0.06 else typed
