"""The service as its own process, as it is run in production."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 30


class Server:
    """A running service: `client` talks to it, `log` is what it wrote so far."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, output: Path) -> None:
        self.process = process
        self.port = port
        self.output = output
        self.url = f"http://127.0.0.1:{port}"
        self.client = httpx.Client(base_url=self.url, timeout=10)

    @property
    def log(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def wait_for(self, path: str) -> None:
        """Until `path` answers 200."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the service ended with {self.process.returncode}:\n{self.log}")
            with contextlib.suppress(httpx.TransportError):
                if self.client.get(path).status_code == 200:
                    return
            time.sleep(0.05)
        raise AssertionError(f"{path} never answered 200:\n{self.log}")

    def stop(self) -> int:
        """End it as an orchestrator would; returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)


@contextlib.contextmanager
def serving(output: Path, bundle: Path, redis_url: str, **settings: object) -> Iterator[Server]:
    """Start the service with these settings on a free port; `output` receives what it writes."""
    port = free_port()
    extra = {f"SHELFRANK_{name.upper()}": str(value) for name, value in settings.items()}
    environment = {
        **os.environ,
        "REDIS_URL": redis_url,
        "SHELFRANK_BUNDLE": str(bundle),
        "SHELFRANK_PORT": str(port),
        "SHELFRANK_READINESS_POLL_S": "0.05",
        **extra,
    }
    command = [sys.executable, "-m", "service.main"]
    with output.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    server = Server(process, port, output)
    try:
        yield server
    finally:
        server.client.close()
        if process.poll() is None:
            server.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
