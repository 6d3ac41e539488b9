"""How text becomes words: tokens, stems, numbers with units, gender; and their 32-bit hashes.

Everything here ends up inside an index (as hashed tokens) or in a feature, so it is part of the text
fingerprint: a change of behaviour changes the fingerprint and forces a re-index.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
import Stemmer
from numpy.typing import NDArray

from core.types import Hashes

_UNIT_WORDS = {
    "in": "in inch inches",
    "ft": "ft foot feet",
    "yd": "yd yds yard yards",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "m": "m meter meters metre metres",
    "oz": "oz ounce ounces",
    "lb": "lb lbs pound pounds",
    "g": "g gram grams",
    "kg": "kg kilogram kilograms",
    "gal": "gal gals gallon gallons",
    "qt": "qt qts quart quarts",
    "pt": "pt pint pints",
    "ml": "ml milliliter milliliters millilitre millilitres",
    "l": "l liter liters litre litres",
    "w": "w watt watts",
    "v": "v volt volts",
    "a": "a amp amps ampere amperes",
    "ah": "ah",
    "mah": "mah",
    "hz": "hz hertz",
    "ghz": "ghz",
    "hp": "hp horsepower",
    "btu": "btu btus",
    "psi": "psi",
    "cfm": "cfm",
    "lm": "lm lumen lumens",
    "gb": "gb gigabyte gigabytes",
    "tb": "tb terabyte terabytes",
    "mb": "mb megabyte megabytes",
    "mp": "mp megapixel megapixels",
    "ga": "ga gauge",
    "grit": "grit",
    "ply": "ply",
    "pk": "pk pack packs count ct pc pcs piece pieces",
    "light": "light lights",
    "drawer": "drawer drawers",
    "tier": "tier tiers",
    "shelf": "shelf shelves",
    "speed": "speed speeds",
}
UNITS = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}

MEN, WOMEN, BOYS, GIRLS = 1, 2, 4, 8
_GENDER_WORDS = {
    MEN: "men mens man male guys gents gentlemen",
    WOMEN: "women womens woman female ladies lady",
    BOYS: "boy boys",
    GIRLS: "girl girls",
    BOYS | GIRLS: "kid kids child children childrens youth",
    MEN | WOMEN: "unisex adult adults",
}
GENDERS = {word: bits for bits, words in _GENDER_WORDS.items() for word in words.split()}

# one spelling for both sides of the Atlantic, so that neither query nor catalogue has to choose
_SPELLINGS = {
    "grey": "gray",
    "colour": "color",
    "colours": "color",
    "aluminium": "aluminum",
    "jewellery": "jewelry",
    "pyjama": "pajama",
    "pyjamas": "pajama",
    "fibre": "fiber",
    "centre": "center",
    "tyre": "tire",
    "tyres": "tire",
}

_MARKED_UNITS = re.compile(r"(?<=[\d¼-¾⅐-⅞])\s*(?:(?P<inch>[\"”″])|(?P<foot>['’′](?![a-z])))")
_TRADE_MARKS = re.compile(r"[™℠®©]")
_VULGAR_FRACTION = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")
_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
_PHRASE_END = re.compile(r"\s[-–—|]\s|,\s|[(:]|\s(?:with|for|w/)\s", re.IGNORECASE)
_APOSTROPHES = re.compile(r"[’'`´]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_MIXED_FRACTION = re.compile(r"\b(\d{1,6})[-\s](\d{1,4})/(\d{1,4})\b")
_FRACTION = re.compile(r"(\d{1,6})/(\d{1,6})\Z")
_CHUNK = re.compile(r"\d+\.\d+|\d+/\d+|[^\W_]+(?:-[^\W_]+)+|[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[./]\d+)?\Z")
_NUMBER_AND_WORD = re.compile(r"(\d+(?:\.\d+)?)([^\W\d_]+)\Z")
_BY_SIZE = re.compile(r"\d+(?:x\d+)+\Z")

_stemmers = threading.local()


@dataclass(frozen=True)
class Words:
    """A text as the features see it; arrays of hashes are aligned with `tokens`."""

    tokens: tuple[str, ...]
    quantities: tuple[tuple[str, str], ...]
    gender: int

    @cached_property
    def exact(self) -> Hashes:
        """Hash of every token as written (after folding), uint32[m]."""
        return _hashes("e", self.tokens)

    @cached_property
    def stems(self) -> Hashes:
        """Hash of every token's stem, uint32[m]."""
        return _hashes("s", (stem(token) for token in self.tokens))

    @cached_property
    def bigrams(self) -> Hashes:
        """Hash of every pair of neighbouring stems, uint32[m - 1] (none for m < 2)."""
        stems = [stem(token) for token in self.tokens]
        return _hashes("b", (f"{left} {right}" for left, right in pairwise(stems)))

    @cached_property
    def numeric(self) -> NDArray[np.bool_]:
        """Which tokens start with a digit, bool[m]."""
        return np.fromiter((t[0].isdigit() for t in self.tokens), np.bool_, len(self.tokens))

    @cached_property
    def quantity_hashes(self) -> Hashes:
        """Hash of every number with its unit, uint32[k]."""
        return _hashes("q", (f"{value} {unit}" for value, unit in self.quantities))

    @cached_property
    def unit_hashes(self) -> Hashes:
        """Hash of the unit alone of every quantity, uint32[k]."""
        return _hashes("u", (unit for _, unit in self.quantities))


