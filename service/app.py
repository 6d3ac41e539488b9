"""The composition root: settings in, an ASGI application out. Nothing else puts the parts together."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from starlette.routing import BaseRoute, Route
from starlette.types import Lifespan

from core.bundle import Bundle, load_bundle
from service.api.document import with_bodies
from service.api.errors import install
from service.api.operations import operations_routes
from service.api.rerank import rerank_routes
from service.api.serving import Serving
from service.metrics import Metrics
from service.middleware import RequestMiddleware
from service.pipeline import Pipeline
from service.reader import StoreReader
from service.readiness import Readiness
from service.schemas import Limits, RequestParser
from service.settings import Settings
from service.store import connect


def create_app(
    settings: Settings, *, bundle: Bundle | None = None, store: StoreReader | None = None
) -> FastAPI:
    """The service as an ASGI application.

    At start it loads and verifies the bundle (one that cannot be trusted ends the start with the reason),
    then watches for the index. `bundle` and `store` stand in for what the settings name.
    """
    metrics = Metrics()
    parser = RequestParser(Limits(settings.max_candidates, settings.max_query_chars, settings.max_id_chars))
    app = _framework(_lifespan(settings, metrics, bundle, store))
    routers = (rerank_routes(parser, metrics), operations_routes(metrics))
    for router in routers:
        app.include_router(router)
    app.openapi = with_bodies(app, parser)  # type: ignore[method-assign]
    install(app)
    app.add_middleware(
        RequestMiddleware,
        metrics=metrics,
        routes=_paths(app.routes, *(router.routes for router in routers)),
        max_body_bytes=settings.max_body_bytes,
        access_log=settings.access_log,
    )
    return app


def _lifespan(
    settings: Settings, metrics: Metrics, bundle: Bundle | None, store: StoreReader | None
) -> Lifespan[FastAPI]:
    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        loaded = bundle or load_bundle(settings.bundle)
        reader = store or _connect(settings)
        with ThreadPoolExecutor(settings.threads, "model") as pool:
            app.state.serving = _serve(loaded, reader, pool, metrics)
            watch = asyncio.create_task(app.state.serving.readiness.watch(settings.readiness_poll_s))
            yield
            watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watch
            await reader.close()

    return lifespan


def _paths(*groups: Iterable[BaseRoute]) -> frozenset[str]:
    routes = (route for group in groups for route in group)
    return frozenset(route.path for route in routes if isinstance(route, Route))


def _framework(lifespan: Lifespan[FastAPI]) -> FastAPI:
    try:
        release = version("shelfrank")
    except PackageNotFoundError:  # run from a checkout
        release = "unreleased"
    return FastAPI(
        title="Shelfrank",
        summary="Reranks the items that a shop's search found.",
        version=release,
        lifespan=lifespan,
        redirect_slashes=False,
    )


def _serve(bundle: Bundle, store: StoreReader, pool: ThreadPoolExecutor, metrics: Metrics) -> Serving:
    manifest = bundle.manifest
    metrics.bundle(manifest.bundle_id, manifest.encoder_id)
    readiness = Readiness(store, manifest.encoder_id, bundle.encoder.dim, metrics.index)
    return Serving(manifest, manifest.bundle_id, Pipeline(bundle, store, pool), readiness)


def _connect(settings: Settings) -> StoreReader:
    return connect(
        settings.redis_url.get_secret_value(),
        settings.store_place,
        settings.store_connect_timeout_ms / 1e3,
        settings.store_timeout_ms / 1e3,
    )
