"""What every HTTP request passes through: id, body limit, timing, metrics, log line, and the last resort.

Plain ASGI, since a framework's request and response objects would cost more than the work done here.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Container

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.errors import ShelfrankError
from service.api.errors import failure
from service.errors import BodyTooLargeError
from service.exchange import Exchange, begin
from service.metrics import Metrics

_log = structlog.get_logger("service.access")
_CLIENT_CLOSED = 499  # as nginx counts callers that hung up; nobody receives it


class RequestMiddleware:
    """Wraps the application. `routes` are the paths that may stand in metrics and logs by name."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        metrics: Metrics,
        routes: Container[str],
        max_body_bytes: int,
        access_log: bool,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = routes
        self._limit = max_body_bytes
        self._access_log = access_log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, _plainly(send))
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        exchange = begin(scope)
        answer = _stamped(send, exchange)
        try:
            await self._app(scope, _limited(receive, scope, self._limit), answer)
        except ClientDisconnect:  # the caller is gone: there is nobody to answer
            exchange.status = _CLIENT_CLOSED
        except Exception as error:  # a bug: the caller gets `internal`, the log gets where it happened
            _log_bug(error, exchange)
            if not exchange.status:
                await failure("internal", "The service failed.", exchange.request_id)(scope, receive, answer)
        finally:
            self._record(scope, exchange)

    def _record(self, scope: Scope, exchange: Exchange) -> None:
        route = scope["path"] if scope["path"] in self._routes else "unmatched"
        seconds = exchange.seconds()
        self._metrics.request(route, exchange.status, seconds)
        if self._access_log:
            _log.info(
                "request",
                request_id=exchange.request_id,
                method=scope["method"],
                path=route,
                status=exchange.status,
                ms=round(seconds * 1e3, 3),
                **exchange.facts(),
            )


def _stamped(send: Send, exchange: Exchange) -> Send:
    async def stamped(message: Message) -> None:
        if message["type"] == "http.response.start":
            exchange.status = message["status"]
            message["headers"] = [
                *message["headers"],
                (b"x-request-id", exchange.request_id.encode()),
                (b"server-timing", exchange.server_timing()),
            ]
        await send(message)

    return stamped


def _limited(receive: Receive, scope: Scope, limit: int) -> Receive:
    left = limit
    announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")

    async def limited() -> Message:
        nonlocal left
        if announced.isdigit() and int(announced[:20]) > limit:
            raise BodyTooLargeError(limit)
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise BodyTooLargeError(limit)
        return message

    return limited


def _plainly(send: Send) -> Send:
    """A refusal to start is told in its own words, without a stack trace."""

    async def plainly(message: Message) -> None:
        error = sys.exc_info()[1]
        if message["type"] == "lifespan.startup.failed" and isinstance(error, ShelfrankError):
            message = {**message, "message": str(error)}
        await send(message)

    return plainly


def _log_bug(error: Exception, exchange: Exchange) -> None:
    # the exception's own text may quote the request, so only where it happened is kept
    where = traceback.format_list(traceback.extract_tb(error.__traceback__)[-5:])
    _log.error("internal_error", request_id=exchange.request_id, error=type(error).__name__, where=where)
