"""A tiny real encoder to start from, and labelled lists to learn from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny import make_bert_folder, make_judgments

from core.text import render_item
from core.types import Item
from training.learning.data import LearningData, learning_data
from training.learning.recipe import Recipe
from training.sources import Source


@pytest.fixture(scope="session")
def source(items: list[Item]) -> Source:
    return Source("tiny", make_judgments(items), {item.item_id: item for item in items})


@pytest.fixture(scope="session")
def data(source: Source) -> LearningData:
    return learning_data([source], Recipe(base="any", loss="any"))


@pytest.fixture(scope="session")
def tiny_bert(items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_bert_folder(tmp_path_factory.mktemp("bert"), [render_item(item) for item in items])


@pytest.fixture
def recipe(tiny_bert: Path) -> Recipe:
    return Recipe(
        base=str(tiny_bert),
        loss="soft",
        epochs=0.5,
        learning_rate=1e-3,
        items_per_batch=16,
        items_per_list=4,
        max_query_tokens=16,
        max_item_tokens=32,
        evaluations=3,
    )
