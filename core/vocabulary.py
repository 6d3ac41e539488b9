"""Statistics of the catalogue's words, made once by training and carried in the bundle.

Two things about each stem: how rare it is (IDF), and how often an item that uses it uses it as its brand, as
a colour, and so on. That tells a brand name or a colour inside a query without a hand-made list.
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import MismatchError
from core.lexicon import analyse, unique
from core.types import Hashes, Item

ATTRIBUTES = ("brand", "color", "material", "product_type")
DTYPE = np.dtype([("stem", "<u4"), ("idf", "<f4"), *((name, "<f4") for name in ATTRIBUTES)])
_NO_LIMIT = 1 << 30


class Vocabulary:
    """The table, sorted by stem hash; a word that no item uses is as rare as the rarest, and no attribute."""

    def __init__(self, rows: NDArray[np.void]) -> None:
        unseen = np.zeros(1, DTYPE)
        unseen["idf"] = rows["idf"].max() if len(rows) else 1.0
        self.rows = rows
        self._with_unseen = np.concatenate([rows, unseen])
        self._keys = np.ascontiguousarray(self._with_unseen["stem"])[: len(rows)]

    def look_up(self, stems: Hashes) -> NDArray[np.void]:
        """One row per stem, with the fields of DTYPE."""
        place = np.searchsorted(self._keys, stems)
        unknown = self._with_unseen["stem"][place] != stems
        place[unknown] = len(self._keys)
        return self._with_unseen[place]

    def to_bytes(self) -> bytes:
        """The table as an `.npy` file (a plain array, no pickle)."""
        buffer = io.BytesIO()
        np.save(buffer, self.rows, allow_pickle=False)
        return buffer.getvalue()


def load_vocabulary(path: Path) -> Vocabulary:
    """Read `vocabulary.npy`; MismatchError when it is not such a table."""
    try:
        rows = np.load(path, allow_pickle=False)
    except (ValueError, EOFError, OSError) as error:
        raise MismatchError(path.name, "an .npy table", error, "Make the bundle again.") from error
    if not isinstance(rows, np.ndarray) or rows.dtype != DTYPE:
        found = getattr(rows, "dtype", "several arrays")
        raise MismatchError(path.name, DTYPE, found, "Make the bundle again with this version.")
    return Vocabulary(rows)


def count_vocabulary(items: Iterable[Item], min_items: int = 1) -> Vocabulary:
    """Count the catalogue's stems; IDF is ln(1 + N / n) so that it never falls to zero or below."""
    used: Counter[int] = Counter()
    in_attribute = {name: Counter[int]() for name in ATTRIBUTES}
    total = 0
    for item in items:
        total += 1
        fields = {name: _stems(getattr(item, name)) for name in ATTRIBUTES}
        used.update(_stems(item.title).union(*fields.values()))
        for name, stems in fields.items():
            in_attribute[name].update(stems)
    kept = sorted(s for s, n in used.items() if n >= min_items)
    rows = np.zeros(len(kept), DTYPE)
    rows["stem"] = kept
    rows["idf"] = [math.log1p(total / used[s]) for s in kept]
    for name, counts in in_attribute.items():
        rows[name] = [counts[s] / used[s] for s in kept]
    return Vocabulary(rows)


def _stems(text: str | None) -> set[int]:
    return set(unique(analyse(text).stems, _NO_LIMIT).tolist()) if text else set()
