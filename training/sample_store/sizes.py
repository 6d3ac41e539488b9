"""Sizes and packs: one canonical form each, the ways titles write it, the ways shoppers type it."""

from __future__ import annotations

import re
from random import Random

# unit as the catalogue's size field writes it -> (forms in titles, forms in queries); {n} is the number
_UNITS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    " in.": (("{n} in.", "{n} in.", "{n}-Inch", '{n}"'), ("{n} inch", "{n} inch", "{n}in", '{n}"', "{n} in")),
    " ft.": (("{n} ft.", "{n} ft.", "{n}-Foot", "{n}'"), ("{n} ft", "{n}ft", "{n} foot", "{n} feet")),
    " oz.": (("{n} oz.", "{n}-Ounce", "{n}oz"), ("{n} oz", "{n}oz", "{n} ounce")),
    " fl. oz.": (("{n} fl. oz.", "{n} fl oz", "{n} oz."), ("{n} oz", "{n}oz", "{n} fl oz")),
    " lb.": (("{n} lb.", "{n}-Pound", "{n} lbs."), ("{n} lb", "{n}lb", "{n} pound", "{n} lbs")),
    " gal.": (("{n} gal.", "{n}-Gallon", "{n} Gallon"), ("{n} gallon", "{n} gal", "{n}gal")),
    " qt.": (("{n} qt.", "{n}-Quart", "{n}-Qt"), ("{n} quart", "{n}qt", "{n} qt")),
    " cu. ft.": (("{n} cu. ft.", "{n} Cu Ft"), ("{n} cu ft", "{n} cubic feet")),
    " L": (("{n}L", "{n} L", "{n}-Liter"), ("{n}l", "{n} liter", "{n} l")),
    " mm": (("{n} mm", "{n}mm"), ("{n}mm", "{n} mm")),
    " GB": (("{n}GB", "{n} GB"), ("{n}gb", "{n} gb", "{n} gig")),
    " GB RAM": (("{n}GB RAM", "{n} GB Memory"), ("{n}gb ram", "{n} gb ram")),
    " Hz": (("{n}Hz", "{n} Hz"), ("{n}hz", "{n} hz")),
    "mAh": (("{n}mAh", "{n} mAh"), ("{n}mah", "{n} mah")),
    "V": (("{n}V", "{n}-Volt", "{n}V Max"), ("{n}v", "{n} volt", "{n} v")),
    "W": (("{n}W", "{n}-Watt", "{n} Watt"), ("{n}w", "{n} watt", "{n} watts")),
    "K": (("{n}K",), ("{n}k",)),
    "-Cup": (("{n}-Cup", "{n} Cup"), ("{n} cup", "{n}cup")),
    "-Slice": (("{n}-Slice", "{n} Slice"), ("{n} slice", "{n}-slice")),
    "-Piece": (("{n}-Piece", "{n} Pieces", "{n} pc."), ("{n} piece", "{n}pc", "{n} pc", "{n} pieces")),
    "-Person": (("{n}-Person", "{n} Person"), ("{n} person", "{n} man", "{n} people")),
    "-Shelf": (("{n}-Shelf", "{n}-Tier"), ("{n} shelf", "{n} tier")),
    "-Tooth": (("{n}-Tooth", "{n}T"), ("{n} tooth", "{n}t")),
    "-Sheet": (("{n}-Sheet", "{n} Sheet"), ("{n} sheet",)),
    " Gauge": (("{n} Gauge", "{n}/3 AWG"), ("{n} gauge",)),
    " Degree": (("{n} Degree", "{n}°F", "{n}F"), ("{n} degree", "{n}f")),
    " Thread Count": (("{n} Thread Count", "{n}TC"), ("{n} thread count", "{n} tc")),
    " in. Drive": (("{n} in. Drive", '{n}" Dr.', "{n}-Inch Drive"), ("{n} drive", "{n} inch drive")),
}
_LETTERS = {
    "XS": (("X-Small", "XS"), ("xs", "extra small")),
    "S": (("Small", "S"), ("small", "size small")),
    "M": (("Medium", "M"), ("medium", "size m", "m")),
    "L": (("Large", "L"), ("large", "size large")),
    "XL": (("X-Large", "XL"), ("xl", "extra large", "x large")),
    "2XL": (("2X-Large", "XXL", "2XL"), ("2xl", "xxl")),
}
_NUMBER = re.compile(r"^(\d+(?:[.\-/]\d+)*(?:/\d+)?)(\D.*)$")
_AREA = re.compile(r"^([\d.]+) (in|ft)\. x ([\d.]+) \2\.$")
_SHOE = re.compile(r"^\d+(\.5)?$")
_WORDS_FOR = {"1/2 gal.": ("half gallon",), "64 oz.": ("64 oz", "64oz", "half gallon")}
_PACK_FORMS = {
    "Pack": ("({n}-Pack)", "(Pack of {n})", "- {n} Pack", "{n}-Pack", "({n} pk)"),
    "Count": ("{n} Count", "{n} ct.", "{n}-Count", "Pack of {n}"),
    "Set": ("(Set of {n})", "Set of {n}", "({n}-Piece Set)", "(Set of {n})"),
    "Ream": ("{n} Reams", "{n}-Ream Case", "({n} Reams)"),
}


def _forms(size: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if size in _LETTERS:
        return _LETTERS[size]
    if _SHOE.match(size):
        return (f"Size {size}", f"{size} M", f"{size}"), (f"size {size}", f"size {size}", f"sz {size}")
    if area := _AREA.match(size):
        return _area_forms(area.group(1), area.group(2), area.group(3))
    found = _NUMBER.match(size)
    if found and found.group(2) in _UNITS:
        titles, queries = _UNITS[found.group(2)]
        number = found.group(1)
        written = tuple(form.format(n=number) for form in titles)
        return written, _WORDS_FOR.get(size, tuple(form.format(n=number) for form in queries))
    return (size,), (size.lower(),)


def _area_forms(width: str, unit: str, length: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    mark = {"in": '"', "ft": "'"}[unit]
    titles = (
        f"{width} {unit}. x {length} {unit}.",
        f"{width}{mark} x {length}{mark}",
        f"{width} x {length} {unit}.",
    )
    return titles, (f"{width}x{length}", f"{width} x {length}", f"{width} by {length}")


def in_title(size: str, rng: Random) -> str:
    """Return one of the ways a title writes a size, e.g. 18-Inch for ``18 in.``."""
    return rng.choice(_forms(size)[0])


def as_typed(size: str, rng: Random) -> str:
    """Return one of the ways a shopper types a size, e.g. ``18in``; packs become ``24 pack``."""
    if size.endswith("-Pack"):
        count = size.removesuffix("-Pack")
        return rng.choice(
            (f"{count} pack", f"{count} pack", f"pack of {count}", f"{count}pk", f"{count} count")
        )
    return rng.choice(_forms(size)[1])


def pack(count: int) -> str | None:
    """Return the canonical form of a pack, ``24-Pack``, or None for a single piece."""
    return f"{count}-Pack" if count > 1 else None


def pack_in_title(count: int, word: str, rng: Random) -> str:
    """Return one of the ways a title writes a pack of `count`, in the words of its kind of product."""
    return rng.choice(_PACK_FORMS[word]).format(n=count)
