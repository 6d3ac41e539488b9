"""Building an index on a real server: everything is there and verified before it is visible."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import redis

from core.errors import MismatchError, TableError
from core.records import IndexInfo, decode_records, marker_key, record_schema
from core.tables import write_parquet
from core.types import FloatRows, Item
from offline_indexer.catalogue import find_catalogue
from offline_indexer.indexer import BuildOptions, BuildReport, build
from offline_indexer.markers import staged_key
from offline_indexer.rejects import RejectLog
from offline_indexer.store import IndexWriter
from offline_indexer.vectors import Vectors

OPTIONS = BuildOptions(threads=3)
Run = Callable[..., BuildReport]


@pytest.fixture
def run(tmp_path: Path, vectors: Vectors, writer: IndexWriter) -> Run:
    def run(source: Path, **changes: Any) -> BuildReport:
        parts = {"vectors": vectors, "writer": writer} | changes
        options = parts.pop("options", OPTIONS)
        with RejectLog(tmp_path / "out.rejects.jsonl", [source]) as log:
            return build(find_catalogue(source), parts["vectors"], parts["writer"], log, options)

    return run


def item_keys(client: redis.Redis, vectors: Vectors) -> set[bytes]:
    return set(client.keys(f"{vectors.prefix}*"))


def test_every_item_has_the_record_that_the_contract_says(
    run: Run, shop: Path, vectors: Vectors, client: redis.Redis
) -> None:
    run(shop)
    assert len(item_keys(client, vectors)) == 150
    item = Item("i7", "Tee 7", price=7.0)
    key, expected = vectors.record(item)
    assert client.get(key) == expected
    assert decode_records([expected], 8).column("price")[0] == 7


def test_the_marker_describes_the_index(run: Run, shop: Path, vectors: Vectors, client: redis.Redis) -> None:
    report = run(shop)
    raw = client.get(marker_key(vectors.encoder_id))
    assert isinstance(raw, bytes)
    info = IndexInfo.from_json(raw)
    assert info == report.info
    assert (info.encoder_id, info.record_schema, info.dim) == (vectors.encoder_id, record_schema(), 8)
    assert (info.items, info.catalogue, info.key_prefix) == (150, "shop.parquet", vectors.prefix)
    assert info.index_id.startswith("feedface-")


def test_the_index_id_names_the_content_not_the_order(run: Run, tmp_path: Path) -> None:
    rows = [{"item_id": f"i{n}", "title": f"Tee {n}"} for n in range(100)]
    digests = []
    for number, order in enumerate((rows, rows[::-1], rows[:-1])):
        path = tmp_path / f"{number}.parquet"
        write_parquet(path, order)
        digests.append(run(path).info.index_id.rpartition("-")[2])
    assert digests[0] == digests[1] != digests[2]


def test_a_folder_of_files_is_one_index(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "a.csv").write_text("item_id,title\n1,A\n2,B\n")
    (folder / "b.jsonl").write_text('{"item_id": 2, "title": "again"}\n{"item_id": 3, "title": "C"}\n')
    report = run(folder)
    assert (report.info.items, report.info.catalogue) == (3, "shop")
    (reject,) = (tmp_path / "out.rejects.jsonl").read_text().splitlines()
    assert (json.loads(reject)["file"], json.loads(reject)["row"]) == ("b.jsonl", 1)


class Failing:
    """Encodes some items, then fails as a crash would."""

    dim = 8

    def __init__(self, inner: Vectors, after: int) -> None:
        self._inner, self._left = inner, after

    def encode_item(self, item: Item) -> FloatRows:
        self._left -= 1
        if self._left < 0:
            raise KeyboardInterrupt
        return self._inner.encoder.encode_item(item)


def test_an_interrupted_build_publishes_nothing(
    run: Run, shop: Path, vectors: Vectors, client: redis.Redis
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(shop, vectors=replace(vectors, encoder=Failing(vectors, 140)))
    assert item_keys(client, vectors)
    assert client.get(marker_key(vectors.encoder_id)) is None
    assert run(shop).info.items == 150


class Meddling(IndexWriter):
    """Does something to the store after the last write and before verification."""

    def __init__(self, inner: IndexWriter, meddle: Callable[[], object]) -> None:
        super().__init__(inner._client, inner.name)
        self._meddle = meddle

    def scan(self, pattern: str) -> Any:
        self._meddle()
        return super().scan(pattern)


def test_a_tampered_record_is_found_and_nothing_published(
    run: Run, shop: Path, vectors: Vectors, writer: IndexWriter, client: redis.Redis
) -> None:
    other = vectors.record(Item("i3", "Lamp"))[1]
    for changed in (b"short", other):
        meddling = Meddling(writer, lambda changed=changed: client.set(vectors.prefix + "i3", changed))
        everything = BuildOptions(threads=1, sample=150)
        with pytest.raises(MismatchError, match=r"of item 'i3'.*shelfrank index build"):
            run(shop, writer=meddling, options=everything)
        assert client.get(marker_key(vectors.encoder_id)) is None


def test_a_record_that_vanished_is_found(
    run: Run, shop: Path, vectors: Vectors, writer: IndexWriter, client: redis.Redis
) -> None:
    meddling = Meddling(writer, lambda: client.delete(vectors.prefix + "i3"))
    with pytest.raises(MismatchError, match=r"expected 150, found 149 \(there is none for 'i3'\)"):
        run(shop, writer=meddling)
    assert client.get(marker_key(vectors.encoder_id)) is None


def test_rebuilding_overwrites_and_removes_what_vanished(
    run: Run, shop: Path, tmp_path: Path, vectors: Vectors, client: redis.Redis
) -> None:
    run(shop)
    client.set("sr:other:i:i0", "of another encoder")
    write_parquet(
        tmp_path / "new.parquet", [{"item_id": "i0", "title": "New"}, {"item_id": "n", "title": "N"}]
    )
    report = run(tmp_path / "new.parquet")
    assert (report.info.items, report.removed) == (2, 149)
    assert item_keys(client, vectors) == {f"{vectors.prefix}{i}".encode() for i in ("i0", "n")}
    assert client.get(f"{vectors.prefix}i0") == vectors.record(Item("i0", "New"))[1]
    assert client.get("sr:other:i:i0") == b"of another encoder"


def test_an_index_of_another_layout_is_withdrawn_before_records_are_mixed(
    run: Run, shop: Path, vectors: Vectors, client: redis.Redis
) -> None:
    report = run(shop)
    key = marker_key(vectors.encoder_id)
    for foreign in (replace(report.info, record_schema="older").to_json(), b'{"format": 9}'):
        client.set(key, foreign)
        with pytest.raises(KeyboardInterrupt):
            run(shop, vectors=replace(vectors, encoder=Failing(vectors, 0)))
        assert client.get(key) is None


def test_the_marker_of_the_same_layout_stays_while_it_is_rebuilt(
    run: Run, shop: Path, vectors: Vectors, client: redis.Redis
) -> None:
    run(shop)
    with pytest.raises(KeyboardInterrupt):
        run(shop, vectors=replace(vectors, encoder=Failing(vectors, 0)))
    assert client.get(marker_key(vectors.encoder_id)) is not None


BAD = 'item_id,title,price\n1,A,5\n,no id,1\n1,again,2\n4,D,cheap\n5,"' + "x" * 2001 + '",1\n6,F,7\n'


def test_bad_rows_go_to_the_rejects_file_and_the_rest_goes_in(
    run: Run, tmp_path: Path, vectors: Vectors, client: redis.Redis
) -> None:
    source = tmp_path / "shop.csv"
    source.write_text(BAD)
    assert run(source).info.items == 2
    assert item_keys(client, vectors) == {f"{vectors.prefix}{i}".encode() for i in (1, 6)}
    lines = [json.loads(line) for line in (tmp_path / "out.rejects.jsonl").read_text().splitlines()]
    assert [tuple(line.values()) for line in lines] == [
        ("shop.csv", 2, "item_id", "is missing", "Every row needs one."),
        ("shop.csv", 3, "item_id", "'1' was there before", "Keep one row."),
        ("shop.csv", 4, "price", "'cheap' is not a number", "Give a finite number or nothing."),
        ("shop.csv", 5, "title", "has 2001 characters", "The limit is 2000."),
    ]


def test_strict_reports_all_bad_rows_and_writes_nothing(
    run: Run, tmp_path: Path, client: redis.Redis
) -> None:
    source = tmp_path / "shop.csv"
    source.write_text(BAD)
    with pytest.raises(TableError, match=r"shop\.csv, row 2, item_id.*4 rows"):
        run(source, options=BuildOptions(threads=1, strict=True))
    assert len((tmp_path / "out.rejects.jsonl").read_text().splitlines()) == 4
    assert client.dbsize() == 0


def test_strict_is_content_with_a_clean_catalogue(run: Run, shop: Path) -> None:
    assert run(shop, options=BuildOptions(threads=1, strict=True)).info.items == 150


@pytest.mark.parametrize("text", ["item_id,title\n", "item_id,title\n1,\n", ""])
def test_an_empty_catalogue_is_refused_and_the_old_index_stays(
    run: Run, shop: Path, tmp_path: Path, text: str, vectors: Vectors, client: redis.Redis
) -> None:
    run(shop)
    before = client.get(marker_key(vectors.encoder_id))
    (tmp_path / "empty.csv").write_text(text)
    with pytest.raises(TableError):
        run(tmp_path / "empty.csv")
    assert client.get(marker_key(vectors.encoder_id)) == before
    assert len(item_keys(client, vectors)) == 150


def test_a_staged_index_is_verified_and_not_published(
    run: Run, shop: Path, vectors: Vectors, client: redis.Redis
) -> None:
    report = run(shop, options=BuildOptions(threads=1, publish=False))
    assert client.get(marker_key(vectors.encoder_id)) is None
    assert client.get(staged_key(vectors.encoder_id)) == report.info.to_json()
    run(shop)
    assert client.get(staged_key(vectors.encoder_id)) is None
