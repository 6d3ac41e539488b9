"""One JSON object per line on standard output, for our own events and for those of the libraries."""

from __future__ import annotations

import logging
import sys

import orjson
import structlog

from service.settings import LogLevel

_SHARED: tuple[structlog.typing.Processor, ...] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure_logging(level: LogLevel) -> None:
    """Set up structlog and the standard library's logging for this process."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[*_SHARED, structlog.processors.format_exc_info, _renderer()],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.BytesLoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_formatter())
    logging.basicConfig(level=max(threshold, logging.INFO), handlers=[handler], force=True)


def _renderer() -> structlog.processors.JSONRenderer:
    return structlog.processors.JSONRenderer(serializer=orjson.dumps)


def _formatter() -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=_text),
        ],
    )


def _text(event: object, **_: object) -> str:
    return orjson.dumps(event, default=str).decode()
