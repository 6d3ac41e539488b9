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
Label = Callable[[Judgment], float]
TeacherScores = Mapping[tuple[str, str], float]


@dataclass(frozen=True)
class LabelledList:
    """A query and its n items.

    `labels` float32[n] are what is learned of the humans' verdicts: 1, 0.5, 0, or anything between where the
    raters' mean is known; NaN without a verdict. `targets` float32[n] are the teacher's logits, NaN where it
    gave none (all of them before it was asked). `grades` are the verdicts as 2, 1, 0: what NDCG is made of.
    The last `mined` items are no human's: negatives that retrieval found.
    """

    query: str
    item_ids: tuple[str, ...]
    texts: tuple[str, ...]
    labels: FloatRows
    targets: FloatRows
    grades: tuple[int, ...] = ()
    mined: int = 0

    def __len__(self) -> int:
        return len(self.item_ids)


@dataclass(frozen=True)
class Part:
    """Some items of one list, by place: what stands together in a batch."""

    source: LabelledList
    places: tuple[int, ...]

    @property
    def texts(self) -> Iterator[str]:
        """The items' texts."""
        return (self.source.texts[place] for place in self.places)


def by_grade(judgment: Judgment) -> float:
    """The label as eCom'24 learns it: 1, 0.5 or 0."""
    return judgment.label


def by_mean(judgment: Judgment) -> float:
    """The mean of the raters where it is known: what three of them disagreed about is neither 1 nor 0.5."""
    return judgment.label if judgment.mean_label is None else judgment.mean_label


def label_of(recipe: Recipe) -> Label:
    """What the recipe's model learns of a judgment."""
    return by_mean if recipe.labels == "means" else by_grade


def lists_of(
    judgments: Iterable[Judgment],
    items: Mapping[str, Item],
    render: Render = render_item,
    label: Label = by_grade,
) -> list[LabelledList]:
    """Group judgments by query, in the order of the queries; items that the catalogue lacks are left out."""
    by_query: dict[str, list[Judgment]] = defaultdict(list)
    for judgment in judgments:
        if judgment.item_id in items:
            by_query[judgment.query].append(judgment)
    return [_list(query, judged, items, render, label) for query, judged in by_query.items()]


def recipe_lists(
    recipe: Recipe, judgments: Iterable[Judgment], items: Mapping[str, Item]
) -> list[LabelledList]:
    """The lists as a recipe's model reads and learns them."""
    return lists_of(judgments, items, render_of(recipe), label_of(recipe))


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


def _list(
    query: str, judged: Sequence[Judgment], items: Mapping[str, Item], render: Render, label: Label
) -> LabelledList:
    return LabelledList(
        query,
        tuple(j.item_id for j in judged),
        tuple(render(items[j.item_id]) for j in judged),
        np.array([label(j) for j in judged], np.float32),
        np.full(len(judged), np.nan, np.float32),
        tuple(j.grade for j in judged),
    )


def query_text(known: LabelledList) -> str:
    """The query as the models read it."""
    return normalise_query(known.query)
