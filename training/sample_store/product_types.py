"""What a department says about the products it sells: one hand-written definition per product type."""

from __future__ import annotations

from dataclasses import dataclass, field

from training.sample_store.brands import BRANDS
from training.sample_store.colors import PALETTES


@dataclass(frozen=True, slots=True)
class Ask:
    """A query in a shopper's own words, with the constraints that it states (attribute -> value)."""

    text: str
    constraints: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProductType:
    """One product type: how the catalogue describes it, how shoppers ask for it, what it is mistaken for.

    `words` are the shoppers' names, the plainest first. `near` are types that a shopper would take as a
    compromise (graded 0.5); `confusable` are wrong products that share words with it (graded 0).
    """

    name: str
    department: str
    brands: tuple[str, ...]
    nouns: tuple[str, ...]
    words: tuple[str, ...]
    price: tuple[float, float]
    count: int
    titles: tuple[str, ...]
    facts: tuple[str, ...]
    feature_facts: tuple[tuple[str, str], ...] = ()
    sizes: tuple[str, ...] = ()
    specs: tuple[str, ...] = ()
    packs: tuple[int, ...] = (1,)
    pack_word: str = "Pack"
    colors: tuple[str, ...] = ()
    two_tone: float = 0.0
    materials: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    confusable: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """What the types of one department share: its brands and its usual title patterns."""

    name: str
    brands: str
    titles: str
    palettes: dict[str, tuple[str, ...]] = field(default_factory=lambda: PALETTES)

    def define(
        self,
        name: str,
        *,
        nouns: str,
        words: str,
        price: tuple[float, float],
        facts: str,
        brands: str = "",
        count: int = 28,
        titles: str = "",
        sizes: str = "",
        specs: str = "",
        packs: str = "1",
        pack_word: str = "Pack",
        colors: str = "",
        two_tone: float = 0.0,
        materials: str = "",
        genders: str = "",
        features: str = "",
        extras: str = "",
        near: str = "",
        confusable: str = "",
        asks: str = "",
    ) -> ProductType:
        """Build a type from its table entry: lists are comma-separated, texts are one to a line."""
        plain, tagged = _facts(facts)
        return ProductType(
            name=name,
            department=self.name,
            brands=_known_brands(_items(brands or self.brands)),
            nouns=_items(nouns),
            words=_items(words),
            price=price,
            count=count,
            titles=_lines(titles or self.titles),
            facts=plain,
            feature_facts=tagged,
            sizes=_items(sizes),
            specs=_items(specs),
            packs=tuple(int(pack) for pack in packs.split()),
            pack_word=pack_word,
            colors=self.palettes.get(colors, _items(colors)),
            two_tone=two_tone,
            materials=_items(materials),
            genders=_items(genders),
            features=_items(features),
            extras=_items(extras),
            near=_items(near),
            confusable=_items(confusable),
            asks=tuple(_ask(line) for line in _lines(asks)),
        )


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


def _known_brands(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        BRANDS[name]
    return names


def _facts(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Split ``+Feature: sentence`` lines, true only of products with that feature, from the others."""
    lines = _lines(text)
    tagged = [line[1:].split(": ", 1) for line in lines if line.startswith("+")]
    plain = tuple(line for line in lines if not line.startswith("+"))
    return plain, tuple((feature, sentence) for feature, sentence in tagged)


def _ask(line: str) -> Ask:
    text, _, constraints = (part.strip() for part in line.partition(" | "))
    pairs = [pair.split("=", 1) for pair in _items(constraints)]
    return Ask(text, tuple((key, value) for key, value in pairs))
