"""How several workers count together: prometheus_client keeps their numbers in files of one folder.

It decides how to count when it is imported, by PROMETHEUS_MULTIPROC_DIR. The supervisor of the workers never
imports it; the workers are spawned, so that they do so when the folder is set.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

MULTIPROCESS = "PROMETHEUS_MULTIPROC_DIR"


@contextlib.contextmanager
def shared_metrics() -> Iterator[None]:
    """The folder in which workers share their counts: the one that is set, emptied, or one of our own."""
    given = os.environ.get(MULTIPROCESS)
    with tempfile.TemporaryDirectory(prefix="shelfrank-metrics-") as own:
        folder = Path(given or own)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.db"):
            old.unlink()
        os.environ[MULTIPROCESS] = str(folder)
        try:
            yield
        finally:
            if given is None:
                del os.environ[MULTIPROCESS]


def forget_the_dead() -> None:
    """Drop the gauges of workers that died; uvicorn replaces them without telling anybody else."""
    folder = os.environ.get(MULTIPROCESS)
    for file in Path(folder).glob("gauge_live*_*.db") if folder else ():
        pid = int(file.stem.rpartition("_")[2])
        if not _is_running(pid):
            _forget(pid)


def _forget(pid: int) -> None:
    from prometheus_client.multiprocess import mark_process_dead

    with contextlib.suppress(FileNotFoundError):  # another worker was quicker
        mark_process_dead(pid)  # type: ignore[no-untyped-call]


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
