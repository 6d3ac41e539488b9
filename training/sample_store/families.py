"""What the store stocks: families of one product in several sizes and colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from training.sample_store.brands import BRANDS, Brand
from training.sample_store.colors import FAMILY
from training.sample_store.departments import TYPES
from training.sample_store.product_types import Ask, ProductType

_FAMILY_SIZES = (1, 1, 2, 2, 3, 3, 4)
_FEATURE_SHARE = 0.7
_EXTRA_SHARE = 0.78
_SECOND_EXTRA_SHARE = 0.4
_MATERIAL_SHARE = 0.94


@dataclass(frozen=True, slots=True)
class Family:
    """What the variants of one product have in common. `style` seeds the way their titles are written."""

    kind: ProductType
    brand: Brand
    series: str
    model: str
    noun: str
    pattern: str
    extra: str | None
    material: str | None
    gender: str | None
    feature: str | None
    spec: str | None
    style: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One product of a family, as it truly is."""

    family: Family
    size: str | None
    colors: tuple[str, ...]
    pack: int


def stock(rng: Random) -> Iterator[Variant]:
    """Yield every product that the store sells, type by type, family by family.

    Buyers know their shoppers: what a shopper asks for in their own words is in stock.
    """
    for kind in TYPES.values():
        asked = [_asked_for(kind, ask, rng) for ask in kind.asks if ask.constraints]
        yield from asked
        remaining = kind.count - len(asked)
        while remaining > 0:
            family = _family(kind, rng)
            variants = _variants(family, min(remaining, rng.choice(_FAMILY_SIZES)), rng)
            remaining -= len(variants)
            yield from variants


def _asked_for(kind: ProductType, ask: Ask, rng: Random) -> Variant:
    """Return a product that meets what the ask states, drawn at random in everything else."""
    wanted = dict(ask.constraints)
    sizes = [value for key, value in ask.constraints if key == "size"]
    family = _family(kind, rng)
    family = replace(
        family,
        brand=BRANDS[wanted.get("brand", family.brand.name)],
        material=wanted.get("material", family.material),
        gender=wanted.get("gender", family.gender),
        feature=wanted.get("feature", family.feature),
        spec=next((size for size in sizes if size in kind.specs), family.spec),
    )
    colors = [name for name in kind.colors if wanted.get("color") in (name, FAMILY[name])]
    return Variant(
        family=family,
        size=next((size for size in sizes if size in kind.sizes), _size(family, rng)),
        colors=(rng.choice(colors),) if colors else _colors(kind, rng),
        pack=int(wanted["pack"]) if "pack" in wanted else _pack(kind, rng),
    )


def _family(kind: ProductType, rng: Random) -> Family:
    brand = BRANDS[rng.choice(kind.brands)]
    return Family(
        kind=kind,
        brand=brand,
        series=rng.choice(brand.series),
        model=_model(brand, rng),
        noun=rng.choice(kind.nouns),
        pattern=rng.choice(kind.titles),
        extra=_extra(kind, rng),
        material=_maybe(kind.materials, _MATERIAL_SHARE, rng),
        gender=_maybe(kind.genders, 1.0, rng),
        feature=_maybe(kind.features, _FEATURE_SHARE, rng),
        spec=_maybe(kind.specs, 1.0, rng),
        style=rng.getrandbits(32),
    )


def _extra(kind: ProductType, rng: Random) -> str | None:
    """Return a selling phrase, or two in one: with Glass Lid and Helper Handle."""
    first = _maybe(kind.extras, _EXTRA_SHARE, rng)
    second = _maybe(kind.extras, _SECOND_EXTRA_SHARE, rng)
    if not first or not second or not (first.startswith("with ") and second.startswith("with ")):
        return first
    repeats = set(first.split()) & set(second.split()) - {"with"}
    return first if repeats else f"{first} and {second.removeprefix('with ')}"


def _maybe(values: tuple[str, ...], share: float, rng: Random) -> str | None:
    wanted = rng.random() < share
    return rng.choice(values) if values and wanted else None


def _model(brand: Brand, rng: Random) -> str:
    """Return a model number in one of the shapes that brands use, e.g. HV-214 or HV2140B."""
    shape = rng.choice(("{c}-{n}", "{c}{n}0", "{c}{n}{x}", "{c[0]}{n}", "{c} {n}"))
    return shape.format(c=brand.code, n=rng.randrange(100, 990), x=rng.choice("BKSX"))


def _variants(family: Family, count: int, rng: Random) -> list[Variant]:
    """Draw variants that differ from one another in size, colour or pack."""
    variants: list[Variant] = []
    for _ in range(count * 4):
        variant = Variant(family, _size(family, rng), _colors(family.kind, rng), _pack(family.kind, rng))
        if variant not in variants:
            variants.append(variant)
        if len(variants) == count:
            break
    return variants


def _size(family: Family, rng: Random) -> str | None:
    return rng.choice(family.kind.sizes) if family.kind.sizes else None


def _pack(kind: ProductType, rng: Random) -> int:
    return rng.choice(kind.packs)


def _colors(kind: ProductType, rng: Random) -> tuple[str, ...]:
    if not kind.colors or rng.random() < 0.06:
        return ()
    first = rng.choice(kind.colors)
    second = rng.choice(kind.colors)
    two_tone = rng.random() < max(kind.two_tone, 0.03)
    return (first, second) if two_tone and second != first else (first,)
