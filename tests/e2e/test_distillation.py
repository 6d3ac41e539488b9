"""The whole study on two made-up shops with a tiny encoder, by the command that `make distillation` runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from core.errors import ShelfrankError
from shelfrank.cli import app
from training.distillation.rows import KD, SOFT
from training.distillation.study import WITHOUT, ranker_title
from training.sample_store import generate, write

ROWS = ("soft", "kd")


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = {}
    for name, seed in (("long", 7), ("crossed", 8)):
        folder = tmp_path_factory.mktemp("shops") / name
        write(generate(seed), folder)
        made[name] = f"{folder / 'judgments.parquet'},{folder / 'catalogue.parquet'}"
    return made


def study(shops: dict[str, str], folder: Path) -> tuple[Any, str]:
    """The figures and what was narrated."""
    words = ["report", "distillation", "--preset", "quick", "--folds", "3", "--queries", "60"]
    words += [word for row in ROWS for word in ("--row", row)]
    words += ["--long", shops["long"], "--crossed", shops["crossed"]]
    words += ["--folder", str(folder / "models"), "--out", str(folder / "docs" / "study.md")]
    words += ["--images", str(folder / "docs" / "images")]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), done.stderr


def test_every_stage_is_made_once_and_the_report_written(
    shops: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    figures, _ = study(shops, tmp_path)
    text = (tmp_path / "docs" / "study.md").read_text()
    for data in figures["data"]:
        systems = data["systems"]
        assert {"random order", "retrieval order", "zero-shot cosine"} <= systems.keys()
        assert {SOFT.title, KD.title, WITHOUT, ranker_title(KD)} <= systems.keys()
        for system, found in systems.items():
            mean, low, high = found["ndcg@5"]
            assert 0 < low <= mean <= high <= 1
            if system != "random order" and data is figures["data"][0]:
                assert f"| {system} |" in text
    assert f"| student: {KD.title} |" in text
    assert (tmp_path / "docs" / "images" / "distillation-ndcg.svg").stat().st_size > 5_000
    caplog.clear()
    again, _ = study(shops, tmp_path)
    assert again["data"] == figures["data"]
    made = [record.getMessage() for record in caplog.records if record.name == "training.distillation"]
    assert not [line for line in made if line.startswith(("training", "scoring", "exporting", "trained"))]


@pytest.mark.parametrize(
    ("option", "given", "message"),
    [
        ("--row", "nonsense", "--row: names ['nonsense']"),
        ("--crossed", "judgments.parquet", "Give JUDGMENTS,CATALOGUE"),
        ("--preset", "slow", "neither a preset nor a file"),
        ("--out", __file__, "measured: begin"),
    ],
)
def test_a_mistake_is_named_before_anything_is_trained(
    shops: dict[str, str], tmp_path: Path, option: str, given: str, message: str
) -> None:
    words = ["report", "distillation", "--long", shops["long"], "--crossed", shops["crossed"]]
    words += ["--folder", str(tmp_path / "models"), "--out", str(tmp_path / "study.md"), option, given]
    with pytest.raises(ShelfrankError) as caught:
        CliRunner().invoke(app, words, catch_exceptions=False)
    assert message in str(caught.value)
    assert not (tmp_path / "models").exists()
    assert not (tmp_path / "study.md").exists()
