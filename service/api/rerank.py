"""POST /v1/rerank."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from service.answers import RerankAnswer, rerank_body
from service.api.errors import JSON, documented
from service.api.serving import serving_of
from service.exchange import exchange_of
from service.metrics import Metrics
from service.schemas import RequestParser

BODY = "#/components/schemas/RerankBody"


def rerank_routes(parser: RequestParser, metrics: Metrics) -> APIRouter:
    """The route; its body is documented in the OpenAPI document by `service.api.document`."""
    router = APIRouter(tags=["rerank"])

    @router.post(
        "/v1/rerank",
        response_class=Response,
        responses={
            200: {"model": RerankAnswer, "description": "The candidates, best first"},
            **documented("invalid_json", "body_too_large", "invalid_request", "internal", "not_ready"),
        },
        openapi_extra={"requestBody": {"required": True, "content": {JSON: {"schema": {"$ref": BODY}}}}},
    )
    async def rerank(request: Request) -> Response:
        """Order the candidates of a query by relevance, best first."""
        serving = serving_of(request)
        index = serving.readiness.require()
        wanted = parser.parse(await request.body())
        outcome = await serving.pipeline.rerank(wanted, index)
        exchange = exchange_of(request.scope)
        exchange.outcome, exchange.candidates = outcome, len(wanted.candidates)
        metrics.reranked(len(wanted.candidates), outcome)
        body = rerank_body(outcome, exchange.request_id, serving.bundle_id, index.index_id)
        return Response(body, media_type=JSON)

    return router
