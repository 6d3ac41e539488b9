"""The grade of an item for an intent.

- 1.0: a right type, and every stated constraint is known to be met;
- 0.5: a right type with a constraint not met (or not stated by the page), or a near type with none unmet;
- 0.0: any other product.
"""

from __future__ import annotations

from training.sample_store.colors import words_of
from training.sample_store.departments import TYPES
from training.sample_store.schema import Intent, Product

# words that turn a material into another one: faux leather is not leather
_QUALIFIERS = frozenset({"faux", "alternative", "composite", "synthetic"})
_CHILDREN = frozenset({"Boys", "Girls", "Kids"})


def grade(intent: Intent, product: Product) -> float:
    """Return the label of the product for the intent."""
    met = meets_constraints(intent, product)
    if product.product_type in intent.product_types:
        return 1.0 if met else 0.5
    near = any(product.product_type in TYPES[name].near for name in intent.product_types)
    return 0.5 if near and met else 0.0


def meets_constraints(intent: Intent, product: Product) -> bool:
    """Tell whether the product is known to meet every constraint of the intent, its type aside."""
    return (
        (intent.brand is None or intent.brand == product.known_brand)
        and (intent.color is None or intent.color.lower() in words_of(product.known_colors))
        and (intent.gender is None or _suits(intent.gender, product.known_gender))
        and (intent.material is None or _is_made_of(intent.material, product.known_material))
        and all(size in product.known_sizes for size in intent.sizes)
        and (intent.feature is None or intent.feature in product.known_features)
    )


def _suits(wanted: str, gender: str | None) -> bool:
    if gender is None or gender == wanted:
        return gender is not None
    if wanted == "Kids":
        return gender in _CHILDREN
    return (gender == "Unisex" and wanted in {"Men", "Women"}) or (gender == "Kids" and wanted in _CHILDREN)


def _is_made_of(wanted: str, material: str | None) -> bool:
    if material is None:
        return False
    asked, has = set(wanted.lower().split()), set(material.lower().split())
    return asked <= has and not (has - asked) & _QUALIFIERS
