"""`shelfrank demo`: the whole path on the made-up shop, from catalogue to reranked results over HTTP.

It builds the sample store, indexes it with the shipped bundle into the embedded server, loads the click log,
starts the service, shows one real query before and after, and leaves the service running until Ctrl-C.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.catalogue import load_items
from core.errors import ArtefactMissingError, SettingError
from core.tables import read_rows
from core.types import Item
from training.sample_store import generate, write

_READY_WITHIN_S = 60.0
_SHOWN = 5
_QUERY = "big cage for german shepherd 48"


@dataclass(frozen=True)
class Demo:
    """Where the demo keeps its things and where it serves."""

    bundle: Path
    folder: Path
    port: int

    @property
    def url(self) -> str:
        """The service's address."""
        return f"http://127.0.0.1:{self.port}"


def run(demo: Demo) -> int:
    """Everything up to the running service; returns its exit code."""
    if not (demo.bundle / "manifest.json").is_file():
        raise ArtefactMissingError(
            f"the bundle {demo.bundle}", "Run from the repository, or: make demo-bundle"
        )
    shop = demo.folder / "sample-store"
    write(generate(), shop)
    _step("index build", shop / "catalogue.parquet", "--bundle", demo.bundle)
    _step("engagement load", shop / "clicks.parquet")
    serving = subprocess.Popen([*_shelfrank("serve"), "--bundle", str(demo.bundle), "--port", str(demo.port)])
    try:
        _wait(demo, serving)
        _show(demo, shop)
        return serving.wait()
    finally:
        serving.terminate()
        serving.wait()


def _step(command: str, *arguments: object) -> None:
    done = subprocess.run([*_shelfrank(command), *map(str, arguments)], check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def _shelfrank(command: str) -> list[str]:
    return [sys.executable, "-m", "shelfrank", *command.split()]


def _wait(demo: Demo, serving: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < deadline and serving.poll() is None:
        try:
            with urllib.request.urlopen(f"{demo.url}/readyz", timeout=2):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SettingError("demo", f"the service did not get ready on port {demo.port}", "See its log above.")


def _show(demo: Demo, shop: Path) -> None:
    items = load_items(shop / "catalogue.parquet")
    query, candidates, labels = _judged_query(shop)
    request = {"query": query, "candidates": candidates}
    answer = _post(f"{demo.url}/v1/rerank", request)
    after = [result["id"] for result in answer["results"]]
    print(f"\nquery: {query}\n")
    _list("as retrieval returned them", [c["id"] for c in candidates], items, labels)
    _list("as Shelfrank ranks them", after, items, labels)
    print(f"took {json.dumps(answer['meta']['timings_ms'])} ms\n")
    short = {"query": query, "candidates": [{"id": c["id"]} for c in candidates[:3]]}
    print(f"Try it:\n  curl -s {demo.url}/v1/rerank -H 'content-type: application/json' \\")
    print(
        f"    -d '{json.dumps(short)}'\nDocumentation: {demo.url}/docs    Ctrl-C stops everything.",
        flush=True,
    )


def _judged_query(shop: Path) -> tuple[str, list[dict[str, Any]], dict[str, float]]:
    rows = [row.values for row in read_rows(shop / "judgments.parquet")]
    mine = [row for row in rows if row["query"] == _QUERY] or [
        r for r in rows if r["query"] == rows[0]["query"]
    ]
    found = [row for row in mine if row["retrieval_score"] is not None]
    found.sort(key=lambda row: -row["retrieval_score"])
    candidates = [{"id": r["item_id"], "retrieval_score": r["retrieval_score"]} for r in found]
    return mine[0]["query"], candidates, {row["item_id"]: row["label"] for row in mine}


def _post(url: str, body: dict[str, Any]) -> dict[str, Any]:
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
        answer: dict[str, Any] = json.load(response)
        return answer


def _list(heading: str, ids: Sequence[str], items: dict[str, Item], labels: dict[str, float]) -> None:
    print(f"  {heading}")
    for place, item_id in enumerate(ids[:_SHOWN], 1):
        print(f"    {place}. [{labels[item_id]:g}] {item_id}  {items[item_id].title}")
    print()
