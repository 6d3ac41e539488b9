"""What the ranker was trained on is what it is served: the same bits, through a real server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
import redis

from core.bundle import Bundle, load_bundle
from core.catalogue import load_items
from core.engagement import engagement_key, pack_counters, unpack_counters
from core.records import IndexInfo, decode_records, encode_record, marker_key
from core.schema import columns_of
from core.scoring import Evidence, features_of
from core.tables import write_parquet
from core.types import Candidate, FloatRows, Item, Judgment
from core.vocabulary import Vocabulary, count_vocabulary, load_vocabulary
from training.judgments import read_judgments
from training.ranking_data import Featuriser, ItemRecords, JudgedQuery, judged_queries
from training.retrieval import Bm25
from training.sample_store import generate, write
from training.sources import Source, load_source

PAIRS = 1000
DEMO = Path(__file__).resolve().parents[2] / "bundles" / "demo"


@dataclass(frozen=True)
class Shop:
    """Judged data, and the queries that are compared."""

    source: Source
    queries: Sequence[JudgedQuery]

    @property
    def pairs(self) -> int:
        """How many query-item pairs there are."""
        return sum(len(judged.candidates) for judged in self.queries)


@pytest.fixture(scope="module")
def bundle(bundle_dir: Path) -> Bundle:
    return load_bundle(bundle_dir)


@pytest.fixture
def client(valkey_url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(valkey_url) as client:
        yield client
        for key in client.scan_iter("parity:*"):
            client.delete(key)


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Searched and unsearched queries of the sample store; one item in fifty is not in the catalogue."""
    folder = tmp_path_factory.mktemp("sample-store")
    write(generate(), folder)
    tables = [folder / f"{name}.parquet" for name in ("judgments", "catalogue", "clicks")]
    whole = load_source(tables[0], tables[1], tables[2], "sample store")
    kept = {item_id: item for i, (item_id, item) in enumerate(whole.items.items()) if i % 50}
    source = replace(whole, items=kept)
    queries = judged_queries(source.judgments, Bm25(whole.items))
    searched = [judged for judged in queries if judged.query in source.engagement]
    return Shop(source, [*searched[:40], *queries[-40:]])


def _crowdflower(data: Path, folder: Path) -> tuple[Path, Path]:
    judgments = data / "crowdflower" / "judgments.parquet"
    rows = pq.read_table(judgments, columns=["product_id", "title", "description"]).to_pylist()
    write_parquet(folder / "catalogue.parquet", rows)
    return judgments, folder / "catalogue.parquet"


def _home_depot(data: Path, _: Path) -> tuple[Path, Path]:
    return data / "home_depot" / "judgments.parquet", data / "home_depot" / "products.parquet"


@pytest.fixture(params=[_crowdflower, _home_depot], ids=["crowdflower", "home_depot"])
def real_shop(request: pytest.FixtureRequest, shared_data: Path, tmp_path: Path) -> Shop:
    """The first queries of a real set, with at least PAIRS judged pairs."""
    tables: Callable[[Path, Path], tuple[Path, Path]] = request.param
    judgments, catalogue = tables(shared_data, tmp_path)
    judged = read_judgments(judgments)
    chosen = _first_queries(judged)
    used = [judgment for judgment in judged if judgment.query in chosen]
    items = load_items(catalogue)
    kept = {judgment.item_id: items[judgment.item_id] for judgment in used if judgment.item_id in items}
    return Shop(Source("real", used, kept), judged_queries(used, Bm25(kept)))


def _first_queries(judgments: Sequence[Judgment]) -> set[str]:
    chosen: set[str] = set()
    pairs = 0
    for query, count in Counter(judgment.query for judgment in judgments).items():
        if pairs < PAIRS:
            chosen.add(query)
            pairs += count
    return chosen


def trained_on(shop: Shop, bundle: Bundle, vocabulary: Vocabulary) -> list[FloatRows]:
    """The matrices as the ranker's training computes them."""
    records = ItemRecords(bundle.encoder, shop.source.items)
    featuriser = Featuriser(lambda _: records, vocabulary, shop.source.engagement)
    featuriser.prepare(shop.queries)
    return [featuriser.matrix(judged) for judged in shop.queries]


def served(shop: Shop, bundle: Bundle, vocabulary: Vocabulary, client: redis.Redis) -> list[FloatRows]:
    """The matrices as a service computes them from what stands in the store."""
    _index(shop, bundle, client)
    return [_from_store(judged, bundle, vocabulary, client) for judged in shop.queries]


