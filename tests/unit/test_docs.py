"""Fails when something that users can set, call or read is not documented (after simonw/datasette)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from core.schema import FEATURES, Feature
from service.api.errors import CODES
from service.app import create_app
from service.metrics import Metrics
from service.settings import Settings, environment_name, load_settings
from shelfrank.cli import app
from training.learning.recipe import Recipe
from training.student.losses import STUDENT_LOSSES
from training.teacher.losses import TEACHER_LOSSES

DOCS = Path(__file__).resolve().parents[2] / "docs"


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def row(text: str, cell: str) -> str:
    """The table row that starts with `cell`."""
    found = [line for line in text.splitlines() if line.startswith(f"| {cell} |")]
    assert len(found) == 1, f"{cell} has {len(found)} rows"
    return found[0]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_has_a_row_with_its_default(name: str) -> None:
    default = Settings.model_fields[name].default
    shown = default.get_secret_value() if hasattr(default, "get_secret_value") else str(default)
    cells = row(read("settings.md"), f"`{environment_name(name)}`").split(" | ")
    assert cells[1].strip("`") in (shown, shown.lower(), shown.removesuffix(".0"))


def test_no_setting_is_documented_that_does_not_exist() -> None:
    known = {environment_name(name) for name in Settings.model_fields}
    rows = [line.split("`")[1] for line in read("settings.md").splitlines() if line.startswith("| `")]
    assert set(rows) <= known


ROUTES = [
    f"{method.upper()} {path}"
    for path, methods in create_app(load_settings()).openapi()["paths"].items()
    for method in methods
]


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_has_a_section_and_an_entry(route: str) -> None:
    text = read("api.md")
    assert f"\n## {route}\n" in text
    anchor = route.lower().replace(" ", "-").replace("/", "").replace("_", "")
    assert f"[`{route}`](#{anchor})" in text


@pytest.mark.parametrize("code", CODES)
def test_every_error_code_is_explained(code: str) -> None:
    assert f"| `{code}` |" in read("api.md")


METRICS = {
    family.name + ("_total" if family.type == "counter" else ""): family
    for family in Metrics().registry.collect()
}


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_has_a_row_with_its_type(name: str) -> None:
    assert f"| {METRICS[name].type} |" in row(read("metrics.md"), f"`{name}`")


def commands(command: Any, path: str) -> Iterator[str]:
    below = getattr(command, "commands", None)
    if below is None:
        yield path
    for name, inner in (below or {}).items():
        yield from commands(inner, f"{path} {name}")


def test_every_command_has_a_row_and_every_row_a_command() -> None:
    rows = re.findall(r"^\| `(shelfrank [^`]+)` \|", read("cli.md"), re.MULTILINE)
    assert sorted(rows) == sorted(commands(get_command(app), "shelfrank"))


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_every_feature_says_what_it_means(feature: Feature) -> None:
    assert len(feature.meaning) > 5


@pytest.mark.parametrize("name", [*Recipe.model_fields, *TEACHER_LOSSES, *STUDENT_LOSSES])
def test_every_recipe_key_and_loss_is_explained(name: str) -> None:
    first_cells = re.findall(r"^\| ([^|]+) \|", read("training.md"), re.MULTILINE)
    assert any(f"`{name}`" in cell for cell in first_cells)


def test_the_number_of_features_in_the_texts_is_the_real_one() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    for text in (readme, read("architecture.md")):
        assert f"{len(FEATURES)} features" in text
