"""What stands in the way of a start is told in one line."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from service.main import main
from service.multiprocess import forget_the_dead


@pytest.fixture(autouse=True)
def environment(bundle_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFRANK_BUNDLE", str(bundle_dir))
    monkeypatch.setenv("SHELFRANK_PORT", "0")


def refusal(capsys: pytest.CaptureFixture[str]) -> str:
    assert main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_wrong_setting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SHELFRANK_WORKERS", "many")
    assert refusal(capsys).startswith("SHELFRANK_WORKERS: ")


def test_no_bundle(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("SHELFRANK_BUNDLE", str(tmp_path))
    assert "manifest.json is missing" in refusal(capsys)


def test_a_damaged_bundle(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    bundle_dir: Path,
    tmp_path: Path,
) -> None:
    shutil.copytree(bundle_dir, tmp_path / "bundle")
    with (tmp_path / "bundle" / "ranker.txt").open("ab") as ranker:
        ranker.write(b"\n")
    monkeypatch.setenv("SHELFRANK_BUNDLE", str(tmp_path / "bundle"))
    assert "sha256 of ranker.txt: expected" in refusal(capsys)


def test_the_supervisor_leaves_the_models_libraries_to_its_workers() -> None:
    heavy = "{'lightgbm', 'onnxruntime', 'fastapi', 'prometheus_client'}"
    told = subprocess.run(
        [sys.executable, "-c", f"import service.main, sys; print(sorted({heavy} & set(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[]\n"


def test_the_gauges_of_dead_workers_are_dropped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])  # noqa: S607
    dead.wait()
    for name in ("gauge_livemin", "gauge_livemax", "counter"):
        for pid in (dead.pid, os.getpid()):
            (tmp_path / f"{name}_{pid}.db").touch()
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    forget_the_dead()
    left = {file.name for file in tmp_path.iterdir()}
    assert f"gauge_livemin_{dead.pid}.db" not in left
    assert left == {f"counter_{dead.pid}.db", *(n for n in left if n.endswith(f"_{os.getpid()}.db"))}
    assert len(left) == 4


def test_a_taken_port(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("SHELFRANK_PORT", str(taken.getsockname()[1]))
        assert "Choose a free port." in refusal(capsys)
