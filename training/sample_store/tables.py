"""The store as Parquet tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from training.sample_store.schema import Judgment, Query, SampleStore

_TEXT = pa.string()
_CATALOGUE = pa.schema(
    [
        *((name, _TEXT) for name in ("item_id", "title", "product_type", "brand", "color", "gender")),
        *((name, _TEXT) for name in ("material", "size", "description")),
        ("price", pa.float64()),
        ("rating", pa.float64()),
        ("review_count", pa.int64()),
    ]
)
_QUERIES = pa.schema(
    [
        ("query_id", pa.int64()),
        *((name, _TEXT) for name in ("query", "split", "segment", "product_type", "brand", "color")),
        *((name, _TEXT) for name in ("gender", "material", "size", "feature")),
    ]
)
_JUDGMENTS = pa.schema(
    [
        ("query_id", pa.int64()),
        ("query", _TEXT),
        ("item_id", _TEXT),
        ("label", pa.float64()),
        ("split", _TEXT),
        ("segment", _TEXT),
        ("retrieval_score", pa.float64()),
    ]
)
_CLICKS = pa.schema(
    [
        ("day", pa.date32()),
        ("search_id", _TEXT),
        ("query", _TEXT),
        ("item_id", _TEXT),
        ("position", pa.int64()),
        *((name, pa.int8()) for name in ("click", "cart", "order")),
    ]
)


def write(store: SampleStore, out: Path) -> None:
    """Write the four tables into the folder `out`, which is created where it does not exist.

    Every table is written beside its final name and then renamed, so that nobody reads half of one.
    """
    out.mkdir(parents=True, exist_ok=True)
    for name, table in tables(store).items():
        unfinished = out / f".{name}.parquet.part"
        pq.write_table(table, unfinished)
        unfinished.replace(out / f"{name}.parquet")


def tables(store: SampleStore) -> dict[str, Any]:
    """Return the store's tables by name: catalogue, queries, judgments, clicks."""
    return {
        "catalogue": _table(store.products, _CATALOGUE),
        "queries": pa.Table.from_pylist([_query_row(query) for query in store.queries], _QUERIES),
        "judgments": _judgments(store.judgments, store.queries),
        "clicks": _table(store.impressions, _CLICKS),
    }


def _table(rows: Sequence[object], schema: Any) -> Any:
    """Return a table whose columns are attributes of the rows."""
    columns = [[getattr(row, name) for row in rows] for name in schema.names]
    return pa.Table.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def _judgments(judgments: Sequence[Judgment], queries: Sequence[Query]) -> Any:
    by_id = {query.query_id: query for query in queries}
    rows = [
        {
            "query_id": judgment.query_id,
            "query": by_id[judgment.query_id].text,
            "item_id": judgment.item_id,
            "label": judgment.label,
            "split": by_id[judgment.query_id].split,
            "segment": by_id[judgment.query_id].segment,
            "retrieval_score": judgment.retrieval_score,
        }
        for judgment in judgments
    ]
    return pa.Table.from_pylist(rows, _JUDGMENTS)


def _query_row(query: Query) -> dict[str, Any]:
    intent = query.intent
    return {
        "query_id": query.query_id,
        "query": query.text,
        "split": query.split,
        "segment": query.segment,
        "product_type": "|".join(intent.product_types),
        "brand": intent.brand,
        "color": intent.color,
        "gender": intent.gender,
        "material": intent.material,
        "size": "|".join(intent.sizes) or None,
        "feature": intent.feature,
    }
