"""The commands `shelfrank index …` and `shelfrank engagement …`.

Every command ends in one JSON line on standard output; progress and tables go to standard error. Whatever is
slow to import is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offline_indexer.options import (
    BundleOption,
    JsonOption,
    RejectsOption,
    SampleOption,
    StoreOption,
    StrictOption,
    cores,
    finish,
    load_vectors,
    print_line,
    store_of,
)

if TYPE_CHECKING:
    from core.records import IndexInfo

index_app = typer.Typer(no_args_is_help=True, help="Build, check, publish and retire indexes of a catalogue.")
engagement_app = typer.Typer(no_args_is_help=True, help="Counters of what shoppers did with search results.")


@index_app.command()
def build(
    ctx: typer.Context,
    catalogue: Annotated[
        Path, typer.Argument(help="A Parquet, JSONL, CSV or TSV file, or a folder of them.")
    ],
    bundle: BundleOption,
    redis_url: StoreOption = None,
    strict: StrictOption = False,
    rejects: RejectsOption = None,
    threads: Annotated[int, typer.Option("--threads", min=0, max=256, help="0: one per core.")] = 0,
    sample: SampleOption = 100,
    stage: Annotated[bool, typer.Option("--stage", help="Verify, but leave it to `index publish`.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Encode a catalogue into the store, verify it, and publish it last."""
    from offline_indexer.catalogue import find_catalogue
    from offline_indexer.indexer import BuildOptions
    from offline_indexer.indexer import build as run
    from offline_indexer.progress import progress
    from offline_indexer.rejects import RejectLog, default_rejects_path

    source = find_catalogue(catalogue)
    options = BuildOptions(threads or cores(), strict, sample, publish=not stage)
    vectors = load_vectors(bundle)
    with (
        RejectLog(rejects or default_rejects_path(catalogue), source.files) as log,
        store_of(ctx, redis_url) as writer,
        progress("indexing", source.estimate_rows(), as_json) as advance,
    ):
        report = run(source, vectors, writer, log, options, advance)
    done = {
        **asdict(report.info),
        "published": not stage,
        "rejects": log.count,
        "rejects_file": str(log.path) if log.count else None,
        "removed": report.removed,
        "seconds": round(report.seconds, 2),
        "items_per_second": round(report.info.items / report.seconds, 1),
        "store": writer.name,
    }
    finish("index build", done, as_json)


@index_app.command()
def verify(
    ctx: typer.Context,
    bundle: BundleOption,
    redis_url: StoreOption = None,
    catalogue: Annotated[Path | None, typer.Option("--catalogue", help="Compare with this as well.")] = None,
    sample: SampleOption = 100,
    as_json: JsonOption = False,
) -> None:
    """Check a published index: its marker, its number of records and a random sample of them."""
    from core.records import marker_key
    from offline_indexer.catalogue import find_catalogue
    from offline_indexer.markers import read_marker
    from offline_indexer.verify import verify_index

    source = find_catalogue(catalogue) if catalogue else None
    vectors = load_vectors(bundle)
    with store_of(ctx, redis_url) as writer:
        info = read_marker(writer, marker_key(vectors.encoder_id))
        verify_index(writer, vectors, info, source, sample)
    finish("index verify", {**asdict(info), "verified": True, "store": writer.name}, as_json)


@index_app.command()
def publish(
    ctx: typer.Context,
    bundle: BundleOption,
    redis_url: StoreOption = None,
    sample: SampleOption = 100,
    as_json: JsonOption = False,
) -> None:
    """Check an index that was built with --stage once more, and publish it."""
    from offline_indexer.markers import place_marker, read_marker, staged_key
    from offline_indexer.verify import verify_index

    vectors = load_vectors(bundle)
    with store_of(ctx, redis_url) as writer:
        remedy = "Build one: shelfrank index build --stage"
        info = read_marker(writer, staged_key(vectors.encoder_id), remedy)
        verify_index(writer, vectors, info, None, sample)
        place_marker(writer, info, publish=True)
    finish("index publish", {**asdict(info), "published": True, "store": writer.name}, as_json)


@index_app.command()
def retire(
    ctx: typer.Context,
    encoder_id: Annotated[str, typer.Argument(help="As `shelfrank index status` shows it.")],
    bundle: Annotated[
        Path | None, typer.Option("--bundle", envvar="SHELFRANK_BUNDLE", help="The bundle now served.")
    ] = None,
    redis_url: StoreOption = None,
    force: Annotated[bool, typer.Option("--force", help="Even if it is served, or the last one.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Remove the index of an encoder that is no longer served: the marker first, then the records."""
    from core.manifest import read_manifest
    from offline_indexer.markers import list_markers, refuse_to_retire
    from offline_indexer.markers import retire as run
    from offline_indexer.progress import progress

    served = read_manifest(bundle).encoder_id if bundle else None
    with store_of(ctx, redis_url) as writer:
        if not force:
            refuse_to_retire(encoder_id, served, list_markers(writer))
        with progress("removing", 0, as_json) as advance:
            records = run(writer, encoder_id, advance)
    finish("index retire", {"encoder_id": encoder_id, "removed": records, "store": writer.name}, as_json)


@index_app.command()
def status(ctx: typer.Context, redis_url: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the indexes in the store."""
    from offline_indexer.markers import list_markers
    from offline_indexer.progress import show_columns

    with store_of(ctx, redis_url) as writer:
        found = list_markers(writer)
    names = ("encoder_id", "staged", "index_id", "items", "catalogue", "created")
    rows = [{"encoder_id": f.encoder_id, "staged": f.staged, **_info(f.info)} for f in found]
    if not as_json:
        show_columns(f"indexes in {writer.name}", names, rows)
    print_line({"command": "index status", "store": writer.name, "indexes": rows})


@engagement_app.command()
def load(
    ctx: typer.Context,
    log: Annotated[Path, typer.Argument(help="Click log: query, item_id, position, click, cart, order.")],
    redis_url: StoreOption = None,
    strict: StrictOption = False,
    rejects: RejectsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Count a click log, and replace the counters of the queries in it."""
    from offline_indexer.engagement import load as run
    from offline_indexer.rejects import RejectLog, default_rejects_path

    with (
        RejectLog(rejects or default_rejects_path(log), [log]) as bad,
        store_of(ctx, redis_url) as writer,
    ):
        report = run(log, writer, bad, strict)
    where = {"rejects": bad.count, "rejects_file": str(bad.path) if bad.count else None, "store": writer.name}
    finish("engagement load", {**asdict(report), **where}, as_json)


def _info(info: IndexInfo | None) -> dict[str, object]:
    return asdict(info) if info else {"index_id": "(another version's)"}
