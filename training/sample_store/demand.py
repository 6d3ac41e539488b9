"""What shoppers come for: bare products, broad wishes, wishes in their own words, constraints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from training.sample_store import phrasing, shopper_text, sizes
from training.sample_store.colors import FAMILY
from training.sample_store.departments import TYPES
from training.sample_store.product_types import Ask, ProductType
from training.sample_store.schema import Intent, Product

HEAD, TORSO, TAIL = "head", "torso", "tail"

_BARE, _ONE_CONSTRAINT, _SEVERAL_CONSTRAINTS = 88, 150, 130
_BROAD = (
    ("headphones", ("Headphones", "Earbuds")),
    ("boots", ("Hiking Boots", "Work Boots", "Rain Boots")),
    ("sneakers", ("Running Shoes", "Walking Shoes")),
    ("lamp", ("Table Lamps", "Floor Lamps", "Desk Lamps")),
    ("pillows", ("Bed Pillows", "Throw Pillows")),
    ("blanket", ("Throw Blankets",)),
    ("jacket", ("Rain Jackets", "Puffer Jackets")),
    ("charger", ("USB Chargers", "Power Banks")),
    ("pet food", ("Dog Food", "Cat Food")),
    ("hat", ("Beanies", "Baseball Caps")),
    ("pots and pans", ("Skillets", "Saucepans", "Dutch Ovens")),
    (
        "toys for kids",
        ("Building Sets", "Toy Trucks", "Dolls", "Stuffed Animals", "Jigsaw Puzzles", "Board Games"),
    ),
    (
        "office supplies",
        ("Staplers", "Staples", "Gel Pens", "Printer Paper", "Notebooks", "Ink Cartridges", "Whiteboards"),
    ),
    ("camping gear", ("Tents", "Sleeping Bags", "Camping Chairs", "Coolers", "Hiking Backpacks")),
    ("patio furniture", ("Patio Chairs", "Patio Umbrellas")),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A query before it has an id or a side of the split."""

    text: str
    intent: Intent
    segment: str


def wishes(products: Sequence[Product], rng: Random) -> Iterator[Wish]:
    """Yield every wish; the same intent may come several times in other words."""
    for text, names in _BROAD:
        yield Wish(text, Intent(names), HEAD)
    yield from _bare(rng)
    for kind in TYPES.values():
        yield from (_in_own_words(kind, ask) for ask in kind.asks)
    yield from _constrained(products, rng)


def _bare(rng: Random) -> Iterator[Wish]:
    """Yield bare product names, and for half of them the same wish in other words or mistyped."""
    for name in rng.sample(sorted(TYPES), _BARE):
        intent = Intent((name,))
        yield Wish(shopper_text.inflect(TYPES[name].words[0], rng), intent, HEAD)
        if rng.random() < 0.5:
            yield Wish(phrasing.phrase(intent, rng, synonym=True), intent, TORSO)
        if rng.random() < 0.2:
            yield Wish(shopper_text.mistyped(TYPES[name].words[0], rng), intent, TAIL)


def _in_own_words(kind: ProductType, ask: Ask) -> Wish:
    facts = dict(ask.constraints)
    asked = [value for key, value in ask.constraints if key == "size"]
    packed = sizes.pack(int(facts["pack"])) if "pack" in facts else None
    intent = Intent(
        product_types=(kind.name,),
        brand=facts.get("brand"),
        color=facts.get("color"),
        gender=facts.get("gender"),
        material=facts.get("material"),
        sizes=(*asked, packed) if packed else tuple(asked),
        feature=facts.get("feature"),
    )
    return Wish(ask.text, intent, TAIL)


def _constrained(products: Sequence[Product], rng: Random) -> Iterator[Wish]:
    """Yield wishes that a product of the catalogue fulfils, type after type in a shuffled order."""
    by_type: dict[str, list[Product]] = {name: [] for name in TYPES}
    for product in products:
        by_type[product.product_type].append(product)
    names = rng.sample(sorted(TYPES), len(TYPES))
    for turn in range(_ONE_CONSTRAINT + _SEVERAL_CONSTRAINTS):
        product = rng.choice(by_type[names[turn % len(names)]])
        several = turn >= _ONE_CONSTRAINT
        intent = _intent_met_by(product, rng.choice((2, 2, 2, 3)) if several else 1, rng)
        yield from _wordings(intent, TAIL if several else TORSO, rng)


def _wordings(intent: Intent, segment: str, rng: Random) -> Iterator[Wish]:
    """Yield the intent in words; sometimes mistyped; sometimes a second time in another order."""
    text = phrasing.phrase(intent, rng)
    if rng.random() < 0.14:
        segment, text = TAIL, shopper_text.mistyped(text, rng)
    yield Wish(text if rng.random() > 0.04 else text.capitalize(), intent, segment)
    if rng.random() < 0.1:
        yield Wish(phrasing.phrase(intent, rng, synonym=True), intent, TAIL)


def _intent_met_by(product: Product, count: int, rng: Random) -> Intent:
    """Return an intent with up to `count` constraints, all met by the product."""
    kind = TYPES[product.product_type]
    options: dict[str, list[str]] = {
        "brand": [product.known_brand] if product.known_brand else [],
        "color": [_asked_color(color, rng) for color in product.known_colors],
        "gender": [product.known_gender] if product.known_gender and len(set(kind.genders)) > 1 else [],
        "material": [product.known_material] if product.known_material else [],
        "size": list(product.known_sizes),
        "feature": list(product.known_features),
    }
    names = [name for name, values in options.items() if values]
    chosen = {name: rng.choice(options[name]) for name in rng.sample(names, min(count, len(names)))}
    size = chosen.pop("size", None)
    return Intent((product.product_type,), sizes=(size,) if size else (), **chosen)


def _asked_color(color: str, rng: Random) -> str:
    return FAMILY[color] if rng.random() < 0.65 else color
