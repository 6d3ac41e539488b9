"""The store's departments: every product type it sells, by name."""

from training.sample_store.departments import (
    beauty,
    clothing,
    electronics,
    garden,
    home,
    household,
    kitchen,
    office,
    outdoors,
    pet,
    shoes,
    tools,
    toys,
)
from training.sample_store.product_types import ProductType

_MODULES = (
    kitchen,
    home,
    household,
    tools,
    electronics,
    clothing,
    shoes,
    outdoors,
    toys,
    beauty,
    garden,
    office,
    pet,
)

TYPES: dict[str, ProductType] = {kind.name: kind for module in _MODULES for kind in module.TYPES}
"""Every product type by its catalogue name, in a fixed order."""
