"""A catalogue to index: one file, or a folder of files whose item ids are unique across all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from core.catalogue import detect_format, read_items
from core.errors import TableError
from core.tables import SUFFIXES
from core.types import Item
from offline_indexer.rejects import REJECTS_SUFFIX

_PIECE = 1 << 20


@dataclass(frozen=True)
class Catalogue:
    """Its name and its files, in the order they are read."""

    name: str
    files: tuple[Path, ...]

    def read(self, is_new: Callable[[str], bool]) -> Iterator[Item | TableError]:
        """Every row of every file as an Item or as what is wrong with it."""
        for path in self.files:
            yield from read_items(path, is_new)

    def estimate_rows(self) -> int:
        """About how many rows there are: exact for Parquet, the number of lines for the other formats."""
        return sum(map(_estimate, self.files))


def find_catalogue(path: Path) -> Catalogue:
    """Recognise a file or a folder; TableError when a file is no catalogue, or there is none."""
    files = _files(path) if path.is_dir() else (path,)
    for file in files:
        detect_format(file)
    return Catalogue(path.resolve().name, files)


def _files(folder: Path) -> tuple[Path, ...]:
    files = tuple(sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and _is_data(p)))
    if not files:
        raise TableError(str(folder), "has no catalogue file", f"Accepted: {', '.join(SUFFIXES)}")
    return files


def _is_data(path: Path) -> bool:
    named = not path.name.startswith(".") and not path.name.endswith(REJECTS_SUFFIX)
    return named and path.is_file() and path.stat().st_size > 0  # whoever writes in parts leaves empty ones


def _estimate(path: Path) -> int:
    if path.suffix == ".parquet":
        return int(pq.read_metadata(path).num_rows)
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(_PIECE), b""))
