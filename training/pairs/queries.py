"""New queries from titles: a shopper names the thing and perhaps a property or two, in the title's own words.

A title is cut to its main phrase, and of its words a few are kept in their order; the last one, which mostly
names the thing, and the first, which often is the brand, are kept more often than the others.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from core.lexicon import main_phrase
from core.types import Item
from training.judgments import stems_of

# how many words a query has, with weights like those of shoppers' queries
LENGTHS, _LENGTH_WEIGHTS = (1, 2, 3, 4), (1, 4, 3, 2)
_LAST, _FIRST, _OTHER = 6.0, 2.0, 1.0
_IDLE = frozenset(["a", "an", "and", "by", "in", "no", "of", "the", "to"])
_WORD = re.compile(r"[^\W_](?:[\w.&'’/-]*[^\W_])?")
_TRIES = 10  # draws per wanted query; a small catalogue runs out of new ones


def invented_queries(items: Sequence[Item], count: int, taken: Iterable[str], seed: int = 7) -> list[str]:
    """At most `count` different queries, none a near-duplicate of another or of one that is `taken`."""
    draw = random.Random(f"{seed}|queries")
    known = {stems_of(query) for query in taken} | {""}
    found: list[str] = []
    for _ in range(_TRIES * count if items else 0):
        query = query_of(draw.choice(items).title, draw)
        if (stems := stems_of(query)) not in known:
            known.add(stems)
            found.append(query)
            if len(found) == count:
                break
    return found


def query_of(title: str, draw: random.Random) -> str:
    """One query from a title; empty when the title has no word."""
    words = [word for word in _WORD.findall(main_phrase(title).casefold()) if word not in _IDLE]
    wanted = min(draw.choices(LENGTHS, _LENGTH_WEIGHTS)[0], len(words))
    weights = [_OTHER] * len(words)
    if words:
        weights[0], weights[-1] = _FIRST, _LAST
    # weighted draw without replacement (Efraimidis and Spirakis 2006): the largest keys u^(1/w)
    keys = [draw.random() ** (1 / weight) for weight in weights]
    chosen = sorted(range(len(words)), key=lambda place: -keys[place])[:wanted]
    return " ".join(words[place] for place in sorted(chosen))
