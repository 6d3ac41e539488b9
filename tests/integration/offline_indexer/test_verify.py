"""Checking, listing and retiring indexes."""

from dataclasses import replace
from pathlib import Path

import pytest
import redis

from core.errors import ArtefactMissingError, MismatchError, SettingError
from core.records import IndexInfo, marker_key
from core.types import Item
from offline_indexer.catalogue import find_catalogue
from offline_indexer.indexer import BuildOptions, build
from offline_indexer.markers import (
    Found,
    list_markers,
    place_marker,
    read_marker,
    refuse_to_retire,
    retire,
)
from offline_indexer.rejects import RejectLog
from offline_indexer.store import IndexWriter
from offline_indexer.vectors import Vectors
from offline_indexer.verify import verify_index


@pytest.fixture
def info(shop: Path, tmp_path: Path, vectors: Vectors, writer: IndexWriter) -> IndexInfo:
    with RejectLog(tmp_path / "out.rejects.jsonl") as log:
        return build(find_catalogue(shop), vectors, writer, log, BuildOptions(threads=1)).info


def test_a_good_index_passes_with_and_without_its_catalogue(
    info: IndexInfo, shop: Path, vectors: Vectors, writer: IndexWriter
) -> None:
    verify_index(writer, vectors, info, None, 100)
    verify_index(writer, vectors, info, find_catalogue(shop), 100)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"encoder_id": "other"}, "encoder of the index: expected feedfacecafe0001, found other"),
        ({"record_schema": "other"}, "record layout of the index"),
        ({"dim": 16}, "vector size of the index: expected 8, found 16"),
        ({"items": 149}, "records of the index: expected 149, found 150"),
    ],
)
def test_a_foreign_index_is_refused_with_expected_actual_and_remedy(
    info: IndexInfo, vectors: Vectors, writer: IndexWriter, change: dict[str, object], what: str
) -> None:
    with pytest.raises(MismatchError, match=what) as caught:
        verify_index(writer, vectors, replace(info, **change), None, 100)
    assert "shelfrank index build" in caught.value.remedy


def test_damage_is_found_without_the_catalogue(
    info: IndexInfo, vectors: Vectors, writer: IndexWriter, client: redis.Redis
) -> None:
    client.set(f"{vectors.prefix}i9", b"damaged")
    with pytest.raises(MismatchError, match="vector in sr:feedfacecafe0001:i:i9"):
        verify_index(writer, vectors, info, None, 1000)


def test_another_catalogue_is_told_apart(
    info: IndexInfo, shop: Path, vectors: Vectors, writer: IndexWriter, client: redis.Redis
) -> None:
    catalogue = find_catalogue(shop)
    client.rename(f"{vectors.prefix}i9", f"{vectors.prefix}j9")
    with pytest.raises(MismatchError, match="catalogue items only, found 'j9'"):
        verify_index(writer, vectors, info, catalogue, 10)
    client.delete(f"{vectors.prefix}j9")
    with pytest.raises(MismatchError, match="there is none for 'i9'"):
        verify_index(writer, vectors, info, catalogue, 10)
    client.set(f"{vectors.prefix}i9", vectors.record(Item("i9", "Tee 9", price=8.0))[1])
    with pytest.raises(MismatchError, match="numbers of item 'i9'"):
        verify_index(writer, vectors, info, catalogue, 1000)


def test_markers_are_listed_whatever_else_is_in_the_store(
    info: IndexInfo, writer: IndexWriter, client: redis.Redis
) -> None:
    place_marker(writer, replace(info, encoder_id="b"), publish=False)
    client.set(marker_key("zz"), b'{"of": "another version"}')
    client.set("sr:b:i:x:index", "an item with an odd id")
    assert list_markers(writer) == [
        Found("b", staged=True, info=replace(info, encoder_id="b")),
        Found("feedfacecafe0001", staged=False, info=info),
        Found("zz", staged=False, info=None),
    ]


def test_a_missing_marker_says_how_to_get_one(writer: IndexWriter) -> None:
    with pytest.raises(ArtefactMissingError, match="shelfrank index build"):
        read_marker(writer, marker_key("none"))


def test_retiring_takes_the_marker_first_then_every_record_of_this_encoder_alone(
    info: IndexInfo, vectors: Vectors, writer: IndexWriter, client: redis.Redis
) -> None:
    client.set("sr:feedfacecafe0002:i:i1", "of another encoder")
    seen: list[object] = []
    key = marker_key(vectors.encoder_id)
    removed = retire(writer, vectors.encoder_id, lambda _: seen.append(client.get(key)))
    assert removed == info.items
    assert set(seen) == {None}
    assert client.keys() == [b"sr:feedfacecafe0002:i:i1"]


def test_retiring_what_is_not_there_or_no_id_is_an_error(writer: IndexWriter, client: redis.Redis) -> None:
    client.set("sr:a:i:1", "x")
    with pytest.raises(ArtefactMissingError):
        retire(writer, "unknown")
    with pytest.raises(SettingError):
        retire(writer, "*")
    assert client.dbsize() == 1


def test_records_that_an_interrupted_retirement_left_can_be_removed(
    writer: IndexWriter, client: redis.Redis
) -> None:
    client.set("sr:a:i:1", "x")
    assert retire(writer, "a") == 1


def test_an_index_that_is_needed_is_not_retired() -> None:
    one, two = Found("a", staged=False, info=None), Found("b", staged=False, info=None)
    with pytest.raises(SettingError, match="bundle that is served"):
        refuse_to_retire("a", "a", [one, two])
    with pytest.raises(SettingError, match="only published index"):
        refuse_to_retire("a", None, [one, replace(two, staged=True)])
    refuse_to_retire("a", "b", [one, two])
