"""Running the service: one process, or several workers behind one socket.

    python -m service.main

uvicorn spawns the workers, so each imports everything anew. The parent listens before it starts them, and
only watches over them.
"""

from __future__ import annotations

import functools
import gc
import signal
import socket
import sys
from types import FrameType
from typing import TYPE_CHECKING

import structlog
import uvicorn

from core.errors import SettingError, ShelfrankError
from core.manifest import verify_files
from service.crew import Crew
from service.logs import configure_logging
from service.multiprocess import forget_the_dead, shared_metrics
from service.settings import Settings, load_settings

if TYPE_CHECKING:
    from fastapi import FastAPI

_log = structlog.get_logger(__name__)

STARTUP_FAILURE = 3
_PATIENCE_S = 60
# how long a thread may keep the interpreter from another: 5 ms by default, as much as a whole request
SWITCH_INTERVAL_S = 1e-4


def main() -> int:
    """Serve with the settings of the environment."""
    try:
        return serve(load_settings())
    except ShelfrankError as error:
        print(error, file=sys.stderr)
        return 1


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT; the exit code is 0, or 3 if a worker refused to start.

    A taken port is a SettingError; a damaged bundle is an ArtefactError before anything listens.
    """
    verify_files(settings.bundle)
    with _listen(settings.host, settings.port) as listener:
        configure_logging(settings.log_level)
        for asked_to_stop in (signal.SIGTERM, signal.SIGINT):
            signal.signal(asked_to_stop, _leave)
        _log.info("listening", host=settings.host, port=listener.getsockname()[1], workers=settings.workers)
        if settings.workers == 1:
            return _serve_alone(settings, listener)
        return _serve_together(settings, listener)


def worker(settings: Settings) -> FastAPI:
    """The application of one process; uvicorn calls this in every worker."""
    # here and not above: the supervisor starts the workers sooner without the models' libraries
    from service.app import create_app

    configure_logging(settings.log_level)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    forget_the_dead()
    app = create_app(settings)
    # what was imported stays for good: the garbage collector need not look through it again and again
    gc.collect()
    gc.freeze()
    return app


def _serve_alone(settings: Settings, listener: socket.socket) -> int:
    server = uvicorn.Server(_config(settings))
    server.run([listener])
    return 0 if server.started else STARTUP_FAILURE


def _serve_together(settings: Settings, listener: socket.socket) -> int:
    with shared_metrics():
        crew = Crew(_config(settings), [listener])
        crew.run()
    return STARTUP_FAILURE if any(p.exitcode == STARTUP_FAILURE for p in crew.processes) else 0


def _config(settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        functools.partial(worker, settings),
        factory=True,
        workers=settings.workers,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=settings.keep_alive_s,
        timeout_graceful_shutdown=settings.shutdown_grace_s,
        # loading a bundle keeps a worker from answering its parent for a while
        timeout_worker_healthcheck=_PATIENCE_S,
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        problem = f"cannot listen on {host}:{port} ({error.strerror})"
        raise SettingError("SHELFRANK_HOST, SHELFRANK_PORT", problem, "Choose a free port.") from error
    listener.set_inheritable(True)
    return listener


def _leave(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
    # uvicorn stops gracefully, then raises the signal again: end as a process that was asked to
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
