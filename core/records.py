"""The bytes of one item in the store, the key layout, and the marker that publishes an index.

A record is little-endian and made of 4-byte words, so that a hundred of them decode with a few array
operations (docs/redis-layout.md specifies it as a public contract):

    uint32        tag: which record layout wrote it
    uint8[16]     how many words each token segment holds, in the order of SEGMENTS
    float32[8]    NUMERICS, NaN where unknown
    float16[dim]  the item's vector, of length 1; all NaN where the item has none
    uint32[...]   the token segments, one after the other
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from core.errors import MismatchError
from core.lexicon import Words, analyse, main_phrase, unique
from core.text import text_fingerprint
from core.types import FloatRows, Hashes, Item

FIELDS = ("title", "product_type", "brand", "color", "material")
# each field as written and by stem; then what only one form is needed of
SEGMENTS: tuple[str, ...] = (
    *(f"{field}_{form}" for field in FIELDS for form in ("exact", "stem")),
    "title_bigram",
    "head_stem",
    "description_stem",
    "size_exact",
    "quantity",
    "unit",
)
NUMERICS = (
    "price",
    "rating",
    "review_count",
    "attributes",
    "title_tokens",
    "description_tokens",
    "gender",
    "reserved",
)
OVERRIDABLE = ("price", "rating", "review_count")

_SEGMENT_LIMITS = {"title_exact": 48, "title_stem": 48, "title_bigram": 48, "description_stem": 64}
_SEGMENT_LIMIT = 16
_COUNT_BYTES = 16
_HEAD_WORDS = 1 + _COUNT_BYTES // 4 + len(NUMERICS)
_ATTRIBUTES = ("product_type", "brand", "color", "gender", "material", "size")
_TEXTS = (*FIELDS, "description", "size", "gender")
_TITLE = "Men's 2-Pack 18 in. Tee with Pocket, Red"
_PROBE = Item("p", _TITLE, "tees", "Nöra", "Red|Blue", "men", "cotton", "XL", "Soft tee.", 9.5)
_REMEDY = "Re-index the catalogue with this bundle: shelfrank index build"


@dataclass(frozen=True)
class ItemBlock:
    """The candidates' records as columns. Row i is candidate i; rows not found hold NaN and no tokens.

    `tokens` are all rows' token hashes one after the other, uint32[t]; `cells` says for each token which
    segment and row it belongs to (segment * n + row), int64[t].
    """

    found: NDArray[np.bool_]
    vectors: FloatRows
    numerics: FloatRows
    tokens: Hashes
    cells: NDArray[np.int64]
    corrupt: int = 0

    def __len__(self) -> int:
        return len(self.found)

    def column(self, name: str) -> FloatRows:
        """One of NUMERICS, float32[n]."""
        return self.numerics[:, NUMERICS.index(name)]


@dataclass(frozen=True)
class IndexInfo:
    """The marker of a published index: what a service compares with its own bundle before it serves."""

    index_id: str
    encoder_id: str
    record_schema: str
    dim: int
    key_prefix: str
    items: int
    catalogue: str
    created: str

    def to_json(self) -> bytes:
        """The marker's value in the store."""
        return json.dumps(asdict(self), sort_keys=True).encode()

    @staticmethod
    def from_json(raw: bytes) -> IndexInfo:
        """Read a marker; MismatchError when another version of Shelfrank wrote it."""
        try:
            return IndexInfo(**json.loads(raw))
        except (ValueError, TypeError, RecursionError) as error:
            raise MismatchError("index marker", "an IndexInfo", raw[:80], _REMEDY) from error

    def check(self, encoder_id: str, dim: int) -> None:
        """Refuse an index that another encoder or record layout wrote."""
        for what, expected, actual in (
            ("encoder of the index", encoder_id, self.encoder_id),
            ("record layout of the index", record_schema(), self.record_schema),
            ("vector size of the index", dim, self.dim),
        ):
            if expected != actual:
                raise MismatchError(what, expected, actual, _REMEDY)


def marker_key(encoder_id: str) -> str:
    """Where the IndexInfo of the published index of this encoder stands."""
    return f"sr:{encoder_id}:index"


def key_prefix(encoder_id: str) -> str:
    """What stands before the item id in the item keys of this encoder's index."""
    return f"sr:{encoder_id}:i:"


def record_words(dim: int) -> int:
    """Size of a record without its tokens, in 4-byte words."""
    return _HEAD_WORDS + dim // 2


def encode_record(item: Item, vector: FloatRows | None, dim: int) -> bytes:
    """Pack one item; `vector` is float32[dim] of length 1, or None for an item without one."""
    words = _words(item)
    segments = _segments(words)
    counts = np.zeros(_COUNT_BYTES, np.uint8)
    counts[: len(SEGMENTS)] = [len(segments[name]) for name in SEGMENTS]
    packed = np.full(dim, np.nan, "<f2") if vector is None else vector.astype("<f2")
    if packed.shape != (dim,) or dim % 2:
        raise MismatchError("vector size", f"({dim},), even", packed.shape, _REMEDY)
    head: bytes = np.uint32(_tag()).astype("<u4").tobytes() + counts.tobytes()
    body: bytes = _numerics(item, words).astype("<f4").tobytes() + packed.tobytes()
    tokens: bytes = np.concatenate([segments[n] for n in SEGMENTS]).astype("<u4").tobytes()
    return head + body + tokens


