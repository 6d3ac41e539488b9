"""README.md of a trained model: what it is, how it was trained, what it reached on validation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.learning.recipe import Recipe

CARD = "README.md"
_TEMPLATE = """# {title}

{what} Trained by Shelfrank; it goes on from `{base}`.

| | |
| --- | --- |
{figures}

## Recipe

| key | value |
| --- | --- |
{recipe}

## Data

{queries} queries, counted over all stages. Their hashes stand in the description file, so that nobody
evaluates the model on what it has seen. `history.jsonl` has loss and validation NDCG by step.

## Limits

Validated on queries of the training data's own kind: measure on your judgments before you serve it
(`shelfrank evaluate`). The base model reads English best, and brings along the biases of its pretraining.
"""


def model_card(title: str, what: str, recipe: Recipe, queries: int, metrics: Mapping[str, Any]) -> str:
    """The card's Markdown."""
    return _TEMPLATE.format(
        title=title,
        what=what,
        base=recipe.base,
        figures=_rows(metrics),
        recipe=_rows({key: f"`{value}`" for key, value in recipe.model_dump().items()}),
        queries=queries,
    )


def _rows(values: Mapping[str, Any]) -> str:
    return "\n".join(f"| {key} | {value} |" for key, value in values.items())
