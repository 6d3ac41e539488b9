"""Makes a store from a seed."""

from __future__ import annotations

from random import Random

from training.sample_store.catalogue import build_catalogue
from training.sample_store.clicks import build_clicks
from training.sample_store.judging import Judge
from training.sample_store.queries import build_queries
from training.sample_store.retrieval import Search
from training.sample_store.schema import SampleStore


def generate(seed: int = 7) -> SampleStore:
    """Return the store of this seed. Every stage has its own generator, so that one does not move another."""

    def stage(name: str) -> Random:
        return Random(f"{seed}:{name}")

    products = build_catalogue(stage("catalogue"))
    search = Search(products)
    queries = build_queries(products, lambda text: len(search.scores(text)), stage("queries"))
    scores = {query.query_id: search.scores(query.text) for query in queries}
    judge, draws = Judge(products), stage("judgments")
    judgments = [
        judgment for query in queries for judgment in judge.judgments(query, scores[query.query_id], draws)
    ]
    impressions = build_clicks(queries, products, scores, stage("clicks"))
    return SampleStore(seed, tuple(products), tuple(queries), tuple(judgments), tuple(impressions))
