"""Recipes: how a model is trained. Presets are readable TOML files, overridable value by value.

`paper` follows eCom'24 and wants a GPU and the model hub; `cpu` starts from an installed package and is what
the figures in the documents were made with; `quick` shows that a pipeline runs through.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import SettingError

# `_short`: going on from the long stage with the data that is cross-validated
Kind = Literal["teacher", "student", "teacher_short", "student_short", "warm_up"]
MAX_QUERY_TOKENS, MAX_ITEM_TOKENS = 32, 96
PRESETS = Path(__file__).parents[1] / "presets"


class Recipe(BaseModel):
    """Everything that decides what a training makes of its data."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base: str = Field(description="Hub id, folder or installed package of the encoder to start from.")
    loss: str = Field(description="One of the losses of the model's kind.")
    loss_options: dict[str, float | str | bool] = Field({}, description="What the loss takes by name.")
    epochs: float = Field(1.0, gt=0, le=1000)
    learning_rate: float = Field(5e-5, gt=0, le=1)
    warmup: float = Field(0.1, ge=0, lt=1, description="Share of the steps.")
    weight_decay: float = Field(0.01, ge=0)
    clip: float = Field(1.0, gt=0, description="Largest norm of the gradient.")
    items_per_batch: int = Field(32, ge=1)
    items_per_list: int = Field(1, ge=1, description="Items of one query that stand in a batch together.")
    max_query_tokens: int = Field(MAX_QUERY_TOKENS, ge=4, le=512)
    max_item_tokens: int = Field(MAX_ITEM_TOKENS, ge=8, le=512)
    labels: Literal["grades", "means"] = Field(
        "grades",
        description="What is learned of a judgment: its label, or the raters' mean where it is known.",
    )
    attributes: bool = Field(True, description="False: titles alone.")
    evaluations: int = Field(4, ge=1, description="How often the model is validated.")
    best_by: Literal["ndcg@10", "loss"] = Field("ndcg@10", description="Which checkpoint is kept.")
    average: float = Field(
        0.0, ge=0, le=1, description="Share of the steps, at the end, whose parameters are averaged."
    )
    keep_base: float = Field(
        0.0, ge=0, lt=1, description="Share of the base's parameters in the result (students; WiSE-FT)."
    )
    validation_queries: int = Field(300, ge=1, description="At most this many.")
    seed: int = 7


def preset(name: str, kind: Kind, changes: Sequence[str] = ()) -> Recipe:
    """The recipe of a preset or of a TOML file, with `key=value` changes (`loss_options.scale=10`)."""
    return changed(section(name, kind), changes)


class Unlabelled(BaseModel):
    """How many queries are made from the catalogue, where a preset says nothing: none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    warm_up: int = Field(0, ge=0, description="For the warm-up of teachers.")
    queries: int = Field(0, ge=0, description="For students, judged by the teacher alone.")


def unlabelled(name: str) -> Unlabelled:
    """What a preset or a TOML file says of it."""
    values = _read(name).get("unlabelled", {})
    try:
        return Unlabelled.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        known = f"It has {sorted(Unlabelled.model_fields)}."
        raise SettingError(f"unlabelled, {'.'.join(map(str, first['loc']))}", first["msg"], known) from error


def warm_up_recipe(name: str, base: str) -> Recipe:
    """How a teacher that starts from this base is warmed up."""
    return preset(name, "warm_up", [f"base={base}"])


def section(name: str, kind: str) -> dict[str, Any]:
    """One section of a preset or of a TOML file.

    Raises:
        SettingError: there is no such preset or file, it is not TOML, or it lacks the section.
    """
    try:
        values: dict[str, Any] = _read(name)[kind]
    except KeyError as error:
        raise SettingError(str(_place(name)), f"has no section [{kind}]", "Add it.") from error
    return values


def _place(name: str) -> Path:
    return PRESETS / f"{name}.toml" if (PRESETS / f"{name}.toml").is_file() else Path(name)


def _read(name: str) -> dict[str, Any]:
    path = _place(name)
    if not path.is_file():
        known = sorted(file.stem for file in PRESETS.glob("*.toml"))
        raise SettingError("--preset", f"{name!r} is neither a preset nor a file", f"Presets: {known}.")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(str(path), f"is not TOML: {error}", "Correct it.") from error


def changed(values: dict[str, Any], changes: Sequence[str]) -> Recipe:
    """A recipe of these values with `key=value` changes."""
    values = {**values, "loss_options": dict(values.get("loss_options", {}))}
    for change in changes:
        key, equals, text = change.partition("=")
        if not equals:
            raise SettingError("--set", f"{change!r} is not key=value", "Example: --set epochs=2")
        place, _, name = key.rpartition(".")
        if place not in ("", "loss_options"):
            raise SettingError("--set", f"{key!r} is no part of a recipe", "Example: --set epochs=2")
        (values["loss_options"] if place else values)[name] = _plain(text)
    try:
        return Recipe.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        known = f"A recipe has {sorted(Recipe.model_fields)}."
        raise SettingError(f"recipe, {name}", first["msg"], known) from error


def _plain(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
