"""The server as the indexer sees it: the one module here that knows the Redis client.

Only single-key commands are sent (PING, INFO, GET, SET, UNLINK, SCAN, HKEYS, HSET, HDEL), many of them per
round trip, so that the same code works against one server and against a cluster. All of them may be repeated
without harm, and are when a connection breaks for a moment. Every exception of the client becomes a
StoreError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

import redis
from redis import exceptions
from redis.backoff import ExponentialBackoff
from redis.retry import Retry

from core.errors import SettingError, StoreError, StoreRefusedError, StoreUnavailableError

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 30.0
_STEP = 500  # keys per round trip: a few milliseconds of the server's time, so that it goes on serving
_FIELDS = 1000  # hash fields per command
_RETRIES = 6  # about two seconds and a half in all

_Client = (
    Any  # redis.Redis or redis.RedisCluster, whose type hints mix their synchronous and asynchronous forms
)


class IndexWriter:
    """Batched reads and writes. Every method raises StoreUnavailableError or StoreRefusedError."""

    def __init__(self, client: _Client, name: str) -> None:
        self._client = client
        self.name = name

    def get(self, key: str) -> bytes | None:
        """One value, None where there is none."""
        return self.read([key])[0]

    def set(self, key: str, value: bytes) -> None:
        """Write one value."""
        self.write([(key, value)])

    def write(self, records: Iterable[tuple[str, bytes]]) -> None:
        """Write (key, value) pairs, all in one round trip; the caller bounds how many."""
        self._send((("SET", key, value) for key, value in records))

    def read(self, keys: Sequence[str]) -> list[bytes | None]:
        """The values of `keys` in their order, None where there is none."""
        return [value for step in _steps(keys) for value in self._send(("GET", key) for key in step)]

    def delete(self, keys: Iterable[str]) -> int:
        """Remove keys in small steps, memory being freed in the background; returns how many were there."""
        return sum(sum(self._send(("UNLINK", key) for key in step)) for step in _steps(keys))

    def scan(self, pattern: str) -> Iterator[list[str]]:
        """All keys that match a glob pattern, some at a time; a key may come more than once."""
        with _mapped(self.name):
            found = self._client.scan_iter(match=pattern, count=_STEP)
            for step in _steps(found):
                yield [key.decode() for key in step]

    def replace_hashes(self, hashes: Mapping[str, Mapping[str, bytes]]) -> int:
        """Make each key hold exactly these fields; returns how many fields went that were there before.

        New values are written before old fields go, so that a reader never finds a hash empty.
        """
        before = dict(zip(hashes, self._send(("HKEYS", key) for key in hashes), strict=True))
        self._send(
            ("HSET", key, *(part for pair in step for part in pair))
            for key, fields in hashes.items()
            for step in _steps(fields.items(), _FIELDS)
        )
        gone = {key: [f for f in old if f.decode() not in hashes[key]] for key, old in before.items()}
        self._send(("HDEL", key, *step) for key, old in gone.items() for step in _steps(old, _FIELDS))
        return sum(map(len, gone.values()))

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def _send(self, commands: Iterable[tuple[str | bytes, ...]]) -> list[Any]:
        with _mapped(self.name):
            pipeline = self._client.pipeline(transaction=False)
            for command in commands:
                pipeline.execute_command(*command)
            answers: list[Any] = pipeline.execute()
            return answers


@contextmanager
def open_store(url: str) -> Iterator[IndexWriter]:
    """Connect to one server or to the cluster it belongs to; fails at once when it cannot be used.

    Raises:
        SettingError: `url` is not the URL of a Redis-protocol server.
        StoreUnavailableError, StoreRefusedError: nobody answers there, or access is denied.
    """
    name = describe(url)
    with _mapped(name):
        probe = _connect(url, redis.Redis.from_url, retries=1)
        try:
            probe.ping()
            make = redis.RedisCluster.from_url if _in_cluster(probe) else redis.Redis.from_url
        finally:
            probe.close()
        writer = IndexWriter(_connect(url, make, _RETRIES), name)
    try:
        yield writer
    finally:
        writer.close()


def describe(url: str) -> str:
    """The server's place without user name and password, for messages."""
    scheme, separator, rest = url.partition("://")
    return scheme + separator + rest.rpartition("@")[2].partition("?")[0]


def _connect(url: str, make: Callable[..., _Client], retries: int) -> _Client:
    try:
        return make(
            url,
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=ANSWER_SECONDS,
            retry=Retry(ExponentialBackoff(cap=1.0, base=0.05), retries),
        )
    except ValueError as error:
        remedy = "Expected redis://[user:password@]host:port[/db], rediss://… or unix://…"
        raise SettingError("REDIS_URL", f"{describe(url)} is not the URL of a store", remedy) from error


def _in_cluster(client: _Client) -> bool:
    try:
        about = client.info("server")
    except exceptions.NoPermissionError:
        return False  # a user confined to reading and writing: managed servers without cluster mode
    return "cluster" in (about.get("redis_mode"), about.get("server_mode"))


def _steps(things: Iterable[Any], size: int = _STEP) -> Iterator[list[Any]]:
    remaining = iter(things)
    while step := list(islice(remaining, size)):
        yield step


@contextmanager
def _mapped(name: str) -> Iterator[None]:
    try:
        yield
    except (exceptions.RedisError, exceptions.RedisClusterException) as error:
        raise _translate(name, error) from error


# the first that fits counts: the client derives "wrong password" from "connection lost"
_REFUSALS: tuple[tuple[type[Exception], str, str], ...] = (
    (
        exceptions.AuthenticationError,
        "denied access: a user name or password is missing or wrong",
        "Put them into the URL: redis://user:password@host:port",
    ),
    (
        exceptions.NoPermissionError,
        "denied a command to this user",
        "Grant it GET SET UNLINK SCAN HKEYS HSET HDEL PING INFO on the keys sr:*",
    ),
    (
        exceptions.OutOfMemoryError,
        "is out of memory",
        "Raise its maxmemory, or remove an index that is no longer served: shelfrank index retire",
    ),
    (
        exceptions.ReadOnlyError,
        "is a read-only replica",
        "Give the URL of the primary.",
    ),
)


def _translate(name: str, error: Exception) -> StoreError:
    said = str(error).rpartition("caused error: ")[2]  # the part before it quotes keys and values
    for kind, problem, remedy in _REFUSALS:
        if isinstance(error, kind):
            return StoreRefusedError(f"{name} {problem} ({said}). {remedy}")
    if isinstance(error, exceptions.BusyLoadingError):
        return StoreUnavailableError(f"{name} is still loading its data. Try again when it is done.")
    if isinstance(error, exceptions.ResponseError) and not isinstance(error, exceptions.ClusterError):
        return StoreRefusedError(f"{name} refused: {said}. See the server's log.")
    remedy = "Check that it runs and that REDIS_URL names it."
    return StoreUnavailableError(f"{name} cannot be reached ({said}). {remedy}")
