"""Evaluation: every claim beside random order, retrieval order and the cosine, on the same queries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from tiny import make_judgments

from core.bundle import Bundle, load_bundle
from core.tables import write_parquet
from core.types import Candidate, Item, Judgment
from core.vocabulary import count_vocabulary
from training.base_encoder import DEFAULT_BASE
from training.encoder_folder import export_base, open_encoder
from training.evaluate import (
    BUNDLE,
    COSINE,
    RANDOM,
    RETRIEVAL,
    Evaluation,
    Row,
    System,
    baselines,
    bundle_featuriser,
    evaluate,
    in_process,
    rankable,
)
from training.metrics import ndcg
from training.ranking_data import Featuriser, ItemRecords, JudgedQuery
from training.report import as_json, as_markdown, as_table, headings
from training.sources import Source, load_source


@pytest.fixture(scope="module")
def bundle(bundle_dir: Path) -> Bundle:
    return load_bundle(bundle_dir)


@pytest.fixture(scope="module")
def source(items: list[Item]) -> Source:
    """Judgments with queries whose order cannot matter, and an item that the catalogue does not have."""
    odd = [
        Judgment("alone", "sku-1", 1.0),
        Judgment("all alike", "sku-1", 0.5),
        Judgment("all alike", "sku-2", 0.5),
        Judgment("red running shoes", "gone", 1.0),
    ]
    return Source("tiny", [*make_judgments(items), *odd], {item.item_id: item for item in items})


@pytest.fixture(scope="module")
def queries(source: Source) -> list[JudgedQuery]:
    return rankable(source)


@pytest.fixture(scope="module")
def featuriser(bundle: Bundle, source: Source) -> Featuriser:
    return bundle_featuriser(bundle, source)


def perfect(judged: JudgedQuery) -> np.ndarray:
    return judged.labels.astype(np.float64)


@pytest.fixture(scope="module")
def evaluation(bundle: Bundle, queries: list[JudgedQuery], featuriser: Featuriser) -> Evaluation:
    systems: dict[str, System] = baselines(queries, featuriser)
    systems |= {
        "perfect": perfect,
        "again": systems[RETRIEVAL],
        BUNDLE: in_process(bundle.ranker, featuriser),
    }
    return evaluate("tiny", queries, systems)


def row(evaluation: Evaluation, system: str) -> Row:
    return next(row for row in evaluation.rows if row.system == system)


def test_only_queries_whose_order_can_matter_are_evaluated(
    queries: list[JudgedQuery], evaluation: Evaluation
) -> None:
    names = {judged.query for judged in queries}
    assert len(names) == 20
    assert names.isdisjoint({"alone", "all alike"})
    assert evaluation.queries == 20
    assert all(set(found.values[cut]) == names for found in evaluation.rows for cut in (5, 10))


def test_the_test_split_alone_is_evaluated_where_there_is_one(items: list[Item]) -> None:
    judgments = [
        Judgment(f"{split} lamp", f"sku-{n}", n / 2, split) for split in ("train", "test") for n in (0, 1)
    ]
    shop = Source("split", judgments, {item.item_id: item for item in items})
    assert [judged.query for judged in rankable(shop)] == ["test lamp"]


def test_the_rows_that_every_claim_needs_come_first(evaluation: Evaluation) -> None:
    assert [row.system for row in evaluation.rows][:3] == [RANDOM, RETRIEVAL, COSINE]


def test_a_perfect_system_gets_one(evaluation: Evaluation) -> None:
    for cut in (5, 10):
        assert set(row(evaluation, "perfect").values[cut].values()) == {1.0}
        assert row(evaluation, "perfect").mean(cut) == (1, 1, 1)


def test_no_system_beats_the_perfect_one(evaluation: Evaluation) -> None:
    assert all(found.mean(cut)[0] <= 1 for found in evaluation.rows for cut in (5, 10))
    assert row(evaluation, RANDOM).mean(5)[0] < 0.8


def test_identical_systems_do_not_differ(evaluation: Evaluation) -> None:
    found = row(evaluation, "again").against[5, RETRIEVAL]
    assert (found.p_value, found.lift, found.low, found.high) == (1, 0, 0, 0)


def test_every_system_is_compared_with_retrieval_and_with_the_cosine(evaluation: Evaluation) -> None:
    both = {(cut, rival) for cut in (5, 10) for rival in (RETRIEVAL, COSINE)}
    assert set(row(evaluation, BUNDLE).against) == both
    assert set(row(evaluation, RETRIEVAL).against) == {(5, COSINE), (10, COSINE)}
    found = row(evaluation, "perfect").against[10, COSINE]
    assert found.mean == 1
    assert found.baseline == pytest.approx(row(evaluation, COSINE).mean(10)[0])
    assert found.low > 0
    assert found.p_value < 0.01


def test_the_retrieval_row_is_the_order_of_the_candidates(
    queries: list[JudgedQuery], evaluation: Evaluation
) -> None:
    grades = {judged.query: judged.grades for judged in queries}
    in_order = {judged.query: np.zeros(len(judged.candidates)) for judged in queries}
    assert row(evaluation, RETRIEVAL).values[5] == ndcg(grades, in_order, 5)


def test_the_cosine_row_ranks_by_the_bundles_encoder(
    queries: list[JudgedQuery], evaluation: Evaluation, bundle: Bundle, source: Source
) -> None:
    def cosine(query: str, item: Item | None) -> float:
        if item is None:
            return -2
        # items are stored in half precision
        stored = bundle.encoder.encode_item(item).astype(np.float16).astype(np.float32)
        return float((stored * bundle.encoder.encode_query(query)).sum())

    grades = {judged.query: judged.grades for judged in queries}
    scores = {
        judged.query: np.array([cosine(judged.query, source.items.get(i)) for i in judged.item_ids])
        for judged in queries
    }
    assert row(evaluation, COSINE).values[10] == ndcg(grades, scores, 10)


def test_an_item_without_a_vector_goes_last(featuriser: Featuriser) -> None:
    judged = JudgedQuery("red lamp", (Candidate("gone"), Candidate("sku-1")), np.array([1, 0], np.float32))
    scores = baselines([judged], featuriser)[COSINE](judged)
    assert scores[0] < scores[1]
    assert np.isfinite(scores).all()


def test_random_order_is_the_same_every_time_and_the_mean_of_several_draws(
    queries: list[JudgedQuery], featuriser: Featuriser, evaluation: Evaluation
) -> None:
    system = baselines(queries, featuriser)[RANDOM]
    assert evaluate("again", queries, {RANDOM: system}).rows[0].values == row(evaluation, RANDOM).values
    once = evaluate("once", queries, {"one draw": lambda judged: system(judged)}).rows[0].values
    assert once != row(evaluation, RANDOM).values
    assert row(evaluation, RANDOM).mean(10)[0] == pytest.approx(np.mean(list(once[10].values())), abs=0.1)


def test_the_bundle_row_is_its_ranker_on_its_features(
    queries: list[JudgedQuery], evaluation: Evaluation, bundle: Bundle, featuriser: Featuriser
) -> None:
    grades = {judged.query: judged.grades for judged in queries}
    scores = {judged.query: bundle.ranker.predict(featuriser.matrix(judged)) for judged in queries}
    assert row(evaluation, BUNDLE).values[10] == ndcg(grades, scores, 10)


def test_the_reports_hold_every_figure(evaluation: Evaluation) -> None:
    two = replace(evaluation, rows=[row(evaluation, "perfect"), row(evaluation, "again")])
    figures, markdown = as_json(two), as_markdown(two).splitlines()
    assert (figures["data"], figures["queries"]) == ("tiny", 20)
    assert figures["systems"]["perfect"]["ndcg@5"] == [1, 1, 1]
    assert figures["systems"]["again"][f"vs {RETRIEVAL} @5"]["p"] == 1
    assert [line.split(" | ")[0] for line in markdown] == ["| system", "| ---", "| perfect", "| again"]
    assert all(line.count("|") == len(headings(two)) + 1 for line in markdown)
    assert as_table(two).row_count == 2


# --- figures of an untrained MiniLM that others measured on the same data ---


@pytest.fixture(scope="module")
def zero_shot(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    folder = tmp_path_factory.mktemp("zero-shot")
    export_base(DEFAULT_BASE, folder, "int8")
    return folder


def cosine_figures(encoder: Path, source: Source) -> tuple[int, float, float]:
    """Rankable queries, NDCG@5 and NDCG@10 of the encoder's cosine alone."""
    records = ItemRecords(open_encoder(encoder), source.items)
    vocabulary = count_vocabulary([])
    found = rankable(source)
    systems = baselines(found, Featuriser(lambda _: records, vocabulary, {}))
    values = evaluate("zero shot", found, {COSINE: systems[COSINE]}).rows[0]
    return len(found), values.mean(5)[0], values.mean(10)[0]


