"""When the service may answer: the bundle is verified, and the index of its own encoder is published.

Once ready, always ready: a store that goes away later degrades the answers and is reported as a warning, but
takes no replica out of service, since they all share the store and a search page must not go blank.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from core.errors import ArtefactMissingError, ShelfrankError
from core.records import IndexInfo, marker_key
from service.errors import NotReadyError
from service.reader import StoreReader

_log = structlog.get_logger(__name__)
_REMEDY = "Build and publish it with this bundle: shelfrank index build"


class Readiness:
    """Watches the marker of one encoder's index. `on_index` is told of every index that comes into use."""

    def __init__(
        self, store: StoreReader, encoder_id: str, dim: int, on_index: Callable[[IndexInfo], None]
    ) -> None:
        self._store = store
        self._encoder_id = encoder_id
        self._dim = dim
        self._on_index = on_index
        self.index: IndexInfo | None = None
        self.problem: ShelfrankError | None = self._missing()

    def require(self) -> IndexInfo:
        """The index to read; NotReadyError with the reason before there has been one."""
        if self.index is None:
            raise NotReadyError(self.problem or self._missing())
        return self.index

    async def watch(self, pause_s: float) -> None:
        """Look at the marker every `pause_s` seconds until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(pause_s)

    async def look(self) -> None:
        """Look at the marker once."""
        try:
            self._use(await self._read())
        except ShelfrankError as error:  # the last good index stays in use
            self._note(error)
        except Exception as error:  # a bug must not end the watch: the next look may succeed
            _log.error("marker_check_failed", error=type(error).__name__, exc_info=True)

    async def _read(self) -> IndexInfo:
        found = await self._store.marker(self._encoder_id)
        if found is None:
            raise self._missing()
        found.check(self._encoder_id, self._dim)
        return found

    def _use(self, index: IndexInfo) -> None:
        if self.index != index:
            _log.info("index_in_use", index=index.index_id, items=index.items)
            self.index = index
            self._on_index(index)
        self.problem = None

    def _note(self, problem: ShelfrankError) -> None:
        if str(problem) != str(self.problem):
            event = "not_ready" if self.index is None else "index_in_doubt"
            _log.warning(event, problem=str(problem))
        self.problem = problem

    def _missing(self) -> ArtefactMissingError:
        what = f"The index of encoder {self._encoder_id} (marker {marker_key(self._encoder_id)})"
        return ArtefactMissingError(what, _REMEDY)
