"""The models of the window over a real engine process and a hub on loopback: download, pause, resume, finished."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.link import EngineLink, EngineState
from desktop.state.models import Models
from desktop.state.settings import Settings
from tests.helpers.hub import Hub, running_hub
from tests.helpers.waiting import LIMIT

_SIZE = 900_000
_STALL = 300_000
_CATALOG = """
[[model]]
id = "tiny"
title = "Tiny"
purpose = "For tests."
kinds = ["image"]
source = {{ kind = "hub", repository = "people/tiny" }}
licence = "Test licence"
must_accept = true
files = [ {{ name = "weights.bin", size = {size} }} ]
"""


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that the engine process takes for the real one, and a store that is empty."""
    with running_hub() as hub:
        hub.repositories["people/tiny"] = {"weights.bin": os.urandom(_SIZE), "README.md": b"not needed"}
        home = tmp_path / "home"
        (home / "config").mkdir(parents=True)
        (home / "config" / "catalog.toml").write_text(_CATALOG.format(size=_SIZE), "utf-8")
        for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("PORTRAITS_HOME", str(home))
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "store"))
        yield hub


@pytest.fixture
def models(qtbot: Any, hub: Hub, tmp_path: Path) -> Iterator[Models]:
    settings = Settings(tmp_path / "settings.toml")
    link = EngineLink(tmp_path / "engine.log", settings=settings.for_engine())
    made = Models(link, settings)
    link.start()
    qtbot.waitUntil(lambda: link.status.state is EngineState.READY and made.known, timeout=LIMIT * 1000)
    yield made
    hub.released.set()
    link.shutdown()
    made.deleteLater()
    link.deleteLater()


def _done(models: Models) -> int:
    state = models.download_of("tiny")
    return state.done if state is not None else 0


def _phase(models: Models) -> str:
    state = models.download_of("tiny")
    return state.phase if state is not None else ""


def test_download_pause_resume_finished(qtbot: Any, hub: Hub, models: Models, tmp_path: Path) -> None:
    def wait(what: Any) -> None:
        qtbot.waitUntil(what, timeout=LIMIT * 1000)

    assert not models.allowed, "offline is the default"
    assert not models.is_here("tiny")
    assert hub.requests == []

    hub.trouble("weights.bin", stall=_STALL)
    models.allow_downloads(True)
    models.start("tiny", accept_licence=True)
    wait(lambda: _done(models) == _STALL)
    models.pause("tiny")
    wait(lambda: _phase(models) == "paused")
    models.refresh()
    wait(lambda: models.model("tiny").condition == "partial")  # type: ignore[union-attr]

    models.resume("tiny")
    wait(lambda: models.is_here("tiny"))
    assert models.running() == ()
    state = models.model("tiny")
    assert state is not None
    assert (state.condition, state.have, state.accepted) == ("installed", _SIZE, True)
    assert (Path(state.path) / "weights.bin").read_bytes() == hub.repositories["people/tiny"]["weights.bin"]
    assert [request.first_byte for request in hub.bodies_sent("weights.bin")] == [0, _STALL]

    models.remove("tiny")
    wait(lambda: models.model("tiny").condition == "missing")  # type: ignore[union-attr]


def test_offline_the_engine_asks_nothing(qtbot: Any, hub: Hub, models: Models) -> None:
    models._engine.download("tiny", "start", accept_licence=True)
    qtbot.waitUntil(lambda: _phase(models) == "failed", timeout=LIMIT * 1000)
    state = models.download_of("tiny")
    assert state is not None
    assert state.failure is not None
    assert "Offline" in state.failure.what
    assert hub.requests == []
