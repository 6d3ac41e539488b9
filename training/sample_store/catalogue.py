"""Puts the catalogue together: which attribute stands in the title, which in its field, which nowhere."""

from __future__ import annotations

from itertools import groupby
from random import Random

from training.sample_store import pricing, sizes
from training.sample_store.colors import FAMILY
from training.sample_store.copywriting import write_description
from training.sample_store.families import Variant, stock
from training.sample_store.schema import Product
from training.sample_store.titles import Title, blemish, write_title

# share of products whose field is filled: (when the title shows the attribute, when it does not)
_FILLED = {
    "brand": (0.90, 0.94),
    "color": (0.78, 0.88),
    "material": (0.74, 0.84),
    "gender": (0.86, 0.97),
    "size": (0.78, 0.92),
}


def build_catalogue(rng: Random) -> list[Product]:
    """Return every product in item id order, which says nothing about type, brand or family."""
    families = [list(family) for _, family in groupby(stock(rng), key=lambda variant: variant.family)]
    ids = iter(rng.sample(range(100_000, 1_000_000), sum(map(len, families))))
    products = []
    for family in families:
        noise, fame = rng.random(), pricing.popularity(rng)
        products += [_product(variant, f"SF-{next(ids)}", noise, fame, rng) for variant in family]
    return sorted(products, key=lambda product: product.item_id)


def _product(variant: Variant, item_id: str, noise: float, fame: float, rng: Random) -> Product:
    title = write_title(variant, rng)
    filled = _filled_fields(variant, title, rng)
    tells_feature = _tells_feature(variant, title)
    known = filled | title.shows
    rating, reviews = pricing.reviews_of(variant, fame, rng)
    return Product(
        item_id=item_id,
        title=blemish(title, filled, rng),
        product_type=variant.family.kind.name,
        description=write_description(variant, known, tells_feature, rng),
        price=pricing.price_of(variant, noise, rng),
        rating=rating,
        review_count=reviews,
        brand=variant.family.brand.name if "brand" in filled else None,
        color=_color_field(variant.colors, rng) if "color" in filled else None,
        gender=variant.family.gender if "gender" in filled else None,
        material=variant.family.material if "material" in filled else None,
        size=_size_field(variant, title) if "size" in filled else None,
        known_brand=variant.family.brand.name if "brand" in known else None,
        known_colors=variant.colors if "color" in known else (),
        known_gender=variant.family.gender if known & {"gender", "gender_plain"} else None,
        known_material=variant.family.material if "material" in known else None,
        known_sizes=_known_sizes(variant, title, filled),
        known_features=_known_features(variant, title, tells_feature),
    )


def _filled_fields(variant: Variant, title: Title, rng: Random) -> frozenset[str]:
    family = variant.family
    exists = {
        "brand": True,
        "color": bool(variant.colors),
        "material": family.material is not None,
        "gender": family.gender is not None,
        "size": variant.size is not None,
    }
    draws = {name: rng.random() < shares[name not in title.shows] for name, shares in _FILLED.items()}
    return frozenset(name for name, drawn in draws.items() if drawn and exists[name])


def _tells_feature(variant: Variant, title: Title) -> bool:
    """Tell whether the description has to tell the feature that the title leaves out."""
    return "feature" not in title.shows and variant.family.feature in dict(variant.family.kind.feature_facts)


def _color_field(colors: tuple[str, ...], rng: Random) -> str:
    """Return the field's value: the colour names and, from some sellers, their family as well."""
    values = list(colors)
    if rng.random() < 0.55:
        values += [FAMILY[color] for color in colors]
    return "|".join(dict.fromkeys(values))


def _size_field(variant: Variant, title: Title) -> str | None:
    """Return the size, with the specification where the title does not show it."""
    if variant.family.spec and "spec" not in title.shows:
        return f"{variant.size}, {variant.family.spec}"
    return variant.size


def _known_sizes(variant: Variant, title: Title, filled: frozenset[str]) -> tuple[str, ...]:
    values = (
        variant.size if "size" in filled | title.shows else None,
        variant.family.spec if "size" in filled or "spec" in title.shows else None,
        sizes.pack(variant.pack),
    )
    return tuple(value for value in values if value)


def _known_features(variant: Variant, title: Title, tells_feature: bool) -> tuple[str, ...]:
    feature = variant.family.feature
    return (feature,) if feature and ("feature" in title.shows or tells_feature) else ()
