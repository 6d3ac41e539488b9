"""The store's values: products, the intents behind queries, queries, judgments, impressions."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """One row of the catalogue, and what its page says about it (`known_*`).

    An attribute is known when the title or its field shows it. The fields are what the catalogue's
    columns hold: some known attributes stand in the title alone, and then the field is None.
    """

    item_id: str
    title: str
    product_type: str
    description: str | None
    price: float
    rating: float | None
    review_count: int
    brand: str | None
    color: str | None
    gender: str | None
    material: str | None
    size: str | None
    known_brand: str | None
    known_colors: tuple[str, ...]
    known_gender: str | None
    known_material: str | None
    known_sizes: tuple[str, ...]
    known_features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intent:
    """What a shopper wants: any of `product_types`, with every stated constraint met.

    `sizes` holds canonical sizes, specifications and packs (``18 in.``, ``60W``, ``24-Pack``).
    """

    product_types: tuple[str, ...]
    brand: str | None = None
    color: str | None = None
    gender: str | None = None
    material: str | None = None
    sizes: tuple[str, ...] = ()
    feature: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed, with its intent, its side of the split and its traffic segment."""

    query_id: int
    text: str
    intent: Intent
    split: str
    segment: str


@dataclass(frozen=True, slots=True)
class Judgment:
    """The grade of one item for one query: 1.0, 0.5 or 0.0.

    `retrieval_score` is None where the store's retrieval did not return the item.
    """

    query_id: int
    item_id: str
    label: float
    retrieval_score: float | None


@dataclass(frozen=True, slots=True)
class Impression:
    """One item shown at one position of one search, and what the shopper did with it."""

    day: datetime.date
    search_id: str
    query: str
    item_id: str
    position: int
    click: int
    cart: int
    order: int


@dataclass(frozen=True, slots=True)
class SampleStore:
    """Everything that one seed makes."""

    seed: int
    products: tuple[Product, ...]
    queries: tuple[Query, ...]
    judgments: tuple[Judgment, ...]
    impressions: tuple[Impression, ...]
