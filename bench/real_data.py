"""The real labelled data in the project's own columns, with ids that do not collide.

crowdflower's judgments file holds its items too, and its `rating` is the judges': only text goes into its
catalogue.

    python -m bench.real_data --data ../shared/data --out build/benchmark
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from core.catalogue import read_items
from core.tables import read_rows, write_parquet
from core.types import Item
from training.judgments import read_judgments
from training.sources import Source, load_source

NAMES = ("crowdflower", "home_depot", "chorus")
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class RealData:
    """The prepared files: `catalogues` is a folder with one file per data set."""

    catalogues: Path
    judgments: Path

    def source(self, name: str) -> Source:
        """One data set, read back through the project's own readers."""
        judged, items = self.judgments / f"{name}.parquet", self.catalogues / f"{name}.parquet"
        return load_source(judged, items, name=name)


def prepare_real_data(data: Path, folder: Path) -> RealData:
    """Write the tables once; later calls reuse them."""
    prepared = RealData(folder / "catalogue", folder / "judgments")
    for place in (prepared.catalogues, prepared.judgments):
        place.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        _once(prepared.catalogues / f"{name}.parquet", lambda name=name: _items(data, name))  # type: ignore[misc]
        _once(prepared.judgments / f"{name}.parquet", lambda name=name: _judgments(data, name))  # type: ignore[misc]
    return prepared


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    out: Annotated[Path, typer.Option(help="Where the prepared tables go.")] = Path("build/benchmark"),
) -> None:
    """Prepare the tables."""
    prepared = prepare_real_data(data, out)
    print(f"{prepared.judgments} and {prepared.catalogues} hold {', '.join(NAMES)}")


def _once(path: Path, make: Callable[[], Rows]) -> None:
    if not path.is_file():
        write_parquet(path, make())


def _items(data: Path, name: str) -> Rows:
    if name == "crowdflower":
        rows = read_rows(data / name / "judgments.parquet")
        columns = ("title", "description")
        return [
            {"item_id": _id(name, r.values["product_id"]), **{c: r.values[c] for c in columns}} for r in rows
        ]
    found = read_items(data / name / "products.parquet")
    return _as_rows(name, (item for item in found if isinstance(item, Item)))


def _as_rows(name: str, items: Iterable[Item]) -> Rows:
    return [{**asdict(item), "item_id": _id(name, item.item_id)} for item in items]


def _judgments(data: Path, name: str) -> Rows:
    path = data / name / "judgments.parquet"
    means = _means(path) if name == "home_depot" else {}
    return [
        {
            "query": j.query,
            "item_id": _id(name, j.item_id),
            "label": j.label,
            "split": j.split,
            "mean_label": means.get((j.query, j.item_id)),
        }
        for j in read_judgments(path)
    ]


def _means(path: Path) -> dict[tuple[object, str], float]:
    """home_depot's `relevance` is the mean of three raters or more, from 1 to 3."""
    rows = (row.values for row in read_rows(path))
    return {(row["query"], str(row["product_id"])): (row["relevance"] - 1) / 2 for row in rows}


def _id(name: str, number: object) -> str:
    return f"{name}-{number}"


if __name__ == "__main__":
    typer.run(main)
