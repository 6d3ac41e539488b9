from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from core.records import IndexInfo
from service.metrics import Metrics
from service.pipeline import Degraded, Outcome, Timings

OUTCOME = Outcome([], [], Degraded(True, False, False, 3), 2, Timings(1.1, 0.4, 0.3, 0.6, 2.4))


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROMETHEUS_MULTIPROC_DIR", raising=False)


def values(metrics: Metrics) -> dict[tuple[str, str], float]:
    """Samples by name and label values, the labels in alphabetical order."""
    families = text_string_to_metric_families(metrics.render().decode())
    samples = (sample for family in families for sample in family.samples)
    return {(s.name, ",".join(v for _, v in sorted(s.labels.items()))): s.value for s in samples}


def test_requests_are_counted_by_route_and_status() -> None:
    metrics = Metrics()
    for status in (200, 200, 422):
        metrics.request("/v1/rerank", status, 0.003)
    found = values(metrics)
    assert found["shelfrank_requests_total", "/v1/rerank,200"] == 2
    assert found["shelfrank_requests_total", "/v1/rerank,422"] == 1
    assert found["shelfrank_request_seconds_count", "/v1/rerank"] == 3


def test_a_rerank_fills_every_histogram() -> None:
    metrics = Metrics()
    metrics.reranked(100, OUTCOME)
    found = values(metrics)
    assert found["shelfrank_stage_seconds_sum", "encode"] == pytest.approx(0.0011)
    assert found["shelfrank_stage_seconds_bucket", "0.0005,fetch"] == 1
    assert found["shelfrank_stage_seconds_bucket", "0.0003,fetch"] == 0
    assert found["shelfrank_stage_seconds_count", "total"] == 1
    assert found["shelfrank_candidates_sum", ""] == 100
    assert found["shelfrank_missing_items_total", ""] == 3
    assert found["shelfrank_corrupt_records_total", ""] == 2
    assert found["shelfrank_degraded_total", "store"] == 1
    assert found["shelfrank_degraded_total", "encoder"] == 0


def test_ready_and_what_is_loaded(index: IndexInfo) -> None:
    metrics = Metrics()
    metrics.bundle("tiny-1", "abc")
    assert values(metrics)["shelfrank_ready", ""] == 0
    metrics.index(index)
    metrics.index(replace(index, index_id="newer"))
    found = values(metrics)
    assert found["shelfrank_ready", ""] == found["shelfrank_bundle_info", "tiny-1,abc"] == 1
    assert found["shelfrank_index_info", "in-memory"] == 0
    assert found["shelfrank_index_info", "newer"] == 1


def test_every_metric_has_a_meaning_and_our_prefix() -> None:
    for family in Metrics().registry.collect():
        assert family.name.startswith("shelfrank_")
        assert family.documentation
