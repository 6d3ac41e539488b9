"""The OpenAPI document: FastAPI's, plus the body that the rerank route parses by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

from service.schemas import RequestParser

REFERENCE = "#/components/schemas/{model}"


def with_bodies(app: FastAPI, parser: RequestParser) -> Callable[[], dict[str, Any]]:
    """What to use as `app.openapi`."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        document = plain()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        if "RerankBody" not in schemas:
            body = parser.json_schema(REFERENCE)
            schemas.update(body.pop("$defs"))
            schemas["RerankBody"] = body
        return document

    return openapi
