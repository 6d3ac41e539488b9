"""What operators and monitors ask: /livez, /readyz, /metrics, /v1/models."""

from __future__ import annotations

import orjson
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from service.answers import ModelsAnswer, ReadyAnswer
from service.api.errors import JSON, documented
from service.api.serving import serving_of
from service.metrics import Metrics


def operations_routes(metrics: Metrics) -> APIRouter:
    """The routes."""
    router = APIRouter(tags=["operations"])

    @router.get(
        "/livez",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"example": "ok"}}, "description": "The process answers"}},
    )
    async def livez() -> Response:
        """Does the process answer? Never asks the store: a store that is down is no reason to restart."""
        return Response("ok", media_type="text/plain")

    @router.get(
        "/readyz",
        response_class=Response,
        responses={200: {"model": ReadyAnswer, "description": "Ready"}, **documented("not_ready")},
    )
    async def readyz(request: Request) -> Response:
        """May requests be sent here? Stays true once it was, even when the store goes away."""
        readiness = serving_of(request).readiness
        body = {"status": "ready", "index": readiness.require().index_id}
        if readiness.problem is not None:
            body["warning"] = str(readiness.problem)
        return Response(orjson.dumps(body), media_type=JSON)

    @router.get(
        "/metrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {}}, "description": "Prometheus text format"}},
    )
    async def prometheus() -> Response:
        """Counters and histograms of all workers together."""
        return Response(metrics.render(), headers={"content-type": CONTENT_TYPE_LATEST})

    @router.get(
        "/v1/models",
        response_class=Response,
        responses={200: {"model": ModelsAnswer, "description": "What is loaded"}},
    )
    async def models(request: Request) -> Response:
        """The bundle, its encoder, its features and what it scored when it was trained."""
        serving = serving_of(request)
        manifest, index = serving.manifest, serving.readiness.index
        body = {
            "bundle": serving.bundle_id,
            "encoder": manifest.encoder_id,
            "index": None if index is None else index.index_id,
            "features": manifest.features,
            "metrics": manifest.metrics,
        }
        return Response(orjson.dumps(body), media_type=JSON)

    return router
