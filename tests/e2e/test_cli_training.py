"""From judgments to a bundle with a distilled student, command by command, as docs/training.md says."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tiny import make_bert_folder, make_judgments
from typer.testing import CliRunner

from core.bundle import load_bundle
from core.errors import ShelfrankError
from core.tables import write_parquet
from core.text import query_hash, render_item
from core.types import Item
from shelfrank.cli import app
from training.encoder_folder import describe_folder
from training.judgments import fold_of, read_judgments

COMMAND = str(Path(sys.executable).with_name("shelfrank"))
Cli = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shop(tmp_path: Path, items: list[Item], catalogue_path: Path) -> tuple[str, ...]:
    """Judgments with their catalogue, as arguments; two queries are marked as test."""
    judged = make_judgments(items)
    last = {judgment.query for judgment in judged[-40:]}
    rows = [
        {
            "query": j.query,
            "item_id": j.item_id,
            "label": j.label,
            "split": "test" if j.query in last else None,
        }
        for j in judged
    ]
    write_parquet(tmp_path / "judgments.parquet", rows)
    return str(tmp_path / "judgments.parquet"), "--catalogue", str(catalogue_path)


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [COMMAND, *map(str, arguments)]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)

    return run


def in_process(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [str(argument) for argument in arguments]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


def facts(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    return json.loads(line)


def test_teacher_student_ranker(cli: Cli, shop: tuple[str, ...], items: list[Item], tmp_path: Path) -> None:
    base = make_bert_folder(tmp_path / "bert", [render_item(item) for item in items])
    small = ["epochs=1", "learning_rate=1e-3", "max_query_tokens=16", "max_item_tokens=32", f"base={base}"]
    options = [word for change in small for word in ("--set", change)]
    scores = tmp_path / "scores.parquet"

    def student(run: Cli, name: str, *hold_out: str) -> None:
        place = tmp_path / name
        made = facts(run("train", "student", *shop, "--scores", scores, *hold_out, "--out", place, *options))
        assert made["scale"] > 0
        spec = facts(run("export", place, "--out", tmp_path / f"{name}-encoder"))
        assert (spec["max_query_tokens"], spec["max_item_tokens"]) == (16, 32)

    train = ("train", "teacher", *shop, *options, "--warm-up", 30, "--out", tmp_path / "teacher")
    assert 0 < facts(cli(*train))["ndcg@10"] <= 1
    assert json.loads((tmp_path / "teacher" / "teacher.json").read_text())["recipe"]["base"].endswith(
        "warm-up"
    )
    assert facts(cli("label", *shop, "--teacher", tmp_path / "teacher", "--out", scores))["pairs"] == 400
    student(cli, "student")
    check_negatives(shop, tmp_path)
    # the same commands in this process: importing torch takes longer than they do
    student(in_process, "half", "--hold-out", "0/2")
    student(in_process, "other-half", "--hold-out", "1/2")
    ranker = [
        "train",
        "ranker",
        *shop,
        "--encoder",
        tmp_path / "student-encoder",
        "--out",
        tmp_path / "bundle",
    ]
    refused = cli(*ranker, "--fold-encoder", tmp_path / "half-encoder")
    assert refused.returncode == 1
    assert "one that has not seen it" in refused.stderr
    folds = ("--fold-encoder", tmp_path / "half-encoder", "--fold-encoder", tmp_path / "other-half-encoder")
    facts(in_process(*ranker, *folds, "--trees", "50"))
    bundle = load_bundle(tmp_path / "bundle")
    assert bundle.encoder.dim == 32
    held_out = describe_folder(tmp_path / "half-encoder").learned
    golden = (tmp_path / "bundle" / "golden.jsonl").read_text().splitlines()
    queries = {json.loads(line)["query"] for line in golden}
    assert all((query_hash(q) in held_out) == (fold_of(q, 2, "cv") != 0) for q in queries)


SCHEMA = pa.schema(
    {"query": pa.string(), "item_id": pa.string(), "label": pa.float64(), "split": pa.string()}
)
ROW = {"query": "lamp", "item_id": "sku-1", "label": 1.0, "split": None}
SHOE = {"query": "shoe", "item_id": "sku-2", "label": 1.0, "split": None}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (b"PAR1 and nothing more", "judgments.parquet"),
        ([], "holds no judgment"),
        ([ROW, {**SHOE, "item_id": "sku-3"}, SHOE], "leave no training query with two grades"),
        ([ROW, {**SHOE, "label": 0.7}], "row 2, label: is 0.7"),
        (
            [ROW, {**ROW, "item_id": "sku-2", "split": "test"}],
            "row 2, split: is 'test', and None in an earlier",
        ),
    ],
    ids=["unreadable", "empty", "one grade", "no label", "leaking"],
)
def test_judgments_that_can_teach_nothing_are_refused(
    rows: bytes | list[dict[str, object]], message: str, tmp_path: Path, catalogue_path: Path
) -> None:
    judgments = tmp_path / "judgments.parquet"
    if isinstance(rows, bytes):
        judgments.write_bytes(rows)
    else:
        pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), judgments)
    train = ("train", "teacher", judgments, "--catalogue", catalogue_path, "--warm-up", 0)
    with pytest.raises(ShelfrankError) as refused:
        in_process(*train, "--out", tmp_path / "teacher")
    assert message in str(refused.value)
    assert not (tmp_path / "teacher").exists()


def check_negatives(shop: tuple[str, ...], folder: Path) -> None:
    """What BM25, and what the student finds: new pairs of training queries; the teacher leaves some out."""
    judged = read_judgments(Path(shop[0]))
    out = folder / "hard.parquet"
    found = {}
    for name, options in {
        "bm25": (),
        "student": ("--encoder", folder / "student-encoder"),
        "filtered": ("--teacher", folder / "teacher", "--below", 0),
    }.items():
        said = facts(in_process("negatives", *shop, "--out", out, "--count", 2, *options))
        rows = read_judgments(out)
        found[name] = rows[len(judged) :]
        assert rows[: len(judged)] == judged
        assert said["negatives"] == len(found[name])
    assert found["filtered"] == []
    assert found["bm25"] != found["student"]
    for row in (*found["bm25"], *found["student"]):
        assert (row.label, row.split) == (0.0, None)
        assert row.query not in {j.query for j in judged if j.split == "test"}
        assert (row.query, row.item_id) not in {(j.query, j.item_id) for j in judged}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("negatives", "--out", "n.parquet", "--teacher", "missing"), "teacher.json"),
        (("negatives", "--out", "n.parquet", "--encoder", "missing"), "encoder.json"),
        (("train", "teacher", "--out", "t", "--preset", "big"), "neither a preset nor a file"),
        (("train", "teacher", "--out", "t", "--set", "epochs=none"), "recipe, epochs"),
        (("train", "teacher", "--out", "t", "--hold-out", "3/3"), "--hold-out"),
        (("train", "student", "--out", "s"), "teacher scores"),
        (("label", "--teacher", "missing", "--out", "s.parquet"), "teacher.json"),
    ],
    ids=[
        "negatives, teacher",
        "negatives, encoder",
        "preset",
        "value",
        "hold out",
        "no scores",
        "no teacher",
    ],
)
def test_a_mistake_is_one_line(
    cli: Cli, shop: tuple[str, ...], arguments: tuple[str, ...], message: str
) -> None:
    split = 2 if arguments[0] == "train" else 1
    done = cli(*arguments[:split], *shop, *arguments[split:])
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert message in done.stderr.splitlines()[-1]