def _index(shop: Shop, bundle: Bundle, client: redis.Redis) -> None:
    with client.pipeline(transaction=False) as pipe:
        for item_id in {item_id for judged in shop.queries for item_id in judged.item_ids}:
            if item := shop.source.items.get(item_id):
                record = encode_record(item, bundle.encoder.encode_item(item), bundle.encoder.dim)
                pipe.set(f"parity:{item_id}", record)
        for query, counts in shop.source.engagement.items():
            packed = {item_id: pack_counters(counters) for item_id, counters in counts.items()}
            pipe.hset(f"parity:{engagement_key(query)}", mapping=packed)
        pipe.execute()


def _from_store(
    judged: JudgedQuery, bundle: Bundle, vocabulary: Vocabulary, client: redis.Redis
) -> FloatRows:
    typed = f"  {judged.query} \n"
    records = client.mget([f"parity:{item_id}" for item_id in judged.item_ids])
    counters = client.hmget(f"parity:{engagement_key(typed)}", judged.item_ids)
    items = decode_records(records, bundle.encoder.dim)
    evidence = Evidence(bundle.encoder.encode_query(typed), items, unpack_counters(counters))
    return features_of(typed, judged.candidates, evidence, vocabulary)


def assert_same_bits(
    shop: Shop, bundle: Bundle, bundle_dir: Path, tmp_path: Path, client: redis.Redis
) -> list[FloatRows]:
    """Training and serving, each with its own encoder session and its own copy of the vocabulary."""
    assert shop.pairs >= PAIRS
    vocabulary = count_vocabulary(shop.source.items.values())
    (tmp_path / "vocabulary.npy").write_bytes(vocabulary.to_bytes())
    ours = trained_on(shop, bundle, vocabulary)
    theirs = served(shop, load_bundle(bundle_dir), load_vocabulary(tmp_path / "vocabulary.npy"), client)
    assert [matrix.tobytes() for matrix in ours] == [matrix.tobytes() for matrix in theirs]
    return ours


def test_the_sample_store_has_the_same_features_in_training_and_in_serving(
    sample_store: Shop, bundle: Bundle, bundle_dir: Path, tmp_path: Path, client: redis.Redis
) -> None:
    matrices = assert_same_bits(sample_store, bundle, bundle_dir, tmp_path, client)
    unknown = np.isnan(np.concatenate(matrices))
    assert not unknown.all(axis=0).any(), "every feature should be known somewhere"
    from_store = columns_of("item", "semantic", "lexical", "engagement")
    assert unknown[:, from_store].any(axis=0).all(), "and what the store knows missing somewhere"


@pytest.mark.shared_data
def test_real_pairs_have_the_same_features_in_training_and_in_serving(
    real_shop: Shop, bundle: Bundle, bundle_dir: Path, tmp_path: Path, client: redis.Redis
) -> None:
    assert_same_bits(real_shop, bundle, bundle_dir, tmp_path, client)


def test_a_published_index_gives_the_features_of_training(
    published_index: IndexInfo, bundle: Bundle, items: list[Item], client: redis.Redis
) -> None:
    marker = IndexInfo.from_json(client.get(marker_key(bundle.manifest.encoder_id)))
    marker.check(bundle.manifest.encoder_id, bundle.encoder.dim)
    assert marker == published_index
    query, ids = "red table lamp", [*(item.item_id for item in items), "unknown"]
    judged = JudgedQuery(
        query, tuple(Candidate(i, float(n)) for n, i in enumerate(ids)), np.zeros(41, np.float32)
    )
    records = client.mget([marker.key_prefix + item_id for item_id in ids])
    counters = unpack_counters(client.hmget(engagement_key(query), ids))
    evidence = Evidence(
        bundle.encoder.encode_query(query), decode_records(records, bundle.encoder.dim), counters
    )
    theirs = features_of(query, judged.candidates, evidence, bundle.vocabulary)
    source = ItemRecords(bundle.encoder, {item.item_id: item for item in items})
    counted = {query: {items[3].item_id: counters[3]}}
    ours = Featuriser(lambda _: source, bundle.vocabulary, counted).matrix(judged)
    assert counters[3].tolist() == [50, 9, 3, 1, 4]
    assert ours.tobytes() == theirs.tobytes()


def test_the_shipped_bundle_replays_its_golden_requests() -> None:
    assert load_bundle(DEMO).golden_requests > 0
