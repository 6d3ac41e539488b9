"""The markers of indexes: what makes one visible to services, and how one is taken away again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.errors import ArtefactMissingError, MismatchError, SettingError
from core.records import IndexInfo, key_prefix, marker_key
from offline_indexer.store import IndexWriter

_MARKER = re.compile(r"sr:(?P<encoder>[^:]+):index(?P<staged>:staged)?\Z")
_ENCODER_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}\Z")
_BUILD = "Build the index: shelfrank index build"


@dataclass(frozen=True)
class Found:
    """A marker in the store; `info` is None where another version of Shelfrank wrote it.

    A `staged` index is verified and waits for `shelfrank index publish`.
    """

    encoder_id: str
    staged: bool
    info: IndexInfo | None


def staged_key(encoder_id: str) -> str:
    """Where the IndexInfo of a verified index waits that is not published yet."""
    return f"{marker_key(encoder_id)}:staged"


def place_marker(writer: IndexWriter, info: IndexInfo, publish: bool) -> None:
    """Publish a verified index, or leave its marker where only `publish` looks."""
    if not publish:
        writer.set(staged_key(info.encoder_id), info.to_json())
        return
    writer.set(marker_key(info.encoder_id), info.to_json())
    writer.delete([staged_key(info.encoder_id)])


def read_marker(writer: IndexWriter, key: str, remedy: str = _BUILD) -> IndexInfo:
    """The IndexInfo at `key`; ArtefactMissingError without one."""
    raw = writer.get(key)
    if raw is None:
        raise ArtefactMissingError(f"{key} in {writer.name}", remedy)
    return IndexInfo.from_json(raw)


def list_markers(writer: IndexWriter) -> list[Found]:
    """Every published and staged index in the store, by encoder."""
    keys = {key for step in writer.scan("sr:*:index*") for key in step}
    markers = [match for key in sorted(keys) if (match := _MARKER.match(key))]
    raws = writer.read([match.string for match in markers])
    return [
        Found(match["encoder"], match["staged"] is not None, _parse(raw))
        for match, raw in zip(markers, raws, strict=True)
    ]


def refuse_to_retire(encoder_id: str, served: str | None, markers: Iterable[Found]) -> None:
    """SettingError when services need this index: their bundle's encoder made it, or there is no other."""
    published = {marker.encoder_id for marker in markers if not marker.staged}
    if encoder_id == served:
        problem = f"{encoder_id} is the encoder of the bundle that is served"
    elif published == {encoder_id}:
        problem = f"{encoder_id} has the only published index"
    else:
        return
    raise SettingError("ENCODER_ID", problem, "Publish another index first, or add --force.")


def retire(writer: IndexWriter, encoder_id: str, advance: Callable[[int], None] = lambda _: None) -> int:
    """Remove an index: first its markers, so that no service starts on it, then its records in small steps.

    Returns how many records went. ArtefactMissingError when there was neither marker nor record.
    """
    if not _ENCODER_ID.match(encoder_id):
        raise SettingError("ENCODER_ID", f"{encoder_id!r} is none", "See: shelfrank index status")
    markers = writer.delete([marker_key(encoder_id), staged_key(encoder_id)])
    records = 0
    for keys in writer.scan(f"{key_prefix(encoder_id)}*"):
        records += writer.delete(keys)
        advance(len(keys))
    if not markers and not records:
        raise ArtefactMissingError(f"index of encoder {encoder_id}", "See: shelfrank index status")
    return records


def _parse(raw: bytes | None) -> IndexInfo | None:
    try:
        return IndexInfo.from_json(raw or b"")
    except MismatchError:
        return None
