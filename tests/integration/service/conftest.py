"""The application in this process, around a real bundle and a real server."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.bundle import Bundle, load_bundle
from service.app import create_app
from service.settings import load_settings

Start = Callable[..., contextlib.AbstractAsyncContextManager[httpx.AsyncClient]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def bundle(bundle_dir: Path) -> Bundle:
    return load_bundle(bundle_dir)


@pytest.fixture
def start(bundle: Bundle, valkey_url: str) -> Start:
    """Start the application with some settings; gives a client of it."""

    @contextlib.asynccontextmanager
    async def start(**settings: Any) -> AsyncIterator[httpx.AsyncClient]:
        settings = {"redis_url": valkey_url, "readiness_poll_s": 0.01, **settings}
        app = create_app(load_settings(**settings), bundle=bundle)
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://test") as client,
        ):
            yield client

    return start
