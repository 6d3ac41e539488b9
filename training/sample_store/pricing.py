"""Prices by type, brand tier, size and material; ratings by brand quality; review counts by popularity."""

from __future__ import annotations

import math
from random import Random

from training.sample_store.families import Variant

_COSTLY = frozenset(
    {
        "leather",
        "cashmere",
        "titanium",
        "marble",
        "walnut",
        "acacia",
        "copper",
        "silk",
        "down",
        "merino",
        "teak",
    }
)
_CHEAP = frozenset(
    {"plastic", "polyester", "faux", "microfiber", "vinyl", "acrylic", "synthetic", "engineered"}
)
_NO_LADDER = frozenset({"S", "M", "L", "XL", "7", "28x30", "Standard", "30 in. x 48 in."})


def price_of(variant: Variant, family_noise: float, rng: Random) -> float:
    """Return the shelf price: a place in the type's range (log scale), then a retail ending."""
    low, high = variant.family.kind.price
    place = 0.42 * variant.family.brand.tier + 0.2 * family_noise + 0.03 * rng.random()
    ladder = _ladder(variant)
    place += 0.32 * ladder if ladder is not None else 0.3 * (variant.family.brand.tier + family_noise) / 2
    place += _material_premium(variant)
    return _ending(low * (high / low) ** min(max(place, 0.0), 1.0), rng)


def _ladder(variant: Variant) -> float | None:
    """Return how big the variant is among its type's sizes, specifications and packs (0 to 1)."""
    kind = variant.family.kind
    steps = [(variant.family.spec, kind.specs)]
    if not _NO_LADDER & set(kind.sizes):
        steps.append((variant.size, kind.sizes))
    packs = sorted(set(kind.packs))
    places = [values.index(value) / (len(values) - 1) for value, values in steps if value and len(values) > 1]
    if len(packs) > 1:
        places.append(packs.index(variant.pack) / (len(packs) - 1))
    return sum(places) / len(places) if places else None


def _material_premium(variant: Variant) -> float:
    words = set((variant.family.material or "").lower().split())
    return 0.1 * bool(words & _COSTLY and not words & _CHEAP) - 0.06 * bool(words & _CHEAP)


def _ending(price: float, rng: Random) -> float:
    if price < 20:
        return int(price) + rng.choice((0.99, 0.99, 0.49, 0.97, 0.79))
    if price < 150:
        return int(price) + rng.choice((0.99, 0.99, 0.95, 0.49, 0.0))
    tens = 10 * round(price / 10) - 1
    return float(tens) + rng.choice((0.0, 0.99, 0.0))


def popularity(rng: Random) -> float:
    """Return how many reviews a family of products gathers, heavy-tailed; many gather none."""
    return math.exp(rng.normalvariate(3.1, 1.7)) if rng.random() > 0.08 else 0.0


def reviews_of(variant: Variant, family_popularity: float, rng: Random) -> tuple[float | None, int]:
    """Return (rating, review count); the rating is None where there is no review yet."""
    count = int(family_popularity * rng.uniform(0.1, 1.3))
    mean = 0.35 + 0.6 * variant.family.brand.quality
    weight = 12 + min(count, 300) / 8
    share = rng.betavariate(mean * weight, (1 - mean) * weight)
    return (round(1 + 4 * share, 1), count) if count else (None, 0)
