"""Where judged queries come from: judgments, their catalogue and, if there is one, its click log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.catalogue import load_items
from core.clicks import read_impressions
from core.engagement import Counts, Impression, count_engagement
from core.errors import SettingError, TableError
from core.text import query_hash
from core.types import Item, Judgment
from training.judgments import TEST, read_judgments


@dataclass(frozen=True)
class Source:
    """One shop's data.

    `validates` says whether its queries decide how the models are trained (held out in turn); data that is
    only there to help should not.
    """

    name: str
    judgments: Sequence[Judgment]
    items: dict[str, Item]
    engagement: Counts = field(default_factory=dict)
    validates: bool = True

    def for_training(self) -> list[Judgment]:
        """Everything that is not marked as test."""
        return [j for j in self.judgments if j.split != TEST]

    def for_test(self) -> list[Judgment]:
        """What is marked as test; all of it where nothing is marked."""
        marked = [j for j in self.judgments if j.split == TEST]
        return marked or list(self.judgments)


def load_source(
    judgments: Path, catalogue: Path, clicks: Path | None = None, name: str | None = None
) -> Source:
    """Read the files; TableError when no judged item is in the catalogue."""
    judged, items = read_judgments(judgments), load_items(catalogue)
    if not any(judgment.item_id in items for judgment in judged):
        problem = f"names no item of {catalogue.name}"
        raise TableError(judgments.name, problem, "Give the catalogue that these judgments are about.")
    counts = count_engagement(_impressions(clicks)) if clicks else {}
    return Source(name or judgments.parent.name, judged, items, counts)


def load_pair(option: str, pair: str) -> Source:
    """Read "JUDGMENTS,CATALOGUE", as `option` gives it."""
    judgments, comma, catalogue = pair.partition(",")
    if not comma:
        raise SettingError(option, f"is {pair!r}", "Give JUDGMENTS,CATALOGUE.")
    # a folder of many judgment files tells them apart by their names, a shop's folder by its own
    path = Path(judgments)
    name = path.parent.name if path.stem == "judgments" else path.stem
    return load_source(path, Path(catalogue), name=name)


def some_queries(source: Source, count: int) -> Source:
    """At most `count` of the source's queries of every split, always the same, for a first try."""
    splits: dict[str | None, set[str]] = defaultdict(set)
    for judgment in source.judgments:
        splits[judgment.split].add(judgment.query)
    kept = {query for queries in splits.values() for query in sorted(queries, key=query_hash)[:count]}
    return replace(source, judgments=[j for j in source.judgments if j.query in kept])


def all_items(sources: Iterable[Source]) -> list[Item]:
    """Every item of every catalogue."""
    return [item for source in sources for item in source.items.values()]


def _impressions(path: Path) -> Iterable[Impression]:
    return (row for row in read_impressions(path) if isinstance(row, Impression))
