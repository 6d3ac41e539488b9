"""What the environment says: where things are and how fast they must be.

Nothing here changes a score; what does is in the bundle. docs/settings.md lists every setting.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import SettingError

PREFIX = "SHELFRANK_"
_SCHEMES = ("redis", "rediss", "unix")
LogLevel = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """Every setting of the service; each is read from the environment as `SHELFRANK_<NAME>`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, populate_by_name=True, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    bundle: Path = Field(default=Path("bundle"), description="Folder of the model bundle to serve.")
    redis_url: SecretStr = Field(
        default=SecretStr("redis://127.0.0.1:6379/0"),
        validation_alias="REDIS_URL",
        description="The Redis-protocol server that holds the index: redis://, rediss:// (TLS) or unix://, "
        "with user and password where it wants them. Never logged with its password.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on; 0.0.0.0 for every interface.")
    port: int = Field(default=8080, ge=0, le=65535, description="Port to listen on; 0 takes any free one.")
    workers: int = Field(default=1, ge=1, le=64, description="Processes that serve; each loads the bundle.")
    model_threads: int = Field(
        default=0,
        ge=0,
        le=64,
        description="Threads per worker that encode and rank; 0 means the cores divided by the workers.",
    )
    store_connect_timeout_ms: float = Field(
        default=100.0,
        gt=0,
        le=60_000,
        description="Longest wait for a connection to the store, in milliseconds.",
    )
    store_timeout_ms: float = Field(
        default=50.0, gt=0, le=60_000, description="Longest that a request waits for it, in milliseconds."
    )
    max_candidates: int = Field(default=1000, ge=1, le=10_000, description="Most candidates in one request.")
    max_body_bytes: int = Field(default=512 * 1024, ge=1024, description="Largest request body, in bytes.")
    max_query_chars: int = Field(default=500, ge=1, description="Longest query, in characters.")
    max_id_chars: int = Field(default=200, ge=1, description="Longest item id, in characters.")
    readiness_poll_s: float = Field(
        default=1.0, ge=0.01, le=3600, description="Seconds between two looks at the marker of the index."
    )
    keep_alive_s: int = Field(
        default=75, ge=1, description="Seconds an idle connection stays open; more than the load balancer's."
    )
    shutdown_grace_s: int = Field(
        default=10, ge=0, description="Seconds that running requests get to finish after SIGTERM."
    )
    log_level: LogLevel = Field(default="info", description="Least severe log line that is written.")
    access_log: bool = Field(default=True, description="Write one log line for every request.")

    @field_validator("redis_url")
    @classmethod
    def _is_of_a_store(cls, url: SecretStr) -> SecretStr:
        if url.get_secret_value().partition("://")[0] not in _SCHEMES:
            raise ValueError("not the URL of a store: redis://, rediss:// or unix://")
        return url

    @property
    def threads(self) -> int:
        """Size of the model pool of one worker."""
        return self.model_threads or max(1, _cores() // self.workers)

    @property
    def store_place(self) -> str:
        """The store's URL without user, password and options: fit to be logged."""
        scheme, _, rest = self.redis_url.get_secret_value().partition("://")
        return f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}"


def _cores() -> int:
    # macOS has no affinity
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def environment_name(field: str) -> str:
    """The environment variable of a setting."""
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else PREFIX + field.upper()


def load_settings(**overrides: Any) -> Settings:
    """Read the environment; `overrides` win. SettingError names the variable that is wrong."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = _variable(first["loc"])
        raise SettingError(name, first["msg"], _remedy(name)) from None


def _variable(place: Iterable[int | str]) -> str:
    name = next((str(part) for part in place), "")
    return environment_name(name) if name in Settings.model_fields else name


def _remedy(name: str) -> str:
    # Kubernetes sets <SERVICE>_PORT=tcp://… in every pod beside a Service of that name
    if name == PREFIX + "PORT" and os.environ.get(name, "").startswith("tcp://"):
        return "Kubernetes set it for a Service named shelfrank: use enableServiceLinks: false."
    return "docs/settings.md says what it takes."
