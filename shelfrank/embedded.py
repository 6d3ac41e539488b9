"""The store when nobody names one: a real valkey-server that Shelfrank starts and stops by itself.

It listens on the loopback interface only, behind a random password that stands in a state file which only its
owner can read; other users of the machine can connect to the port, and get no further. Its data live in a
folder and are saved when it stops, so that `shelfrank index build` and a later `shelfrank serve` see the same
index.

Processes that use the same folder share one server. Each holds a shared lock on `users.lock` while it works;
whoever is the last to leave stops the server, whoever started it. The kernel drops the lock of a killed
process, so a server that one left behind is found through the state file by the next process, and is stopped
by it. `gate.lock` is held while a server is looked for, started or stopped, so that two processes never start
two.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from core.errors import SettingError
from shelfrank.valkey_process import Answer, Server, start

FOLDER_SETTING, PORT_SETTING = "SHELFRANK_STORE_DIR", "SHELFRANK_STORE_PORT"
DEFAULT_FOLDER = Path(".shelfrank/store")
_GATE_SECONDS = 60.0
_STATE = "server.json"


@contextmanager
def resolve_store(redis_url: str | None, folder: Path | None = None) -> Iterator[str]:
    """Yields the URL of the store: `redis_url`, or an embedded server that lives as long as it is used.

    `folder` defaults to SHELFRANK_STORE_DIR, then `.shelfrank/store`; the port to SHELFRANK_STORE_PORT, then
    any free one.
    """
    if redis_url:
        yield redis_url
        return
    folder = folder or Path(os.environ.get(FOLDER_SETTING) or DEFAULT_FOLDER)
    with embedded_store(folder, _port(os.environ.get(PORT_SETTING))) as server:
        yield server.url


@contextmanager
def embedded_store(
    folder: Path, port: int | None = None, patience: float = _GATE_SECONDS
) -> Iterator[Server]:
    """Join the server that runs on `folder`, or start one there (on `port`, or on any free port).

    Raises:
        SettingError: the folder cannot be used or stays locked for `patience` seconds, the port is taken, or
            there is no server binary for this platform.
        StoreUnavailableError, StoreRefusedError: the server did not start, or could not save its data.
    """
    folder = _prepare(folder)
    with _gate(folder, patience):
        server = _running(folder) or _start(folder, port)
        users = _open(folder / "users.lock")
        fcntl.flock(users, fcntl.LOCK_SH)
    try:
        with users:
            yield server
    finally:
        with _gate(folder, patience):
            if _nobody_uses(folder):
                _stop(folder)


def _running(folder: Path) -> Server | None:
    """The server of the state file, if it is alive; a file that a crash left behind is ignored."""
    state = folder / _STATE
    server = Server.from_json(state.read_text(encoding="utf-8")) if state.exists() else None
    return server if server and server.settle() is Answer.READY else None


def _start(folder: Path, port: int | None) -> Server:
    def remember(server: Server) -> None:
        partial = folder / f"{_STATE}.partial"
        partial.touch(mode=0o600)
        partial.write_text(server.to_json(), encoding="utf-8")
        partial.rename(folder / _STATE)

    return start(folder, port, remember)


def _stop(folder: Path) -> None:
    # asked again: another process may have stopped it while we waited at the gate
    if server := _running(folder):
        server.stop()
    (folder / _STATE).unlink(missing_ok=True)


def _nobody_uses(folder: Path) -> bool:
    with _open(folder / "users.lock") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@contextmanager
def _gate(folder: Path, patience: float) -> Iterator[None]:
    deadline = time.monotonic() + patience
    with _open(folder / "gate.lock") as gate:
        while True:
            try:
                fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    raise _unusable(folder, f"is locked by another process for {patience:g} s") from error
                time.sleep(0.02)
            except OSError as error:
                raise _unusable(folder, f"cannot be locked ({error.strerror})") from error
        yield


def _prepare(folder: Path) -> Path:
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unusable(folder, f"cannot be made ({error.strerror})") from error
    return folder


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("wb")
    except OSError as error:
        raise _unusable(path.parent, f"cannot be written ({error.strerror})") from error


def _unusable(folder: Path, problem: str) -> SettingError:
    return SettingError(FOLDER_SETTING, f"{folder} {problem}", "Name another folder, or set REDIS_URL.")


def _port(text: str | None) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingError(PORT_SETTING, f"{text!r} is no port", "Give 1 to 65535, or nothing.")
    return int(text)
