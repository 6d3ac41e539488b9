"""Open-loop load: requests leave at a constant rate whatever the answers do, and wait times count."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import uvloop

_PATIENCE_S = 10.0
_STAGE = re.compile(rb"(\w+);dur=([\d.]+)")


@dataclass(frozen=True)
class Load:
    """What a stretch of constant arrivals saw; times in milliseconds from the planned moment of departure.

    `server_timings` are the headers of that name; `own_seconds` is the generator's own processor time.
    """

    rate: float
    sent: int
    failed: int
    times_ms: Sequence[float]
    seconds: float
    server_timings: Sequence[bytes]
    own_seconds: float

    def percentile(self, share: float) -> float:
        """The time within which this share of the answers came."""
        return float(np.percentile(self.times_ms, share)) if self.times_ms else float("inf")

    @property
    def goodput(self) -> float:
        """Good answers per second, until the last one was in."""
        return len(self.times_ms) / self.seconds

    def stages(self) -> dict[str, float]:
        """Median milliseconds of every stage that the answers' Server-Timing names."""
        taken = [dict(_STAGE.findall(header)) for header in self.server_timings]
        names = [name.decode() for name in taken[0]] if taken else []
        return {name: round(float(np.median([float(t[name.encode()]) for t in taken])), 2) for name in names}

    def figures(self) -> dict[str, float]:
        """p50, p95, p99 and the rest, rounded."""
        shares = {f"p{share}": round(self.percentile(share), 2) for share in (50, 95, 99)}
        rates = {"rate": round(self.rate, 1), "goodput": round(self.goodput, 1)}
        return {**rates, **shares, "failed": self.failed}


def run_load(url: str, bodies: Sequence[dict[str, Any]], rate: float, seconds: float) -> Load:
    """Send `bodies` in turn to POST /v1/rerank of `url` at `rate` per second."""
    host, port = url.removeprefix("http://").split(":")
    requests = [_http(json.dumps(body).encode()) for body in bodies]
    # uvloop, since the generator takes its share of the same cores
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_Client(host, int(port)).run(requests, rate, seconds))


def _http(body: bytes) -> bytes:
    head = ("POST /v1/rerank HTTP/1.1", "host: bench", "content-type: application/json")
    return "\r\n".join([*head, f"content-length: {len(body)}", "", ""]).encode() + body


class _Client:
    """A pool of keep-alive connections on bare streams: a client library would cost more than the service."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self._times: list[float] = []
        self._heads: list[bytes] = []
        self._failed = 0

    async def run(self, requests: Sequence[bytes], rate: float, seconds: float) -> Load:
        start, own = time.perf_counter(), time.process_time()
        count = int(rate * seconds)
        tasks = []
        for number in range(count):
            planned = start + number / rate
            if (wait := planned - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            tasks.append(asyncio.create_task(self._one(requests[number % len(requests)], planned)))
        await asyncio.gather(*tasks)
        taken, own = max(time.perf_counter() - start, seconds), time.process_time() - own
        for _, writer in self._idle:
            writer.close()
        timings = [_header(head, b"server-timing") for head in self._heads]
        return Load(rate, count, self._failed, self._times, taken, timings, own)

    async def _one(self, request: bytes, planned: float) -> None:
        try:
            async with asyncio.timeout(_PATIENCE_S):
                status = await self._send(request)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            status = 0
        if status == 200:
            self._times.append((time.perf_counter() - planned) * 1e3)
        else:
            self._failed += 1

    async def _send(self, request: bytes) -> int:
        if self._idle:
            reader, writer = self._idle.pop()
        else:
            reader, writer = await asyncio.open_connection(self._host, self._port)
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(_header(head, b"content-length") or 0))
        self._heads.append(head)
        self._idle.append((reader, writer))
        return int(head[9:12])


def _header(head: bytes, name: bytes) -> bytes:
    """The value of a header that the service writes in lower case; empty when it is not there."""
    _, _, rest = head.partition(b"\r\n" + name + b": ")
    return rest.partition(b"\r\n")[0]
