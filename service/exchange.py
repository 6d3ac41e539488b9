"""What is noted about one HTTP request between its first byte and its log line."""

from __future__ import annotations

import re
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from uuid import uuid4

from service.answers import rounded
from service.pipeline import Outcome

_KEY = "shelfrank.exchange"
_STAGES = b"encode;dur=%.3f, fetch;dur=%.3f, features;dur=%.3f, predict;dur=%.3f, total;dur=%.3f"
_SANE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")


@dataclass(slots=True)
class Exchange:
    """One request and how it was answered. `status` is 0 until the answer starts."""

    request_id: str
    started: float = field(default_factory=perf_counter)
    status: int = 0
    candidates: int = 0
    outcome: Outcome | None = None

    def seconds(self) -> float:
        """Since the request arrived."""
        return perf_counter() - self.started

    def server_timing(self) -> bytes:
        """The Server-Timing header: the stages of a rerank, then everything up to here, in milliseconds."""
        total = self.seconds() * 1e3
        if self.outcome is None:
            return b"total;dur=%.3f" % total
        t = self.outcome.timings
        return _STAGES % (t.encode, t.fetch, t.features, t.predict, total)

    def facts(self) -> dict[str, Any]:
        """What the log says about a rerank; nothing in it says what was searched, or by whom."""
        if self.outcome is None:
            return {}
        return {
            "candidates": self.candidates,
            "degraded": self.outcome.degraded,
            "timings_ms": rounded(self.outcome.timings),
        }


def begin(scope: MutableMapping[str, Any]) -> Exchange:
    """Start the exchange of an ASGI scope; a sane X-Request-ID of the caller is kept."""
    exchange = Exchange(_given_id(scope["headers"]) or uuid4().hex)
    scope[_KEY] = exchange
    return exchange


def exchange_of(scope: MutableMapping[str, Any]) -> Exchange:
    """The exchange that `begin` started."""
    found: Exchange = scope[_KEY]
    return found


def _given_id(headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    given = next((value for name, value in headers if name == b"x-request-id"), b"")
    return given.decode() if _SANE_ID.fullmatch(given) else None