def analyse(text: str) -> Words:
    """Split `text` into tokens, quantities and the genders it names."""
    tokens = tuple(_tokens(fold(text)))
    gender = 0
    for token in tokens:
        gender |= GENDERS.get(token, 0)
    return Words(tokens, tuple(_quantities(tokens)), gender)


def fold(text: str) -> str:
    """Lower case, no accents, no apostrophes, one form for inch and foot marks and fractions."""
    text = _VULGAR_FRACTION.sub(" ", _TRADE_MARKS.sub(" ", text.casefold()))
    # inch and foot marks first: normalisation would make two foot marks of one inch mark
    text = _MARKED_UNITS.sub(lambda m: " in " if m["inch"] else " ft ", text)
    text = unicodedata.normalize("NFKD", text)
    text = unicodedata.normalize("NFKC", _LATIN_MARKS.sub("", text)).casefold().replace("\u2044", "/")
    text = _THOUSANDS.sub("", _APOSTROPHES.sub("", text))
    return _MIXED_FRACTION.sub(_sum_fraction, text)


def main_phrase(title: str) -> str:
    """The title up to its first comma, dash, bracket, "for" or "with": what the item is, not what it fits."""
    head = _PHRASE_END.split(title, maxsplit=1)[0].strip()
    return head if len(head.split()) > 1 else title


@lru_cache(maxsize=65_536)
def stem(token: str) -> str:
    """The token's stem (Snowball English); units and spellings in their one form; numbers as they are."""
    if token[0].isdigit():
        return token
    token = UNITS.get(token, _SPELLINGS.get(token, token))
    return str(_stemmer().stemWord(token))


def hash_stem(token: str) -> int:
    """The hash under which a token's stem stands in records and in the vocabulary."""
    return crc32(f"s:{stem(token)}".encode())


def unique(hashes: Hashes, limit: int) -> Hashes:
    """The first `limit` distinct hashes in their order."""
    return np.fromiter(list(dict.fromkeys(hashes.tolist()))[:limit], np.uint32)


def _stemmer() -> Stemmer.Stemmer:
    # a Snowball stemmer keeps state between calls and must not be shared by threads
    if not hasattr(_stemmers, "english"):
        _stemmers.english = Stemmer.Stemmer("english")
    return _stemmers.english


def _hashes(kind: str, words: Iterable[str]) -> Hashes:
    return np.fromiter((crc32(f"{kind}:{word}".encode()) for word in words), np.uint32)


def _sum_fraction(match: re.Match[str]) -> str:
    whole, part, parts = (int(digits) for digits in match.groups())
    return f"{round(whole + part / parts, 6):.10g}" if parts else match.group()


def _tokens(text: str) -> Iterable[str]:
    for chunk in _CHUNK.findall(text):
        if "-" in chunk:
            # "t-shirt" is also looked for as "tshirt"; "3-light" and "18-inch" are number and word
            parts = chunk.split("-")
            for part in parts:
                yield from _split(part)
            if not any(part[:1].isdigit() for part in parts) and len(parts) == 2:
                yield "".join(parts)
        else:
            yield from _split(chunk)


def _split(chunk: str) -> Iterable[str]:
    if not chunk:
        return
    if _NUMBER.match(chunk):
        yield _plain(chunk)
    elif _BY_SIZE.match(chunk):
        yield from chunk.split("x")
    elif (glued := _NUMBER_AND_WORD.match(chunk)) and glued[2] in UNITS:
        yield from (_plain(glued[1]), glued[2])
    else:
        yield chunk


def _plain(number: str) -> str:
    """`1/2` → `0.5`, `3.0` → `3`: one spelling for one value. Whole numbers stay as they are."""
    if fraction := _FRACTION.match(number):
        part, parts = int(fraction[1]), int(fraction[2])
        return f"{part / parts:g}" if parts else number
    return number.rstrip("0").rstrip(".") if "." in number else number


def _quantities(tokens: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    for i, token in enumerate(tokens[:-1]):
        unit = UNITS.get(tokens[i + 1])
        if unit is None or not token[0].isdigit():
            continue
        if tokens[i + 1 : i + 3] == ("in", "1"):  # "3 in 1" is no length
            continue
        yield token, unit
