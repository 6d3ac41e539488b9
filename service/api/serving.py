"""The parts that exist once the bundle is loaded, for the routes to use."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from core.manifest import Manifest
from service.pipeline import Pipeline
from service.readiness import Readiness


@dataclass(frozen=True, slots=True)
class Serving:
    """A loaded bundle at work."""

    manifest: Manifest
    bundle_id: str
    pipeline: Pipeline
    readiness: Readiness


def serving_of(request: Request) -> Serving:
    """The application's Serving; the application accepts no request before it exists."""
    serving: Serving = request.app.state.serving
    return serving