@pytest.mark.shared_data
def test_the_untrained_cosine_on_crowdflower_is_what_it_should_be(
    shared_data: Path, zero_shot: Path, tmp_path: Path
) -> None:
    judgments = shared_data / "crowdflower" / "judgments.parquet"
    # the judges' rating stands in the same file, so the items are written out alone
    rows = pq.read_table(judgments, columns=["product_id", "title", "description"]).to_pylist()
    write_parquet(tmp_path / "catalogue.parquet", rows)
    source = load_source(judgments, tmp_path / "catalogue.parquet")
    wanted = (165, pytest.approx(0.801, abs=0.01), pytest.approx(0.802, abs=0.01))
    assert cosine_figures(zero_shot, source) == wanted


@pytest.mark.shared_data
def test_the_untrained_cosine_on_chorus_is_what_it_should_be(shared_data: Path, zero_shot: Path) -> None:
    folder = shared_data / "chorus"
    source = load_source(folder / "judgments.parquet", folder / "products.parquet")
    judged = {judgment.item_id for judgment in source.judgments}
    source = replace(source, items={i: item for i, item in source.items.items() if i in judged})
    wanted = (57, pytest.approx(0.805, abs=0.01), pytest.approx(0.816, abs=0.01))
    assert cosine_figures(zero_shot, source) == wanted
