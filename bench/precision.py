"""Which precision encodes queries and items: latency, NDCG and flipped pairs. `make precision`.

    python -m bench.precision --data ../shared/data [--base build/distillation/student-…]

A flip is a pair of judged items of one query whose order by cosine differs from the fp32 order. Latency is
per text, one thread, batch 1 unpadded; the variants alternate in one run on one machine.
"""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, TypeVar

import numpy as np
import onnxruntime as ort
import typer
from rich.console import Console
from rich.table import Table
from tokenizers import Tokenizer

from bench.real_data import prepare_real_data
from core.encoder import Encoder
from core.text import render_item
from core.types import FloatRows, Item
from training.assemble import git_commit
from training.base_encoder import DEFAULT_BASE
from training.encoder_folder import DESCRIPTION, describe_folder, export_base, open_encoder
from training.evaluate import rankable
from training.export import quantise
from training.metrics import ndcg
from training.ranking_data import JudgedQuery
from training.sources import Source

E = TypeVar("E")

FP32 = "fp32"
VARIANTS: Mapping[str, tuple[bool, bool]] = {
    "int8, per channel, 7-bit": (True, True),
    "int8, per channel, 8-bit": (True, False),
    "int8, per tensor, 7-bit": (False, True),
}
PAIRS = ((FP32, FP32), *((v, v) for v in VARIANTS), ("int8, per channel, 7-bit", FP32))
SHIPPED = "int8, per channel, 7-bit"
BATCHED = "int8 in padded batches of 32"
_ROUNDS, _TEXTS, _THREADS, _BATCH = 5, 192, 2, 32


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    query_side: str
    item_side: str
    query_ms: float
    item_ms: float
    megabytes: float
    figures: Mapping[str, tuple[float, float, float]]


def encoders(folder: Path, base: str = DEFAULT_BASE) -> dict[str, Path]:
    """One encoder folder per precision, made once."""
    folder = folder / Path(base).name
    plain = folder / "fp32"
    if not (plain / DESCRIPTION).is_file():
        export_base(base, plain, "fp32")
    made = {FP32: plain}
    for number, (name, (per_channel, reduce_range)) in enumerate(VARIANTS.items()):
        place = folder / f"int8-{number}"
        place.mkdir(exist_ok=True, parents=True)
        quantise(plain / "encoder.onnx", place / "encoder.onnx", per_channel, reduce_range)
        for file in ("tokenizer.json", DESCRIPTION):
            (place / file).write_bytes((plain / file).read_bytes())
        made[name] = place
    return made


def latency(opened: Mapping[str, E], work: Callable[[E], object]) -> dict[str, float]:
    """Median milliseconds per text; the variants take turns, so that a busy moment hits all of them."""
    taken: dict[str, list[float]] = {name: [] for name in opened}
    for _ in range(_ROUNDS):
        for name, encoder in opened.items():
            start = time.perf_counter()
            work(encoder)
            taken[name].append((time.perf_counter() - start) / _TEXTS * 1e3)
    return {name: float(np.median(times)) for name, times in taken.items()}


class Batched:
    """Items in padded batches through the same file: what one would do on a GPU."""

    def __init__(self, folder: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = ort.InferenceSession(str(folder / "encoder.onnx"), options)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(describe_folder(folder).spec.max_item_tokens)
        self._tokenizer.enable_padding()

    def encode_items(self, items: Sequence[Item]) -> FloatRows:
        """One vector per item, float32[n, dim], in batches sorted by length as a bulk encoder would."""
        encoded = []
        for start in range(0, len(items), _BATCH):
            rows = self._tokenizer.encode_batch([render_item(item) for item in items[start : start + _BATCH]])
            ids = np.array([row.ids for row in rows], np.int64)
            mask = np.array([row.attention_mask for row in rows], np.int64)
            encoded.append(self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0])
        return np.concatenate(encoded)


@dataclass(frozen=True)
class Vectors:
    """All texts of one data set under one encoder."""

    queries: Mapping[str, FloatRows]
    items: Mapping[str, FloatRows]


def encode_all(encoder: Encoder, queries: Sequence[JudgedQuery], items: Mapping[str, Item]) -> Vectors:
    """Encode every judged query and item; items go through fp16, as in the store."""
    ids = sorted({item_id for judged in queries for item_id in judged.item_ids})
    with ThreadPoolExecutor(_THREADS) as pool:
        rows = pool.map(lambda i: encoder.encode_item(items[i]).astype(np.float16).astype(np.float32), ids)
        found = dict(zip(ids, rows, strict=True))
    return Vectors({judged.query: encoder.encode_query(judged.query) for judged in queries}, found)


def cosines(queries: Sequence[JudgedQuery], query_side: Vectors, item_side: Vectors) -> dict[str, FloatRows]:
    """Cosine of every judged pair."""
    return {
        judged.query: np.array(
            [item_side.items[i] @ query_side.queries[judged.query] for i in judged.item_ids]
        )
        for judged in queries
    }


