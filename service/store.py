"""Reading the index from a Redis-protocol server: the one place in the service that knows Redis.

A request costs one round trip: MGET of the item records and HMGET of the engagement counters in one pipeline.
Every exception of the client becomes StoreUnavailableError or StoreRefusedError here.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Iterable, Sequence
from typing import Any, TypeVar

import hiredis
import redis.asyncio as redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import (
    AuthenticationError,
    AuthorizationError,
    NoPermissionError,
    RedisError,
    ResponseError,
)
from redis.exceptions import ConnectionError as RedisConnectionError

from core.engagement import engagement_key
from core.errors import SettingError, StoreError, StoreRefusedError, StoreUnavailableError
from core.records import IndexInfo, marker_key
from service.reader import Fetched

T = TypeVar("T")

# per worker; a request holds one for less than a millisecond
_CONNECTIONS = 32
_REFUSALS = (ResponseError, AuthenticationError, AuthorizationError, NoPermissionError)


class RedisReader:
    """Reads through a pool of connections; one reader per event loop."""

    def __init__(self, client: redis.Redis, place: str, connect_timeout_s: float, timeout_s: float) -> None:
        self._client = client
        self._place = place
        self._patience_s = connect_timeout_s + timeout_s
        self._timeout_s = timeout_s

    async def fetch(self, prefix: str, query: str, ids: Sequence[str]) -> Fetched:
        """See StoreReader."""
        pipe = self._client.pipeline(transaction=False)
        pipe.execute_command("MGET", *[prefix + i for i in ids])
        pipe.execute_command("HMGET", engagement_key(query), *ids)
        replies = await self._bounded(pipe.execute(raise_on_error=False), self._timeout_s)
        for reply in replies:
            if isinstance(reply, RedisError):
                raise self._translated(reply)
        return Fetched(*replies)

    async def marker(self, encoder_id: str) -> IndexInfo | None:
        """See StoreReader."""
        raw = await self._bounded(self._get(marker_key(encoder_id)), self._patience_s)
        return None if raw is None else IndexInfo.from_json(raw)

    async def close(self) -> None:
        """Close every connection."""
        with contextlib.suppress(RedisError, OSError):  # a connection that is broken is closed enough
            await self._client.aclose()

    async def _get(self, key: str) -> bytes | None:
        found: bytes | None = await self._client.execute_command("GET", key)  # type: ignore[no-untyped-call]
        return found

    async def _bounded(self, work: Awaitable[T], limit_s: float) -> T:
        try:
            # not the client's own read timeout, inside which a cancelled task goes on as if it were not
            async with asyncio.timeout(limit_s):
                return await work
        except TimeoutError as error:
            raise self._translated(TimeoutError(f"no answer within {limit_s * 1e3:g} ms")) from error
        except (RedisError, OSError) as error:
            raise self._translated(error) from error

    def _translated(self, error: Exception) -> StoreError:
        if isinstance(error, _REFUSALS):
            remedy = "Check the user's rights and the server's state."
            return StoreRefusedError(f"The store at {self._place} refused: {error}. {remedy}")
        remedy = "Check that it runs and that REDIS_URL names it."
        return StoreUnavailableError(f"The store at {self._place} is unavailable: {error}. {remedy}")


def connect(url: str, place: str, connect_timeout_s: float, timeout_s: float) -> RedisReader:
    """A reader of the server at `url`, which is not contacted yet; `place` is how messages name it.

    `fetch` lasts at most `timeout_s`, connecting included; `marker` gives connecting its own time on top, and
    leaves the connection for `fetch`. SettingError on a bad URL.
    """
    try:
        pool = redis.BlockingConnectionPool.from_url(
            url,
            max_connections=_CONNECTIONS,
            timeout=None,  # the reader's own limits bound the wait for a connection too
            protocol=2,  # RESP3 brings nothing to these commands, and costs a handshake
            socket_connect_timeout=connect_timeout_s,
            socket_timeout=None,
            socket_keepalive=True,
            # once, at once: a pooled connection may have died while it was idle
            retry=Retry(NoBackoff(), 1, (RedisConnectionError,)),
        )
    except ValueError as error:
        raise SettingError("REDIS_URL", str(error), "Example: redis://user:password@host:6379/0") from error
    pool.connection_class = type("PackingConnection", (_HiredisPacking, pool.connection_class), {})
    return RedisReader(redis.Redis.from_pool(pool), place, connect_timeout_s, timeout_s)


class _HiredisPacking:
    """Packs commands in C as redis-py's blocking client does; its asyncio client packs key by key in Python.

    With 100 candidates that is 0.1 ms of the event loop's time per request.
    """

    def pack_commands(self, commands: Iterable[tuple[Any, ...]]) -> list[bytes]:
        return [hiredis.pack_command(tuple(command)) for command in commands]
