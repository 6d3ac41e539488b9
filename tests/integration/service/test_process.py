"""Starting, stopping and refusing, as an orchestrator sees it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from serving import PATIENCE_S, Server, serving

from core.records import IndexInfo
from core.types import Item

SECRET = "hunter2hunter2"
STARTED = re.compile(r"Started server process \[(\d+)\]")


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def everybody_is_ready(server: Server) -> None:
    server.wait_for("/readyz")
    until(lambda: "shelfrank_ready 1.0" in httpx.get(server.url + "/metrics").text)


def test_workers_count_together_are_replaced_and_stop_together(
    bundle_dir: Path,
    items: list[Item],
    valkey_url: str,
    published_index: IndexInfo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    body = {"query": "lamp", "candidates": [{"id": item.item_id} for item in items]}
    with serving(tmp_path / "log", bundle_dir, valkey_url, workers=2) as server:
        everybody_is_ready(server)
        for _ in range(30):  # a new connection each: either worker may get it
            httpx.post(server.url + "/v1/rerank", json=body).raise_for_status()
        texts = {httpx.get(server.url + "/metrics").text.count("\n") for _ in range(6)}
        assert len(texts) == 1  # whoever answers, answers for all
        os.kill(int(STARTED.findall(server.log)[0]), signal.SIGKILL)
        until(lambda: len(STARTED.findall(server.log)) == 3)
        everybody_is_ready(server)
        text = httpx.get(server.url + "/metrics").text
        assert len(list(tmp_path.glob("shelfrank-metrics-*"))) == 1
        assert server.stop() == 0
    assert 'shelfrank_requests_total{route="/v1/rerank",status="200"} 30.0' in text
    assert 'shelfrank_stage_seconds_count{stage="predict"} 30.0' in text
    assert not list(tmp_path.glob("shelfrank-metrics-*"))


def test_a_worker_that_dies_while_it_is_asked_is_replaced_at_once(
    bundle_dir: Path, valkey_url: str, published_index: IndexInfo, tmp_path: Path
) -> None:
    with serving(tmp_path / "log", bundle_dir, valkey_url, workers=2) as server:
        everybody_is_ready(server)
        worker = int(STARTED.findall(server.log)[0])
        os.kill(worker, signal.SIGSTOP)
        time.sleep(1.5)  # its parent, which asks twice a second, now waits for an answer
        os.kill(worker, signal.SIGKILL)
        until(lambda: len(STARTED.findall(server.log)) == 3)
        assert server.stop() == 0


def test_one_process_stops_gracefully_and_logs_json(
    bundle_dir: Path, valkey_url: str, published_index: IndexInfo, tmp_path: Path
) -> None:
    url = valkey_url.replace("redis://", f"redis://default:{SECRET}@")
    with serving(tmp_path / "log", bundle_dir, url) as server:
        server.wait_for("/livez")
        assert server.stop() == 0
    lines = [json.loads(line) for line in server.log.splitlines()]
    assert {"request", "Application shutdown complete."} <= {line["event"] for line in lines}
    assert SECRET not in server.log


def test_a_request_in_flight_is_finished(
    bundle_dir: Path, items: list[Item], valkey_url: str, published_index: IndexInfo, tmp_path: Path
) -> None:
    body = json.dumps({"query": "lamp", "candidates": [{"id": items[0].item_id}]}).encode()
    head = b"POST /v1/rerank HTTP/1.1\r\nhost: x\r\ncontent-length: %d\r\n\r\n" % len(body)
    with serving(tmp_path / "log", bundle_dir, valkey_url) as server:
        server.wait_for("/readyz")
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(head + body[:10])
            time.sleep(0.2)
            server.process.send_signal(signal.SIGINT)
            time.sleep(0.2)
            connection.sendall(body[10:])
            connection.settimeout(PATIENCE_S)
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        assert server.process.wait(PATIENCE_S) == 0
    assert "Traceback" not in server.log
