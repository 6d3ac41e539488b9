"""Labelled lists: one query with its judged items as the models read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.text import normalise_query, render_item
from core.types import FloatRows, Item, Judgment
from training.learning.recipe import Recipe
from training.metrics import is_rankable

Render = Callable[[Item], str]
TeacherScores = Mapping[tuple[str, str], float]


@dataclass(frozen=True)
class LabelledList:
    """A query and its n items.

    `labels` float32[n] are the humans' (1, 0.5, 0); `targets` float32[n] the teacher's logits, NaN where it
    gave none (all of them before it was asked).
    """

    query: str
    item_ids: tuple[str, ...]
    texts: tuple[str, ...]
    labels: FloatRows
    targets: FloatRows

    def __len__(self) -> int:
        return len(self.item_ids)

    @property
    def grades(self) -> list[int]:
        """The labels as grades 0, 1, 2."""
        return [round(2 * float(label)) for label in self.labels]


@dataclass(frozen=True)
class Part:
    """Some items of one list, by place: what stands together in a batch."""

    source: LabelledList
    places: tuple[int, ...]

    @property
    def texts(self) -> Iterator[str]:
        """The items' texts."""
        return (self.source.texts[place] for place in self.places)


def lists_of(
    judgments: Iterable[Judgment], items: Mapping[str, Item], render: Render = render_item
) -> list[LabelledList]:
    """Group judgments by query, in the order of the queries; items that the catalogue lacks are left out."""
    by_query: dict[str, list[Judgment]] = defaultdict(list)
    for judgment in judgments:
        if judgment.item_id in items:
            by_query[judgment.query].append(judgment)
    return [_list(query, judged, items, render) for query, judged in by_query.items()]


def with_targets(lists: Iterable[LabelledList], scores: TeacherScores) -> list[LabelledList]:
    """The same lists with the teacher's logit of every (query, item id) that it scored."""
    return [
        replace(
            known,
            targets=np.array([scores.get((known.query, i), np.nan) for i in known.item_ids], np.float32),
        )
        for known in lists
    ]


def rankable_lists(lists: Iterable[LabelledList]) -> list[LabelledList]:
    """The lists whose order can matter."""
    return [known for known in lists if is_rankable(known.grades)]


def title_only(item: Item) -> str:
    """The item without its attributes: the row "no item attributes" of eCom'24, Table 1."""
    return render_item(Item(item.item_id, item.title))


def render_of(recipe: Recipe) -> Render:
    """How the recipe's model reads items."""
    return render_item if recipe.attributes else title_only


def _list(query: str, judged: Sequence[Judgment], items: Mapping[str, Item], render: Render) -> LabelledList:
    return LabelledList(
        query,
        tuple(j.item_id for j in judged),
        tuple(render(items[j.item_id]) for j in judged),
        np.array([j.label for j in judged], np.float32),
        np.full(len(judged), np.nan, np.float32),
    )


def query_text(known: LabelledList) -> str:
    """The query as the models read it."""
    return normalise_query(known.query)
