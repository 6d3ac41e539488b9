"""What a user reads when the server says no: the place without secrets, and what to do."""

import pytest
from redis import exceptions

from core.errors import SettingError, StoreRefusedError, StoreUnavailableError
from offline_indexer.store import _translate as translate
from offline_indexer.store import describe, open_store


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("redis://user:secret@db.example:6379/2", "redis://db.example:6379/2"),
        ("rediss://:p/w@x@db:1", "rediss://db:1"),
        ("unix:///run/redis.sock?password=secret", "unix:///run/redis.sock"),
    ],
)
def test_a_name_has_no_secret(url: str, name: str) -> None:
    assert describe(url) == name


@pytest.mark.parametrize("url", ["localhost:6379", "http://x", "redis://:secret@x:port", "redis://[x"])
def test_what_is_no_url_is_a_setting_error(url: str) -> None:
    with pytest.raises(SettingError, match="REDIS_URL") as caught, open_store(url):
        pass
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("error", "kind", "hint"),
    [
        (
            exceptions.AuthenticationError("invalid username-password pair"),
            StoreRefusedError,
            "redis://user:pass",
        ),
        (exceptions.NoPermissionError("no 'set'"), StoreRefusedError, "Grant it GET SET UNLINK"),
        (exceptions.OutOfMemoryError("OOM"), StoreRefusedError, "maxmemory"),
        (exceptions.ReadOnlyError("READONLY"), StoreRefusedError, "primary"),
        (exceptions.ResponseError("MISCONF disk full"), StoreRefusedError, "MISCONF disk full"),
        (exceptions.BusyLoadingError("LOADING"), StoreUnavailableError, "Try again"),
        (exceptions.ConnectionError("refused"), StoreUnavailableError, "REDIS_URL"),
        (exceptions.TimeoutError("slow"), StoreUnavailableError, "REDIS_URL"),
        (exceptions.ClusterDownError("down"), StoreUnavailableError, "REDIS_URL"),
        (exceptions.SlotNotCoveredError("slot"), StoreUnavailableError, "REDIS_URL"),
    ],
)
def test_every_failure_has_its_kind_and_a_remedy(error: Exception, kind: type[Exception], hint: str) -> None:
    said = translate("redis://db:1", error)
    assert type(said) is kind
    assert str(said).startswith("redis://db:1 ")
    assert hint in str(said)


def test_the_keys_and_values_of_a_pipeline_are_not_repeated() -> None:
    error = exceptions.ResponseError("Command # 3 (SET k \x00\xff...) of pipeline caused error: disk full")
    assert str(translate("redis://db:1", error)) == "redis://db:1 refused: disk full. See the server's log."