def flip_rate(scores: Mapping[str, FloatRows], reference: Mapping[str, FloatRows]) -> float:
    """Share of the item pairs that stand the other way round than in the reference."""
    flipped = total = 0
    for query, mine in scores.items():
        theirs = reference[query]
        for a, b in combinations(range(len(mine)), 2):
            total += 1
            flipped += (mine[a] - mine[b]) * (theirs[a] - theirs[b]) < 0
    return flipped / max(total, 1)


@dataclass(frozen=True)
class Judged:
    """One data set: its queries, its items, and all vectors by precision."""

    queries: Sequence[JudgedQuery]
    items: Mapping[str, Item]
    vectors: Mapping[str, Vectors]

    def figures(self, query_side: str, item_side: str) -> tuple[float, float, float]:
        """NDCG@5, NDCG@10 and the flip rate against fp32."""
        reference = cosines(self.queries, self.vectors[FP32], self.vectors[FP32])
        scores = cosines(self.queries, self.vectors[query_side], self.vectors[item_side])
        grades = {judged.query: judged.grades for judged in self.queries}
        wide = {query: column.astype(np.float64) for query, column in scores.items()}
        at5, at10 = (float(np.mean(list(ndcg(grades, wide, cut).values()))) for cut in (5, 10))
        return at5, at10, flip_rate(scores, reference)


def judge(source: Source, opened: Mapping[str, Encoder], batches: Batched) -> Judged:
    """Encode a data set under every precision."""
    queries = rankable(source)
    vectors = {name: encode_all(encoder, queries, source.items) for name, encoder in opened.items()}
    batched = batched_vectors(batches, source.items, vectors[SHIPPED])
    return Judged(queries, source.items, {**vectors, BATCHED: batched})


def batched_vectors(batches: Batched, items: Mapping[str, Item], alone: Vectors) -> Vectors:
    """The same queries, with the items encoded in padded batches."""
    ids = sorted(alone.items, key=lambda item_id: len(items[item_id].title))
    rows = batches.encode_items([items[item_id] for item_id in ids]).astype(np.float16).astype(np.float32)
    return Vectors(alone.queries, dict(zip(ids, rows, strict=True)))


def measure(places: Mapping[str, Path], sets: Mapping[str, Source]) -> list[Line]:
    """All lines of the table."""
    opened = {name: open_encoder(place) for name, place in places.items()}
    batches = Batched(places[SHIPPED])
    judged = {name: judge(source, opened, batches) for name, source in sets.items()}
    first = next(iter(judged.values()))
    titles = [Item("t", item.title) for item in list(first.items.values())[:_TEXTS]]
    texts = [first.queries[i % len(first.queries)].query for i in range(_TEXTS)]
    query_ms = latency(opened, lambda encoder: encoder.encode_queries(texts))
    item_ms = latency(opened, lambda encoder: [encoder.encode_item(title) for title in titles])
    titles.sort(key=lambda item: len(item.title))
    item_ms |= latency({BATCHED: batches}, lambda batched: batched.encode_items(titles))
    return [
        Line(
            query_side,
            item_side,
            query_ms[query_side],
            item_ms[item_side],
            (places[query_side] / "encoder.onnx").stat().st_size / 1e6,
            {name: data.figures(query_side, item_side) for name, data in judged.items()},
        )
        for query_side, item_side in (*PAIRS, (SHIPPED, BATCHED))
    ]


def show(lines: Sequence[Line]) -> None:
    """The table, then one line of JSON."""
    table = Table("query side", "item side", "query ms", "item ms", "MB", title_justify="left")
    for name in lines[0].figures:
        table.add_column(f"{name} NDCG@5 / @10")
        table.add_column("flips")
    for line in lines:
        cells = [f"{line.query_ms:.2f}", f"{line.item_ms:.2f}", f"{line.megabytes:.0f}"]
        for at5, at10, flips in line.figures.values():
            cells += [f"{at5:.4f} / {at10:.4f}", f"{100 * flips:.2f} %"]
        table.add_row(line.query_side, line.item_side, *cells)
    Console(width=170).print(table)
    facts: dict[str, Any] = {"commit": git_commit(), "machine": platform.processor() or platform.machine()}
    print(json.dumps({**facts, "rows": [line.__dict__ for line in lines]}))


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real labelled data sets.")],
    folder: Annotated[Path, typer.Option(help="Where to work.")] = Path("build/precision"),
    base: Annotated[
        str, typer.Option(help="What is exported: a pretrained encoder, or a student.")
    ] = DEFAULT_BASE,
) -> None:
    """Measure and print the table."""
    real = prepare_real_data(data, Path("build/benchmark"))
    folder.mkdir(parents=True, exist_ok=True)
    show(measure(encoders(folder, base), {name: real.source(name) for name in ("crowdflower", "chorus")}))


if __name__ == "__main__":
    typer.run(main)
