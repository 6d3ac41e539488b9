"""The options that several commands share, and what all commands do at their start and end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from offline_indexer.store import IndexWriter
    from offline_indexer.vectors import Vectors

BundleOption = Annotated[
    Path, typer.Option("--bundle", envvar="SHELFRANK_BUNDLE", help="Folder of the model bundle.")
]
StoreOption = Annotated[
    str | None,
    typer.Option("--redis-url", envvar="REDIS_URL", help="The store; without one, an embedded server."),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Refuse the file if any row is bad.")]
RejectsOption = Annotated[
    Path | None, typer.Option("--rejects", help="Where bad rows go; default: NAME.rejects.jsonl here.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Nothing but the JSON line.")]
SampleOption = Annotated[int, typer.Option("--sample", min=1, max=100_000, help="Items to read back.")]


@dataclass(frozen=True)
class Tools:
    """What the composing command line hands in: the store's URL, given what `--redis-url` says."""

    resolve_store: Callable[[str | None], AbstractContextManager[str]]


@contextmanager
def store_of(ctx: typer.Context, redis_url: str | None) -> Iterator[IndexWriter]:
    """The store that a command works on."""
    from offline_indexer.store import open_store

    tools = ctx.find_object(Tools)
    if tools is None:
        raise LookupError("The composing command line puts Tools into the context.")
    with tools.resolve_store(redis_url) as url, open_store(url) as writer:
        yield writer


def load_vectors(bundle: Path) -> Vectors:
    """Load and verify the bundle."""
    from core.bundle import load_bundle
    from offline_indexer.vectors import Vectors

    return Vectors.of(load_bundle(bundle))


def cores() -> int:
    """The cores this process may use: a container often has fewer than its machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def finish(command: str, done: dict[str, Any], as_json: bool) -> None:
    """The table, and the JSON line."""
    if not as_json:
        from offline_indexer.progress import show_table

        show_table(command, done)
    print_line({"command": command, **done})


def print_line(values: dict[str, Any]) -> None:
    """One JSON line on standard output."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()
