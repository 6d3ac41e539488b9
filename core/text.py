"""What the encoder reads: the one rendering of queries and items, and its fingerprint."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache

from core.lexicon import analyse, stem
from core.types import Item

# Each attribute stands after its own separator token, only where present (eCom'24, Eq 4). The tokens are
# added to the tokenizer when an encoder is made, so they are never split.
MARKERS: dict[str, str] = {
    "product_type": "[SEP_P]",
    "brand": "[SEP_B]",
    "color": "[SEP_C]",
    "gender": "[SEP_G]",
    "material": "[SEP_M]",
    "size": "[SEP_S]",
}
TITLE_MARKER = "[SEP_T]"
SEPARATOR_TOKENS: tuple[str, ...] = (TITLE_MARKER, *MARKERS.values())

# what a BERT tokenizer would take for its own marks
_MODEL_TOKENS = ("[CLS]", "[SEP]", "[MASK]", "[PAD]", "[UNK]")
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]")

# one probe for every rule: what no probe contains could change without anybody noticing
_PROBES = (
    Item("p1", "Halvorsen 18-1/2 in. Pry Bar (2-Pack), 1,200 lb.", brand="Halvorsen", material="Steel"),
    Item(
        "p2",
        "Women's  Crème T-Shirt\t[SEP_B] [[SEP_T]] 5XL",
        "T-Shirts",
        "Nöra",
        "Red|Blue",
        "Women",
        size="5XL",
    ),
    Item("p3", 'Frame 20x29" 3 in 1 1/2 gal. 60Watt 1.50 qt 3.0 ft 007 1234567 1-1/0'),
    Item("p4", "Bevel™ 6½″ Saw ½' [SEP] grey aluminium kids' unisex DCD771C2 mens ペンケース"),
)


def render_item(item: Item) -> str:
    """The item tower's input: the title, then every present attribute after its separator token."""
    parts = [clean(item.title)]
    for name, marker in MARKERS.items():
        value = getattr(item, name)
        if value and (text := clean(value.replace("|", " "))):
            parts.append(f"{marker} {text}")
    return " ".join(parts)


def normalise_query(query: str) -> str:
    """The query tower's input, and the query's identity in the engagement store."""
    return clean(query).casefold()


def clean(text: str) -> str:
    """NFC, no control characters, single spaces, and none of the model's own marks."""
    text = _SPACES.sub(" ", _CONTROL.sub(" ", unicodedata.normalize("NFC", text))).strip()
    return _bracketed((*SEPARATOR_TOKENS, *_MODEL_TOKENS)).sub(r"\1", text)


@cache
def _bracketed(tokens: tuple[str, ...]) -> re.Pattern[str]:
    # however many brackets: taking one pair away must not leave a token behind
    return re.compile(r"\[+(" + "|".join(re.escape(token.strip("[]")) for token in tokens) + r")\]+")


def query_hash(query: str) -> str:
    """64-bit hash of the normalised query: the engagement key holds no query text."""
    return hashlib.blake2b(normalise_query(query).encode(), digest_size=8).hexdigest()


def text_fingerprint() -> str:
    """Hash of what the code makes of fixed probe items: it moves whenever rendering or splitting moves."""
    digest = hashlib.sha256()
    for item in _PROBES:
        words = analyse(item.title)
        seen = (
            render_item(item),
            normalise_query(item.title),
            words.tokens,
            tuple(stem(t) for t in words.tokens),
            words.quantities,
            words.gender,
        )
        digest.update(repr(seen).encode())
    return digest.hexdigest()[:16]
