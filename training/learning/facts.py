"""What is known about a trained model: teacher.json and student.json."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import MismatchError
from training.learning.recipe import Recipe


class ModelFacts(BaseModel):
    """`learned` holds the hashes of the queries whose judgments the model has seen, over all its stages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    recipe: Recipe
    learned: frozenset[str]
    metrics: dict[str, Any]


def write_facts(path: Path, facts: ModelFacts) -> None:
    """Write the file; the last of a model's folder, so that a folder that has it is whole."""
    path.write_text(facts.model_dump_json(indent=2) + "\n", encoding="utf-8")


def read_facts(path: Path) -> ModelFacts | None:
    """Read the file; None where there is none: a model that was not trained here.

    Raises:
        MismatchError: it is there, and not what this version writes.
    """
    if not path.is_file():
        return None
    try:
        return ModelFacts.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise MismatchError(str(path), "a trained model's facts", error, "Train it again.") from error
