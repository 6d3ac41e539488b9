"""Real processes for measurements: an index in the embedded server, and a service over a bundle."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

_READY_WITHIN_S = 60.0


def build_index(catalogue: Path, bundle: Path, redis_url: str) -> None:
    """`shelfrank index build`, as an operator would run it."""
    _run("index", "build", str(catalogue), "--bundle", str(bundle), "--redis-url", redis_url)


@contextmanager
def running_service(bundle: Path, redis_url: str, log: Path, *options: str) -> Iterator[str]:
    """`shelfrank serve` on a free port until the block ends; yields its address once it is ready."""
    port = free_port()
    command = [sys.executable, "-m", "shelfrank", "serve", "--bundle", str(bundle), "--port", str(port)]
    with log.open("ab") as out:
        process = subprocess.Popen(
            [*command, "--redis-url", redis_url, *options], stdout=out, stderr=subprocess.STDOUT
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process, log)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)


def processor_seconds(service: str) -> float:
    """Processor time that the service's processes have used so far."""
    times = [process.cpu_times() for process in _processes(service)]
    return float(sum(spent.user + spent.system for spent in times))


def resident_mb(service: str) -> list[float]:
    """Resident memory of the service's processes, the workers' supervisor among them."""
    return sorted(round(p.memory_info().rss / 1e6) for p in _processes(service))


def _processes(service: str) -> Sequence[psutil.Process]:
    port = service.rsplit(":", 1)[1]
    root = next(p for p in psutil.process_iter(["cmdline"]) if port in (p.info["cmdline"] or ()))
    return root, *root.children(recursive=True)


def free_port() -> int:
    """A port that nothing listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the service ended with {process.returncode}; see {log}")
        try:
            if httpx.get(f"{url}/readyz", timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            pass  # not listening yet
        time.sleep(0.1)
    raise RuntimeError(f"the service was not ready within {_READY_WITHIN_S} s; see {log}")


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "shelfrank", *arguments], check=True, stdout=subprocess.DEVNULL)
