"""The whole study on two made-up shops with a tiny encoder, by the command that `make distillation` runs."""

from __future__ import annotations

import json
from collections import Counter
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


def study(shops: dict[str, str], folder: Path) -> Any:
    """The figures."""
    words = ["report", "distillation", "--preset", "quick", "--folds", "3", "--queries", "45"]
    words += [word for row in ROWS for word in ("--row", row)]
    words += ["--long", shops["long"], "--crossed", shops["crossed"]]
    words += ["--folder", str(folder / "models"), "--out", str(folder / "docs" / "study.md")]
    words += ["--images", str(folder / "docs" / "images")]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def made(caplog: pytest.LogCaptureFixture) -> Counter[str]:
    """What was made, by the first word of what was said of it."""
    said = [r.getMessage() for r in caplog.records if r.name == "training.distillation.stages"]
    return Counter(line.split()[0] for line in said)


def test_every_stage_is_made_once_and_the_report_written(
    shops: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    figures = study(shops, tmp_path)
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
    # the warm-up, long, and without each of three folds; the ranker's bundles with and without the cosine
    assert made(caplog)["training"] == 1 + 2 * (1 + 3)
    assert made(caplog)["exporting"] == 1
    assert made(caplog)["trained"] == 1 + 2 * (1 + 3) + 2 * (3 + 1)
    caplog.clear()
    assert study(shops, tmp_path)["data"] == figures["data"]
    assert not made(caplog)


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
