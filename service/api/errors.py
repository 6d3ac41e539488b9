"""Errors of the domain and of the framework as the one JSON shape; the only place with status codes."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from core.errors import InputError, MismatchError, RequestError, ShelfrankError
from service.answers import ErrorAnswer, error_body
from service.errors import BodyTooLargeError, MalformedBodyError, NotReadyError
from service.exchange import exchange_of

JSON = "application/json"
# every code that a caller can see, with its status
CODES: Mapping[str, int] = {
    "invalid_json": 400,
    "not_found": 404,
    "method_not_allowed": 405,
    "body_too_large": 413,
    "invalid_request": 422,
    "internal": 500,
    "not_ready": 503,
    "http_error": 400,
}
_BY_STATUS = {404: "not_found", 405: "method_not_allowed"}
_BY_TYPE: Mapping[type[ShelfrankError], str] = {
    MalformedBodyError: "invalid_json",
    BodyTooLargeError: "body_too_large",
    RequestError: "invalid_request",
    NotReadyError: "not_ready",
}


def install(app: FastAPI) -> None:
    """Answer every error in the one shape."""
    for kind in _BY_TYPE:
        app.add_exception_handler(kind, _domain)
    app.add_exception_handler(HTTPException, _framework)


def failure(code: str, message: str, request_id: str, **more: str) -> Response:
    """The response for one of CODES."""
    return Response(error_body(code, message, request_id, **more), CODES[code], media_type=JSON)


def documented(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can fail with these codes."""
    return {
        CODES[code]: {"model": ErrorAnswer, "description": f"{HTTPStatus(CODES[code]).phrase}: `{code}`"}
        for code in codes
    }


async def _domain(request: Request, error: Exception) -> Response:
    code = _BY_TYPE[type(error)]  # type: ignore[index]  # installed for these types alone
    response = failure(code, str(error), exchange_of(request.scope).request_id, **_details(error))
    if code == "body_too_large":
        response.headers["connection"] = "close"  # the rest of the body is not read
    return response


async def _framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # installed for this type alone
    request_id = exchange_of(request.scope).request_id
    code = _BY_STATUS.get(error.status_code, "http_error")
    body = error_body(code, f"{error.detail}. docs/api.md lists the routes.", request_id)
    return Response(body, error.status_code, headers=error.headers, media_type=JSON)


def _details(error: Exception) -> dict[str, str]:
    if isinstance(error, InputError):
        return {"field": error.field}
    reason = error.reason if isinstance(error, NotReadyError) else None
    details = {"remedy": getattr(reason, "remedy", "Start the store, or correct REDIS_URL.")}
    if isinstance(reason, MismatchError):
        details |= {"expected": str(reason.expected), "actual": str(reason.actual)}
    return details
