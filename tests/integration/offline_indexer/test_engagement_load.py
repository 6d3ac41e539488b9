"""Loading click logs into a real server."""

import json
from pathlib import Path

import pytest
import redis

from core.engagement import engagement_key, unpack_counters
from core.errors import TableError
from offline_indexer.engagement import LoadReport, load
from offline_indexer.rejects import RejectLog
from offline_indexer.store import IndexWriter

HEADER = "query,item_id,position,click,cart,order,day\n"
FIRST = HEADER + "Red Tee,a,1,1,1,0,1\nred tee,b,2,0,0,0,1\nlamp,c,1,0,0,0,1\n"


def run(folder: Path, text: str, writer: IndexWriter, strict: bool = False) -> LoadReport:
    path = folder / "clicks.csv"
    path.write_text(text)
    with RejectLog(folder / "clicks.rejects.jsonl", [path]) as log:
        return load(path, writer, log, strict)


def everything(client: redis.Redis) -> dict[bytes, dict[bytes, bytes]]:
    return {key: client.hgetall(key) for key in client.scan_iter()}


def test_counters_stand_where_the_service_looks(
    tmp_path: Path, writer: IndexWriter, client: redis.Redis
) -> None:
    assert run(tmp_path, FIRST, writer) == LoadReport(impressions=3, queries=2, pairs=3, removed=0)
    raws = client.hmget(engagement_key("red tee"), ["a", "b", "none"])
    assert unpack_counters(raws)[:2].tolist() == [[1, 1, 1, 0, 0.5], [1, 0, 0, 0, 0]]
    assert raws[2] is None


def test_loading_twice_changes_nothing(tmp_path: Path, writer: IndexWriter, client: redis.Redis) -> None:
    run(tmp_path, FIRST, writer)
    before = everything(client)
    assert run(tmp_path, FIRST, writer).removed == 0
    assert everything(client) == before


def test_a_new_log_replaces_its_queries_and_leaves_the_others(
    tmp_path: Path, writer: IndexWriter, client: redis.Redis
) -> None:
    run(tmp_path, FIRST, writer)
    lamp = client.hgetall(engagement_key("lamp"))
    report = run(tmp_path, HEADER + "red tee,b,1,1,0,0,2\n", writer)
    assert report.removed == 1
    assert list(client.hgetall(engagement_key("red tee"))) == [b"b"]
    assert client.hgetall(engagement_key("lamp")) == lamp


def test_bad_rows_are_set_aside(tmp_path: Path, writer: IndexWriter) -> None:
    report = run(tmp_path, FIRST + "red tee,a,0,1,0,0,1\nred tee,,1,1,0,0,1\n", writer)
    assert report.impressions == 3
    lines = [json.loads(line) for line in (tmp_path / "clicks.rejects.jsonl").read_text().splitlines()]
    assert [(line["row"], line["field"]) for line in lines] == [(4, "position"), (5, "item_id")]


def test_strict_writes_nothing(tmp_path: Path, writer: IndexWriter, client: redis.Redis) -> None:
    with pytest.raises(TableError, match="row 4, position"):
        run(tmp_path, FIRST + "red tee,a,0,1,0,0,1\n", writer, strict=True)
    assert client.dbsize() == 0


@pytest.mark.parametrize("text", [HEADER, HEADER + "red tee,a,0,1,0,0,1\n", ""])
def test_a_log_without_a_usable_row_is_refused(tmp_path: Path, writer: IndexWriter, text: str) -> None:
    with pytest.raises(TableError):
        run(tmp_path, text, writer)
