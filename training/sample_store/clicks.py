"""The impression log, from a click model with position bias.

For an item shown at position p (from 1) of a search:

- the shopper examines it with probability (1/p) ** 0.8;
- an examined item is clicked with probability `CLICK[label]` times its appeal, which lies in [0.6, 1.4]
  and grows with the rating and with a price below what its type usually costs;
- a clicked item goes into the cart with probability `CART[label]` times its appeal;
- an item in the cart is ordered with probability `ORDER[label]`;
- besides, anything shown is clicked by accident with probability 0.002.

The order shown is the search's own, with noise that differs from search to search. Head queries are
searched often (frequencies fall like a power of their rank), torso queries now and then, tail queries never.
A search id identifies a search, not a shopper; there is nothing about shoppers in the log.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

from training.sample_store.demand import HEAD, TORSO
from training.sample_store.relevance import grade
from training.sample_store.schema import Impression, Product, Query

LAST_DAY = datetime.date(2026, 1, 31)
DAYS = 30
PAGE = 18
ETA = 0.8
CLICK = {1.0: 0.36, 0.5: 0.14, 0.0: 0.03}
CART = {1.0: 0.30, 0.5: 0.14, 0.0: 0.03}
ORDER = {1.0: 0.55, 0.5: 0.35, 0.0: 0.15}
ACCIDENT = 0.002

_POOL = 36
_SHUFFLE = 0.12
_BUSIEST = 125


@dataclass(frozen=True, slots=True)
class _Shown:
    item_id: str
    score: float
    label: float
    appeal: float


def build_clicks(
    queries: Sequence[Query],
    products: Sequence[Product],
    scores: Mapping[int, Mapping[str, float]],
    rng: Random,
) -> list[Impression]:
    """Return the log in the order of its days; `scores` maps query ids to the search's answers."""
    by_id = {product.item_id: product for product in products}
    appeal = _appeals(products)
    searches: list[tuple[datetime.date, str, list[_Shown], str]] = []
    for query, count in _frequencies(queries, rng):
        pool = _pool(query, scores[query.query_id], by_id, appeal)
        for _ in range(count):
            day = LAST_DAY - datetime.timedelta(days=rng.randrange(DAYS))
            searches.append((day, f"{rng.getrandbits(64):016x}", pool, _as_sent(query.text, rng)))
    searches.sort(key=lambda search: search[:2])
    return [shown for search in searches for shown in _search(*search, rng)]


def _frequencies(queries: Sequence[Query], rng: Random) -> Iterator[tuple[Query, int]]:
    """Yield each query that is ever searched, with its number of searches."""
    head = [query for query in queries if query.segment == HEAD]
    rng.shuffle(head)
    for rank, query in enumerate(head, start=1):
        yield query, max(12, int(_BUSIEST / rank**0.45))
    for query in queries:
        if query.segment == TORSO:
            yield query, rng.randint(2, 12)


def _appeals(products: Sequence[Product]) -> dict[str, float]:
    prices: dict[str, list[float]] = {}
    for product in products:
        prices.setdefault(product.product_type, []).append(product.price)
    usual = {name: median(values) for name, values in prices.items()}
    return {product.item_id: _appeal(product, usual[product.product_type]) for product in products}


def _appeal(product: Product, usual_price: float) -> float:
    stars = 0.35 * ((product.rating or 4.0) - 4.1)
    bargain = -0.18 * math.log(product.price / usual_price)
    return min(max(1.0 + stars + bargain, 0.6), 1.4)


def _pool(
    query: Query, scores: Mapping[str, float], by_id: Mapping[str, Product], appeal: Mapping[str, float]
) -> list[_Shown]:
    best = list(scores.items())[:_POOL]
    return [_Shown(at, score, grade(query.intent, by_id[at]), appeal[at]) for at, score in best]


def _as_sent(text: str, rng: Random) -> str:
    """Return the query as one search box sent it: now and then capitals, or spaces too many."""
    draw = rng.random()
    if draw < 0.06:
        return text.title()
    if draw < 0.09:
        return text.upper()
    if draw < 0.13:
        return f"{text} "
    return text.replace(" ", "  ", 1) if draw < 0.15 else text


def _search(
    day: datetime.date, search_id: str, pool: Sequence[_Shown], text: str, rng: Random
) -> Iterator[Impression]:
    spread = _SHUFFLE * pool[0].score
    page = sorted(pool, key=lambda shown: -(shown.score + spread * rng.normalvariate(0.0, 1.0)))[:PAGE]
    for position, shown in enumerate(page, start=1):
        click, cart, order = _outcome(shown, position, rng)
        yield Impression(day, search_id, text, shown.item_id, position, click, cart, order)


def _outcome(shown: _Shown, position: int, rng: Random) -> tuple[int, int, int]:
    examined = rng.random() < (1 / position) ** ETA
    click = (examined and rng.random() < CLICK[shown.label] * shown.appeal) or rng.random() < ACCIDENT
    cart = click and rng.random() < CART[shown.label] * shown.appeal
    order = cart and rng.random() < ORDER[shown.label]
    return int(click), int(cart), int(order)
