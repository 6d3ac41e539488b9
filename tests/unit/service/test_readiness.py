import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from core.errors import ArtefactMissingError, MismatchError, StoreUnavailableError
from core.records import IndexInfo
from service.errors import NotReadyError
from service.reader import MemoryReader
from service.readiness import Readiness


@dataclass(frozen=True)
class Scripted(MemoryReader):
    """Gives the next answer at every look: an IndexInfo, None, or an error to raise."""

    answers: list[Any] = field(default_factory=list)

    async def marker(self, encoder_id: str) -> IndexInfo | None:  # noqa: ARG002
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        found: IndexInfo | None = answer
        return found


def looked(index: IndexInfo, *answers: Any) -> tuple[Readiness, list[IndexInfo]]:
    used: list[IndexInfo] = []
    readiness = Readiness(Scripted(answers=list(answers)), index.encoder_id, index.dim, used.append)
    for _ in answers:
        asyncio.run(readiness.look())
    return readiness, used


def test_an_index_that_fits_makes_ready(index: IndexInfo) -> None:
    readiness, used = looked(index, index, index)
    assert readiness.require() == index
    assert used == [index]  # told once
    assert readiness.problem is None


def test_no_marker_is_not_ready_with_a_remedy(index: IndexInfo) -> None:
    for answers in ((), (None,)):
        readiness, _ = looked(index, *answers)
        with pytest.raises(NotReadyError, match="shelfrank index build") as caught:
            readiness.require()
        assert isinstance(caught.value.reason, ArtefactMissingError)
        assert index.encoder_id in str(caught.value)


@pytest.mark.parametrize(
    ("change", "actual"),
    [({"encoder_id": "other"}, "other"), ({"record_schema": "old"}, "old"), ({"dim": 7}, 7)],
)
def test_a_foreign_index_is_refused_with_both_sides(
    index: IndexInfo, change: dict[str, Any], actual: object
) -> None:
    readiness, used = looked(index, replace(index, **change))
    with pytest.raises(NotReadyError) as caught:
        readiness.require()
    reason = caught.value.reason
    assert isinstance(reason, MismatchError)
    assert reason.actual == actual
    assert used == []


@pytest.mark.parametrize("later", [StoreUnavailableError("away"), None, "foreign"])
def test_once_ready_always_ready(index: IndexInfo, later: Any) -> None:
    readiness, _ = looked(index, index, replace(index, dim=7) if later == "foreign" else later)
    assert readiness.require() == index
    assert readiness.problem is not None


def test_problems_pass(index: IndexInfo) -> None:
    readiness, _ = looked(index, StoreUnavailableError("away"), index, StoreUnavailableError("away"), index)
    assert readiness.problem is None


def test_a_newer_index_comes_into_use(index: IndexInfo) -> None:
    newer = replace(index, index_id="newer")
    readiness, used = looked(index, index, newer)
    assert readiness.require() == newer
    assert used == [index, newer]


def test_the_log_tells_changes_not_looks(index: IndexInfo) -> None:
    away = StoreUnavailableError("away")
    with capture_logs() as logs:
        looked(index, away, away, away, index, index, away, away)
    assert [line["event"] for line in logs] == ["not_ready", "index_in_use", "index_in_doubt"]


def test_a_bug_does_not_end_the_watch(index: IndexInfo) -> None:
    readiness = Readiness(
        Scripted(answers=[RuntimeError("bug"), index]), index.encoder_id, index.dim, lambda _: None
    )

    async def watch() -> None:
        watching = asyncio.create_task(readiness.watch(0.001))
        while readiness.index is None:
            await asyncio.sleep(0.001)
        watching.cancel()

    with capture_logs() as logs:
        asyncio.run(asyncio.wait_for(watch(), 5))
    assert logs[0]["event"] == "marker_check_failed"
