"""Recipes: presets are files, values can be changed by name, and mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import SettingError
from training.learning.recipe import PRESETS, Kind, preset
from training.student.folder import loss_of as student_loss
from training.teacher.folder import loss_of as teacher_loss


@pytest.mark.parametrize("name", [path.stem for path in sorted(PRESETS.glob("*.toml"))])
def test_every_preset_has_both_models_with_losses_that_exist(name: str) -> None:
    assert teacher_loss(preset(name, "teacher")).outputs >= 1
    assert student_loss(preset(name, "student")).scale.item() > 0


def test_changes_override_values_and_loss_options() -> None:
    changes = [
        "epochs=0.5",
        "loss=margin_mse",
        "loss_options.scale=4",
        "loss_options.space=logit",
        "base=here",
    ]
    recipe = preset("cpu", "student", changes)
    assert (recipe.epochs, recipe.loss, recipe.base) == (0.5, "margin_mse", "here")
    assert recipe.loss_options == {"scale": 4, "space": "logit"}


def test_a_file_of_ones_own_is_a_preset(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[teacher]\nbase = "b"\nloss = "soft"\n')
    assert preset(str(path), "teacher").base == "b"


@pytest.mark.parametrize(
    ("name", "kind", "changes", "message"),
    [
        ("nope", "teacher", [], "neither a preset nor a file"),
        ("cpu", "teacher", ["epochs"], "is not key=value"),
        ("cpu", "teacher", ["epochs=-1"], "recipe, epochs"),
        ("cpu", "teacher", ["epoch=1"], "recipe, epoch"),
        ("cpu", "teacher", ["optimiser.name=1"], "no part of a recipe"),
    ],
)
def test_a_mistake_is_named(name: str, kind: Kind, changes: list[str], message: str) -> None:
    with pytest.raises(SettingError, match=message):
        preset(name, kind, changes)


@pytest.mark.parametrize(("text", "message"), [("[teacher", "is not TOML"), ("[other]\n", "has no section")])
def test_a_broken_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(SettingError, match=message):
        preset(str(path), "teacher")


def test_an_unknown_loss_or_option_is_named() -> None:
    with pytest.raises(SettingError, match="margin_mse"):
        student_loss(preset("cpu", "student", ["loss=guess"]))
    with pytest.raises(SettingError, match="loss_options"):
        student_loss(preset("cpu", "student", ["loss_options.heat=1"]))
    with pytest.raises(SettingError, match="ordinal"):
        teacher_loss(preset("cpu", "teacher", ["loss=guess"]))
