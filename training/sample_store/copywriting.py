"""Writes descriptions: one to three sentences, true of the product that they describe."""

from __future__ import annotations

from random import Random

from training.sample_store.families import Variant
from training.sample_store.grammar import sentence

_DESCRIBED_SHARE = 0.8
_FEATURE_FACT_SHARE = 0.6
_LEADS = (
    "From {brand}'s {series} [line|range|collection].",
    "{brand} {series} {noun}<, in {color}>.",
    "{noun} by {brand}<, {size}>[, from the {series} range|].",
    "{brand} {noun} [for everyday use|from the {series} line|with a one-year warranty].",
)


def write_description(
    variant: Variant, known: frozenset[str], tells_feature: bool, rng: Random
) -> str | None:
    """Return the description, or None for the fifth of the catalogue that has none.

    Only attributes in `known` are mentioned; with `tells_feature` the feature, which the title
    leaves out, is told here and the description is never missing.
    """
    if not tells_feature and rng.random() >= _DESCRIBED_SHARE:
        return None
    slots = _slots(variant, known)
    count = rng.choice((1, 2, 2, 3))
    sentences = _feature_facts(variant, tells_feature or "feature" in known, tells_feature, slots, rng)
    sentences += _facts(variant, slots, count - len(sentences), rng)
    if len(sentences) < 3 and rng.random() < 0.35 and (lead := sentence(rng.choice(_LEADS), slots, rng)):
        sentences.insert(0, lead)
    return " ".join(sentences) or None


def _slots(variant: Variant, known: frozenset[str]) -> dict[str, str]:
    family = variant.family
    values = {
        "brand": family.brand.name,
        "size": variant.size or "",
        "spec": family.spec or "",
        "material": (family.material or "").lower(),
        "color": " and ".join(variant.colors).lower(),
    }
    slots = {name: value for name, value in values.items() if name in known}
    return slots | {"series": family.series, "noun": _plainly(family.noun)}


def _plainly(noun: str) -> str:
    """Return the noun in lower case, abbreviations such as TV aside."""
    return " ".join(word if word.isupper() else word.lower() for word in noun.split())


def _feature_facts(
    variant: Variant, has_feature: bool, must: bool, slots: dict[str, str], rng: Random
) -> list[str]:
    facts = dict(variant.family.kind.feature_facts)
    fact = facts.get(variant.family.feature or "")
    told = must or rng.random() < _FEATURE_FACT_SHARE
    if fact is None or not has_feature or not told:
        return []
    written = sentence(fact, slots, rng)
    return [written] if written else []


def _facts(variant: Variant, slots: dict[str, str], count: int, rng: Random) -> list[str]:
    facts = list(variant.family.kind.facts)
    rng.shuffle(facts)
    written = [text for fact in facts if (text := sentence(fact, slots, rng))]
    return written[: max(count, 0)]
