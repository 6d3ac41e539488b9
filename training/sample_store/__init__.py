"""A made-up shop to train, test and demonstrate with: catalogue, judged queries, impression log.

Everything follows from one seed, on every machine: each stage draws from its own `random.Random`, and
the only library that computes, BM25, has its scores rounded. All names of brands and series are invented.

What the four tables hold is told by `tables.write`, what a label means by `relevance`, how clicks come
about by `clicks`. `queries.parquet` holds the intent behind each query; several product types or sizes
are joined by ``|``, and `feature` is a stated property that has no column in the catalogue
(waterproof, cordless): the title or the description tells it.
"""

from training.sample_store.generation import generate
from training.sample_store.schema import Impression, Intent, Judgment, Product, Query, SampleStore
from training.sample_store.tables import write

__all__ = ["Impression", "Intent", "Judgment", "Product", "Query", "SampleStore", "generate", "write"]
