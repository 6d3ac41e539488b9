"""The bundle that the repository ships, from data whose licences allow it.

    python -m training.demo_bundle --out bundles/demo [--chorus FOLDER]

It learns from the sample store, and from Chorus' openly licensed electronics judgments where their folder is
given. Nothing else: a bundle trained on restricted judgments must not be shipped.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from core.manifest import Manifest
from training.base_encoder import DEFAULT_BASE
from training.encoder_folder import export_base
from training.sample_store import generate, write
from training.sources import Source, load_source
from training.train_bundle import BundlePlan, prepare, train_bundle


def make(out: Path, chorus: Path | None) -> Manifest:
    """Export the encoder, train the rankers and write the bundle."""
    with TemporaryDirectory() as folder:
        encoder, shop = Path(folder) / "encoder", Path(folder) / "sample-store"
        export_base(DEFAULT_BASE, encoder)
        write(generate(), shop)
        sources = [_sample_store(shop), *([_chorus(chorus)] if chorus else [])]
        return train_bundle(BundlePlan("demo", encoder), sources, prepare(sources, encoder), out)


def _sample_store(shop: Path) -> Source:
    tables = shop / "judgments.parquet", shop / "catalogue.parquet", shop / "clicks.parquet"
    return load_source(*tables, name="sample store (made up, Apache-2.0)")


def _chorus(folder: Path) -> Source:
    tables = folder / "judgments.parquet", folder / "products.parquet"
    return load_source(*tables, name="Chorus judgments (Apache-2.0) on Open Icecat products")


def _main(
    out: Annotated[Path, typer.Option(help="The bundle's folder.")] = Path("bundles/demo"),
    chorus: Annotated[
        Path | None, typer.Option(help="Folder of judgments.parquet, products.parquet.")
    ] = None,
) -> None:
    manifest = make(out, chorus)
    typer.echo(f"{manifest.bundle_id}: {manifest.metrics}")


if __name__ == "__main__":
    typer.run(_main)
