"""The bundle that the repository ships, from data whose licences allow it.

    python -m training.demo_bundle --out bundles/demo [--chorus FOLDER] [--esci FOLDER]

Teacher, student and ranker learn from the sample store, and from Chorus' openly licensed electronics
judgments and rows of Amazon's ESCI data where their folders are given. Nothing else: a bundle trained on
restricted judgments must not be shipped. The ranker learns every query from a student that has not seen it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from core.manifest import Manifest
from training.commands import run_label, run_train_student, run_train_teacher, warmed_up
from training.encoder_folder import export_base
from training.judgments import fold_of
from training.learning.narrate import narrate
from training.learning.recipe import preset, unlabelled, warm_up_recipe
from training.sample_store import generate, write
from training.sources import Source, load_source
from training.train_bundle import BundlePlan, prepare, train_bundle

PRESET, FOLDS = "cpu", 2


@dataclass(frozen=True)
class Workshop:
    """Where the models of the bundle are made; what is there is not made again."""

    folder: Path
    sources: Sequence[Source]

    def encoder(self, without: int | None = None) -> Path:
        """The exported student, taught by a teacher of the same queries; `without` a fold of them."""
        place = self.folder / ("all" if without is None else f"without-{without}")
        encoder = place / "encoder"
        if not encoder.is_dir():
            sources = [_without(source, without) for source in self.sources]
            run_train_student(
                preset(PRESET, "student"), sources, self._scores(sources, place), place / "student"
            )
            export_base(str(place / "student"), encoder)
        return encoder

    def _scores(self, sources: Sequence[Source], place: Path) -> Path:
        teacher, scores = place / "teacher", place / "scores.parquet"
        if not scores.is_file():
            recipe = preset(PRESET, "teacher").model_copy(update={"base": str(self._warmed_up)})
            run_train_teacher(recipe, sources, teacher)
            run_label(sources, teacher, scores)
        return scores

    @property
    def _warmed_up(self) -> Path:
        first = warm_up_recipe(PRESET, preset(PRESET, "teacher").base)
        return warmed_up(first, self.sources, unlabelled(PRESET).warm_up, self.folder)


def make(out: Path, folder: Path, chorus: Path | None = None, esci: Path | None = None) -> Manifest:
    """Train what is missing below `folder` and write the bundle."""
    narrate()
    lists = [_sample_store(folder / "sample-store"), *([_chorus(chorus)] if chorus else [])]
    workshop = Workshop(folder, [*lists, *([_esci(esci)] if esci else [])])
    folds = [workshop.encoder(fold) for fold in range(FOLDS)]
    plan = BundlePlan("demo", workshop.encoder(), folds)
    return train_bundle(plan, lists, prepare(lists, plan.encoder, folds), out)


def _without(source: Source, fold: int | None) -> Source:
    kept = [j for j in source.judgments if fold is None or fold_of(j.query, FOLDS, "cv") != fold]
    return replace(source, judgments=kept)


def _sample_store(shop: Path) -> Source:
    write(generate(), shop)
    tables = shop / "judgments.parquet", shop / "catalogue.parquet", shop / "clicks.parquet"
    return load_source(*tables, name="sample store (made up, Apache-2.0)")


def _chorus(folder: Path) -> Source:
    tables = folder / "judgments.parquet", folder / "products.parquet"
    return load_source(*tables, name="Chorus judgments (Apache-2.0) on Open Icecat products")


def _esci(folder: Path) -> Source:
    """Single judged items of many queries: the teacher learns from them, but no order can be learned."""
    stem = "shopping_queries_dataset"
    tables = folder / f"{stem}_examples.parquet", folder / f"{stem}_products.parquet"
    source = load_source(*tables, name="ESCI (Apache-2.0)")
    # the encoder knows English
    english = [j for j in source.judgments if j.query.isascii()]
    return replace(source, judgments=english, validates=False)


def _main(
    out: Annotated[Path, typer.Option(help="The bundle's folder.")] = Path("bundles/demo"),
    folder: Annotated[Path, typer.Option(help="Where models are kept.")] = Path("build/demo"),
    chorus: Annotated[
        Path | None, typer.Option(help="Folder of judgments.parquet, products.parquet.")
    ] = None,
    esci: Annotated[Path | None, typer.Option(help="Folder of ESCI's examples and products.")] = None,
) -> None:
    manifest = make(out, folder, chorus, esci)
    typer.echo(f"{manifest.bundle_id}: {manifest.metrics}")


if __name__ == "__main__":
    typer.run(_main)
