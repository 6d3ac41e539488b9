"""The middleware around small applications of plain ASGI."""

import asyncio
import json
import re
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.testing import capture_logs

from core.errors import MismatchError
from service.errors import BodyTooLargeError
from service.metrics import Metrics
from service.middleware import RequestMiddleware

SECRET = "red lamp for jane"


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-own", b"1")]})
    await send({"type": "http.response.body", "body": str(size).encode()})


def call(
    app: ASGIApp,
    *chunks: bytes,
    headers: dict[str, str] | None = None,
    path: str = "/known",
    access_log: bool = True,
) -> list[MutableMapping[str, Any]]:
    sent: list[MutableMapping[str, Any]] = []
    pending = list(chunks)

    async def receive() -> Message:
        body = pending.pop(0) if pending else b""
        return {"type": "http.request", "body": body, "more_body": bool(pending)}

    async def send(message: Message) -> None:
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    scope = {"type": "http", "method": "POST", "path": path, "headers": raw}
    wrapped = RequestMiddleware(
        app, metrics=Metrics(), routes={"/known"}, max_body_bytes=10, access_log=access_log
    )
    asyncio.run(wrapped(scope, receive, send))
    return sent


def header(sent: list[MutableMapping[str, Any]], name: bytes) -> str:
    return dict(sent[0]["headers"])[name].decode()


def test_every_answer_carries_an_id_and_its_timing() -> None:
    sent = call(echo, b"abc")
    assert re.fullmatch("[0-9a-f]{32}", header(sent, b"x-request-id"))
    assert re.fullmatch(r"total;dur=\d+\.\d{3}", header(sent, b"server-timing"))
    assert header(sent, b"x-own") == "1"
    assert sent[1]["body"] == b"3"


@pytest.mark.parametrize("given", ["abc", "A.b_c-9", "x" * 64])
def test_a_sane_id_is_kept(given: str) -> None:
    assert header(call(echo, headers={"x-request-id": given}), b"x-request-id") == given


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "é", "a\nb", "<script>"])
def test_any_other_id_is_replaced(given: str) -> None:
    assert header(call(echo, headers={"x-request-id": given}), b"x-request-id") != given


@pytest.mark.parametrize(
    ("chunks", "announced"),
    [((b"x" * 11,), None), ((b"x" * 6, b"x" * 5), None), ((b"x",), "11"), ((b"x",), "9" * 5000)],
)
def test_a_body_over_the_limit_is_not_read_on(chunks: tuple[bytes, ...], announced: str | None) -> None:
    seen: list[Exception] = []

    async def reader(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await echo(scope, receive, send)
        except BodyTooLargeError as error:
            seen.append(error)

    call(reader, *chunks, headers={"content-length": announced} if announced else None)
    assert len(seen) == 1


def test_a_body_at_the_limit_is_read() -> None:
    assert call(echo, b"x" * 6, b"x" * 4, headers={"content-length": "10"})[1]["body"] == b"10"


def test_a_bug_is_answered_in_the_one_shape_and_logged_without_the_request() -> None:
    async def broken(*_: Any) -> None:
        raise ValueError(SECRET)

    with capture_logs() as logs:
        sent = call(broken)
    assert sent[0]["status"] == 500
    error = json.loads(sent[1]["body"])["error"]
    assert error == {"code": "internal", "message": "The service failed.", "request_id": error["request_id"]}
    assert error["request_id"] == header(sent, b"x-request-id")
    assert [line["event"] for line in logs] == ["internal_error", "request"]
    assert logs[0]["error"] == "ValueError"
    assert any("broken" in place for place in logs[0]["where"])
    assert SECRET not in str(logs)


def test_a_bug_after_the_answer_began_cannot_change_it() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        await echo(scope, receive, send)
        raise ValueError

    sent = call(broken)
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]


def test_a_caller_that_hung_up_is_no_bug() -> None:
    async def abandoned(*_: Any) -> None:
        raise ClientDisconnect

    with capture_logs() as logs:
        assert call(abandoned) == []
    assert [(line["event"], line["status"]) for line in logs] == [("request", 499)]


def test_the_log_knows_no_unknown_paths() -> None:
    with capture_logs() as logs:
        call(echo, path=f"/{SECRET}")
        call(echo, path="/known", headers={"authorization": SECRET}, access_log=True)
        call(echo, path="/known", access_log=False)
    assert [line["path"] for line in logs] == ["unmatched", "/known"]
    assert SECRET not in str(logs)


def test_a_refusal_to_start_is_told_without_a_trace() -> None:
    sent: list[Message] = []

    async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            raise MismatchError("feature schema", "a", "b", "Make it again.")
        except MismatchError:
            await send({"type": "lifespan.startup.failed", "message": "Traceback …"})

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        sent.append(message)

    app = RequestMiddleware(refusing, metrics=Metrics(), routes=(), max_body_bytes=10, access_log=False)
    asyncio.run(app({"type": "lifespan"}, receive, send))
    assert sent[0]["message"] == "feature schema: expected a, found b. Make it again."
