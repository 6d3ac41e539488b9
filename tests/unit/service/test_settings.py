import pickle
from typing import Any

import pytest

from core.errors import SettingError
from service.settings import Settings, environment_name, load_settings

SECRET = "s3cret-pass"
URL = f"rediss://indexer:{SECRET}@cache.internal:6380/2?ssl_cert_reqs=none"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(environment_name(field), raising=False)


def test_everything_has_a_default_and_a_meaning() -> None:
    load_settings()
    assert [n for n, field in Settings.model_fields.items() if not field.description] == []


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFRANK_PORT", "9000")
    monkeypatch.setenv("REDIS_URL", URL)
    settings = load_settings()
    assert settings.port == 9000
    assert settings.redis_url.get_secret_value() == URL


def test_arguments_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFRANK_PORT", "9000")
    monkeypatch.setenv("REDIS_URL", URL)
    settings = load_settings(port=9001, redis_url="redis://other:6379")
    assert (settings.port, settings.store_place) == (9001, "redis://other:6379")


def test_the_password_is_never_shown() -> None:
    settings = load_settings(redis_url=URL)
    shown = (repr(settings), str(settings), settings.model_dump_json(), settings.store_place)
    assert not any(SECRET in text or "indexer" in text for text in shown)
    assert settings.store_place == "rediss://cache.internal:6380/2"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SHELFRANK_PORT", "http"),
        ("SHELFRANK_PORT", "70000"),
        ("SHELFRANK_WORKERS", "0"),
        ("SHELFRANK_STORE_TIMEOUT_MS", "-1"),
        ("SHELFRANK_STORE_TIMEOUT_MS", "nan"),
        ("SHELFRANK_LOG_LEVEL", "loud"),
        ("SHELFRANK_ACCESS_LOG", "perhaps"),
        ("REDIS_URL", f"cache:{SECRET}@host:6379"),
        ("REDIS_URL", f"http://:{SECRET}@host:6379"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as caught:
        load_settings()
    assert caught.value.field == name
    assert SECRET not in str(caught.value)
    assert "docs/settings.md" in caught.value.remedy


def test_the_port_that_kubernetes_sets_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFRANK_PORT", "tcp://10.0.0.7:8080")
    with pytest.raises(SettingError, match="enableServiceLinks"):
        load_settings()


@pytest.mark.parametrize(("given", "workers", "threads"), [(3, 1, 3), (0, 64, 1)])
def test_threads_follow_the_cores_unless_given(given: int, workers: int, threads: int) -> None:
    assert load_settings(model_threads=given, workers=workers).threads == threads


def test_workers_receive_settings_whole() -> None:
    settings = load_settings(redis_url=URL, port=1234)
    copy: Any = pickle.loads(pickle.dumps(settings))  # noqa: S301  # as multiprocessing sends them
    assert copy == settings
    assert copy.redis_url.get_secret_value() == URL