def decode_records(raws: Sequence[bytes | None], dim: int) -> ItemBlock:
    """Unpack the records of n candidates; None and records that are not whole become missing rows."""
    fixed, tokens, counts, found = _split([raw or b"" for raw in raws], record_words(dim))
    corrupt = sum(1 for raw, ok in zip(raws, found, strict=True) if raw is not None and not ok)
    n, rows = len(raws), np.flatnonzero(found)
    numerics = np.full((n, len(NUMERICS)), np.nan, np.float32)
    numerics[rows] = fixed[:, _HEAD_WORDS - len(NUMERICS) : _HEAD_WORDS].view("<f4")
    vectors = np.full((n, dim), np.nan, np.float32)
    vectors[rows] = np.ascontiguousarray(fixed[:, _HEAD_WORDS:]).view("<f2")
    places = np.arange(len(SEGMENTS)) * n + rows[:, None]
    cells = np.repeat(places.ravel(), counts[:, : len(SEGMENTS)].ravel())
    return ItemBlock(found, vectors, numerics, tokens, cells, corrupt)


@cache
def record_schema() -> str:
    """Names the record layout by hashing what it makes of a probe item: nobody can forget to bump it."""
    digest = hashlib.sha256(repr((SEGMENTS, NUMERICS, text_fingerprint())).encode())
    words = _words(_PROBE)
    digest.update(_numerics(_PROBE, words).tobytes())
    digest.update(np.concatenate(list(_segments(words).values())).tobytes())
    return digest.hexdigest()[:16]


def _split(
    raws: list[bytes], width: int
) -> tuple[NDArray[np.uint32], Hashes, NDArray[np.uint8], NDArray[np.bool_]]:
    """Cut whole records into fixed words [p, width], all tokens [t] and segment counts [p, 16]."""
    sizes = np.fromiter(map(len, raws), np.int64, len(raws))
    found = (sizes >= 4 * width) & (sizes % 4 == 0)
    sizes = sizes[found] // 4
    fixed, tokens = cut_records(list(compress(raws, found)), width)
    counts = np.ascontiguousarray(fixed[:, 1 : 1 + _COUNT_BYTES // 4]).view(np.uint8)
    whole = (fixed[:, 0] == _tag()) & (counts.sum(1, dtype=np.int64) + width == sizes)
    if not whole.all():
        found[np.flatnonzero(found)[~whole]] = False
        return _split([raw if ok else b"" for raw, ok in zip(raws, found, strict=True)], width)
    return fixed, tokens, counts, found


def cut_records(whole: Sequence[bytes], width: int) -> tuple[NDArray[np.uint32], Hashes]:
    """The fixed words [p, width] and the tokens [t] of p records of at least `width` words."""
    # cutting bytes is quicker than to gather 4-byte words by their places
    fixed = np.frombuffer(b"".join([raw[: 4 * width] for raw in whole]), "<u4")
    tokens = np.frombuffer(b"".join([raw[4 * width :] for raw in whole]), "<u4")
    return fixed.reshape(-1, width), tokens


def _words(item: Item) -> dict[str, Words]:
    words = {name: _analyse(getattr(item, name)) for name in _TEXTS}
    return {**words, "head": analyse(main_phrase(item.title))}


def _segments(words: Mapping[str, Words]) -> dict[str, Hashes]:
    raw: dict[str, Hashes] = {}
    for field in FIELDS:
        raw[f"{field}_exact"], raw[f"{field}_stem"] = words[field].exact, words[field].stems
    measured = (words["title"], words["size"])
    raw["title_bigram"] = words["title"].bigrams
    raw["head_stem"] = words["head"].stems
    raw["description_stem"] = words["description"].stems
    raw["size_exact"] = words["size"].exact
    raw["quantity"] = np.concatenate([w.quantity_hashes for w in measured])
    raw["unit"] = np.concatenate([w.unit_hashes for w in measured])
    return {name: unique(hashes, _SEGMENT_LIMITS.get(name, _SEGMENT_LIMIT)) for name, hashes in raw.items()}


def _numerics(item: Item, words: Mapping[str, Words]) -> FloatRows:
    title, description = words["title"], words["description"]
    gender = words["gender"].gender or title.gender
    known = sum(1 for name in _ATTRIBUTES if getattr(item, name))
    values = [item.price, item.rating, item.review_count, known]
    values += [len(title.tokens), len(description.tokens) if item.description else None]
    values += [gender, None]
    return np.array([np.nan if v is None else v for v in values], np.float32)


def _analyse(text: str | None) -> Words:
    return analyse(text) if text else Words((), (), 0)


@cache
def _tag() -> int:
    return int(record_schema()[:8], 16)
