"""How shoppers type: word forms, gender words, missing spaces and hyphens, slips of the finger."""

from __future__ import annotations

from random import Random

_NEIGHBOURS = {
    "a": "sqz", "b": "vgn", "c": "xvd", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy",
    "i": "uok", "j": "hku", "k": "jli", "l": "kop", "m": "nk", "n": "bmh", "o": "ipl", "p": "ol",
    "q": "wa", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs",
    "y": "tug", "z": "xas",
}  # fmt: skip
_GENDER_BEFORE = {
    "Men": ("mens", "men's", "mens", "men"),
    "Women": ("womens", "women's", "ladies", "women"),
    "Boys": ("boys", "boys"),
    "Girls": ("girls", "girls"),
    "Kids": ("kids", "childrens", "kid"),
    "Unisex": ("unisex",),
}
_GENDER_AFTER = {
    "Men": ("for men", "men"),
    "Women": ("for women", "for ladies", "women"),
    "Boys": ("for boys", "boys"),
    "Girls": ("for girls", "girls"),
    "Kids": ("for kids", "for children"),
    "Unisex": ("unisex",),
}
_UNCOUNTABLE = frozenset(
    {"shampoo", "conditioner", "rinse", "sunscreen", "sunblock", "block", "lotion", "cream", "food", "soil"}
    | {"mix", "sand", "litter", "seed", "paper", "polish", "varnish", "lacquer", "color", "colour", "soap"}
    | {"wash", "liquid", "detergent", "bbq", "barbecue", "barbeque", "tv", "sleepwear", "clothes", "box"}
    | {"kibble", "dogfood", "catfood", "birdseed", "handsoap", "flatscreen", "toilet", "jigsaw", "dirt"}
    | {"mouse"}
)
_SPELLINGS = {"gray": "grey", "color": "colour", "nonstick": "non stick", "multicolor": "colorful"}


def gender_before(gender: str, rng: Random) -> str:
    """Return the gender as typed before the product: mens, ladies."""
    return rng.choice(_GENDER_BEFORE[gender])


def gender_after(gender: str, rng: Random) -> str:
    """Return the gender as typed after the product: for men."""
    return rng.choice(_GENDER_AFTER[gender])


def plainly(value: str, rng: Random) -> str:
    """Return an attribute value as typed: lower case, often without hyphens, sometimes spelt otherwise."""
    text = value.lower()
    if "-" in text:
        text = text.replace("-", rng.choice((" ", " ", "-", "")))
    words = [_SPELLINGS[word] if word in _SPELLINGS and rng.random() < 0.4 else word for word in text.split()]
    return " ".join(words)


def inflect(word: str, rng: Random) -> str:
    """Return a product word in the singular or, sometimes, the plural."""
    uncountable = word.split()[-1] in _UNCOUNTABLE or " for " in word
    if uncountable or word.endswith("s") or rng.random() > 0.15:
        return word
    if word.endswith(("ch", "sh", "x")):
        return f"{word}es"
    return f"{word}s"


def joined(text: str, rng: Random) -> str:
    """Return the text with one space between two words left out: airfryer."""
    words = text.split()
    places = [at for at in range(len(words) - 1) if words[at].isalpha() and words[at + 1].isalpha()]
    if not places:
        return text
    at = rng.choice(places)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def mistyped(text: str, rng: Random) -> str:
    """Return the text with one slip in one of its longer words; a text without any stays as it is."""
    words = text.split()
    places = [at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not places:
        return text
    at = rng.choice(places)
    words[at] = _slip(words[at], rng)
    return " ".join(words)


def _slip(word: str, rng: Random) -> str:
    """Drop, double, swap or replace one letter, never the first."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.choice(("drop", "drop", "double", "swap", "swap", "neighbour"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice(_NEIGHBOURS[word[at]]) + word[at + 1 :]
