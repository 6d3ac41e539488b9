"""How a long command tells what it is doing: on standard error, as a bar or, without a terminal, as lines."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

_LINE_SECONDS = 10.0

Advance = Callable[[int], None]


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:,.0f}/s")


@contextmanager
def progress(what: str, total: int, quiet: bool) -> Iterator[Advance]:
    """Yields the function to call with how many more are done; `total` is an estimate, 0 if unknown."""
    console = Console(stderr=True)
    if quiet:
        yield lambda _: None
    elif console.is_terminal:
        columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        with Progress(*columns, console=console) as bar:
            task = bar.add_task(what, total=total or None)
            yield lambda n: bar.advance(task, n)
    else:
        yield _line_writer(what, total)


def show_table(title: str, rows: dict[str, object]) -> None:
    """A short table of what came out, on standard error: standard output is for the JSON line."""
    table = Table("", "", title=title, show_header=False, title_justify="left")
    for name, value in ((n, v) for n, v in rows.items() if v is not None):
        table.add_row(name.replace("_", " "), f"{value:,}" if type(value) is int else str(value))
    Console(stderr=True).print(table)


def show_columns(title: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """A table with one line per row, on standard error."""
    table = Table(*(name.replace("_", " ") for name in columns), title=title, title_justify="left")
    for row in rows:
        table.add_row(*(str(row.get(name, "")) for name in columns))
    Console(stderr=True).print(table)


def _line_writer(what: str, total: int) -> Advance:
    started = last = time.monotonic()
    done = 0

    def advance(n: int) -> None:
        nonlocal done, last
        done += n
        now = time.monotonic()
        if now - last >= _LINE_SECONDS:
            last = now
            sys.stderr.write(_line(what, done, total, now - started) + "\n")

    return advance


def _line(what: str, done: int, total: int, seconds: float) -> str:
    rate = done / seconds
    of_total = f" of about {total:,}, {max(total - done, 0) / rate:.0f} s left" if total and rate else ""
    return f"{what}: {done:,}{of_total}, {rate:,.0f}/s"
