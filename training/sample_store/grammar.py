"""The small text grammar that titles and descriptions are written in.

- ``[a|b|c]`` is one of the alternatives (an empty one is allowed; brackets nest);
- ``{slot}`` is the value of a slot, or nothing where the slot has no value;
- ``<...>`` is a group that disappears as a whole when any slot inside it has no value, so that
  connecting words and commas go with the value they connect.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

_ALTERNATIVES = re.compile(r"\[([^\[\]]*)\]")
_GROUP = re.compile(r"<([^<>]*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"\s+")


def expand(template: str, rng: Random) -> str:
    """Choose every ``[a|b]`` of the template, the innermost first."""
    while _ALTERNATIVES.search(template):
        template = _ALTERNATIVES.sub(lambda found: rng.choice(found.group(1).split("|")), template)
    return template


def slots_of(template: str) -> list[str]:
    """Return the slots that the template names, in order."""
    return _SLOT.findall(template)


def settle(template: str, slots: Mapping[str, str]) -> str:
    """Take the groups out of an expanded template: each stays as plain text or disappears."""

    def group(found: re.Match[str]) -> str:
        inside = found.group(1)
        return inside if all(slots.get(name) for name in slots_of(inside)) else ""

    return _GROUP.sub(group, template)


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Put the slots into an expanded template; what has no value leaves no trace."""
    text = _SLOT.sub(lambda found: slots.get(found.group(1), ""), settle(template, slots))
    return (
        _SPACES.sub(" ", text)
        .replace(" ,", ",")
        .replace(",,", ",")
        .replace(", (", " (")
        .replace(", - ", ", ")
        .strip(" ,-")
    )


def sentence(template: str, slots: Mapping[str, str], rng: Random) -> str | None:
    """Return the filled sentence, or None where it speaks of something that has no value."""
    expanded = expand(template, rng)
    outside = _GROUP.sub("", expanded)
    if not all(slots.get(name) for name in slots_of(outside)):
        return None
    filled = fill(expanded, slots).replace("..", ".")
    return filled[:1].upper() + filled[1:]
