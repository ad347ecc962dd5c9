"""Downloads in the host: one after the other, paused, resumed, set aside, and never one in offline mode."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.host.downloads import Downloads
from engine.host.model_answers import ModelAnswers
from engine.host.network import Network
from engine.models.settings import StoreSettings, read_settings, write_settings
from engine.models.store import Store
from engine.protocol.errors import PortraitsError
from engine.protocol.messages import Download, DownloadReport, Message
from engine.protocol.models import DownloadState
from engine.protocol.queries import (
    AddModelFolder,
    AllowDownloads,
    ForgetModelFolder,
    ListModels,
    ModelStates,
    RemoveModel,
    UseStore,
)
from tests.helpers.hub import Hub, running_hub

_LIMIT = 20.0
_CATALOG = """
[[model]]
id = "{id}"
title = "{title}"
purpose = "For tests."
kinds = ["image"]
source = {{ kind = "address", base = "{base}/{id}/" }}
licence = "Test licence"
must_accept = {must_accept}
files = [ {{ name = "weights.bin", size = 400000 }} ]
"""


class Heard:
    """Stands in for the outbox and keeps what was said."""

    def __init__(self) -> None:
        self.states: list[DownloadState] = []

    def put(self, message: Message, payload: tuple[bytes, ...] = ()) -> None:
        assert isinstance(message, DownloadReport)
        self.states.append(message.state)

    def phases(self, model: str) -> list[str]:
        """The phases of a model in order, each once in a row."""
        phases = [state.phase for state in self.states if state.model == model]
        return [phase for i, phase in enumerate(phases) if i == 0 or phases[i - 1] != phase]

    def wait(self, model: str, phase: str) -> DownloadState:
        found: DownloadState = _until(
            lambda: next((s for s in self.states if (s.model, s.phase) == (model, phase)), None)
        )
        return found


def _until(look: Callable[[], Any]) -> Any:
    end = time.monotonic() + _LIMIT
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.01)
    raise AssertionError("it did not come")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """Two models on loopback, listed in the person's catalog; the first comes under a licence to accept."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("engine.models.download_run.access_token", lambda: None)
    with running_hub() as hub:
        entries = ""
        for name, must in (("first", "true"), ("second", "false")):
            hub.files[f"{name}/weights.bin"] = os.urandom(400_000)
            entries += _CATALOG.format(id=name, title=f"The {name}", base=hub.address, must_accept=must)
        (tmp_path / "home" / "config").mkdir(parents=True)
        (tmp_path / "home" / "config" / "catalog.toml").write_text(entries, "utf-8")
        (tmp_path / "store").mkdir()
        write_settings(StoreSettings(folder=str(tmp_path / "store")))
        yield hub


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def downloads(hub: Hub, heard: Heard) -> Iterator[Downloads]:
    made = Downloads(heard)  # type: ignore[arg-type]
    yield made
    hub.released.set()
    made.close(_LIMIT)


def _condition(model: str) -> str:
    store = Store.default()
    return store.state_of(store.catalog.get(model)).condition


def _stall(hub: Hub, model: str) -> None:
    hub.trouble(f"/{model}/", stall=100_000)


def test_a_download_ends_installed(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    downloads.handle(Download(model="second"))
    done = heard.wait("second", "done")
    assert (done.done, done.total) == (400_000, 400_000)
    assert _condition("second") == "installed"
    path = Store.default().file_of("second", "weights.bin")
    assert path.read_bytes() == hub.files["second/weights.bin"]


def test_the_licence_comes_first_and_is_remembered(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    downloads.handle(Download(model="first"))
    failed = heard.wait("first", "failed")
    assert failed.failure is not None
    assert "Test licence" in failed.failure.what
    assert hub.requests == []
    downloads.handle(Download(model="first", accept_licence=True))
    heard.wait("first", "done")
    assert read_settings().accepted == ("first",)


def test_pause_keeps_what_arrived_and_resume_goes_on_there(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    _stall(hub, "second")
    downloads.handle(Download(model="second"))
    _until(lambda: any(state.done >= 100_000 for state in heard.states))
    downloads.handle(Download(model="second", action="pause"))
    assert heard.wait("second", "paused").done == 100_000
    assert _condition("second") == "partial"
    downloads.handle(Download(model="second", action="resume"))
    heard.wait("second", "done")
    assert [request.first_byte for request in hub.bodies_sent("weights.bin")] == [0, 100_000]


def test_a_paused_download_makes_room_for_another(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    _stall(hub, "first")
    downloads.handle(Download(model="first", accept_licence=True))
    _until(lambda: any(state.done >= 100_000 for state in heard.states))
    downloads.handle(Download(model="second"))
    assert heard.wait("second", "waiting").model == "second"
    downloads.handle(Download(model="first", action="pause"))
    heard.wait("second", "done")
    assert heard.phases("first")[-1] == "paused"
    downloads.handle(Download(model="first", action="resume"))
    heard.wait("first", "done")
    assert [request.first_byte for request in hub.bodies_sent("first/weights.bin")] == [0, 100_000]


def test_cancel_while_it_runs_and_while_it_waits(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    _stall(hub, "first")
    downloads.handle(Download(model="first", accept_licence=True))
    downloads.handle(Download(model="second"))
    heard.wait("second", "waiting")
    downloads.handle(Download(model="second", action="cancel"))
    heard.wait("second", "cancelled")
    _until(lambda: any(state.done >= 100_000 for state in heard.states))
    downloads.handle(Download(model="first", action="cancel"))
    heard.wait("first", "cancelled")
    assert _condition("first") == "partial"
    assert hub.bodies_sent("second/weights.bin") == []


def test_an_unknown_model_is_a_failure(downloads: Downloads, heard: Heard) -> None:
    downloads.handle(Download(model="third"))
    failed = heard.wait("third", "failed")
    assert failed.failure is not None
    assert "third" in failed.failure.what


def test_offline_asks_nothing_of_the_network(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    answers = ModelAnswers(Network(), downloads)
    states = answers(AllowDownloads(allowed=False)).reply
    assert isinstance(states, ModelStates)
    assert states.store.offline
    downloads.handle(Download(model="second"))
    failed = heard.wait("second", "failed")
    assert failed.failure is not None
    assert "Offline" in failed.failure.what
    assert hub.requests == []
    answers(AllowDownloads(allowed=True))
    downloads.handle(Download(model="second"))
    heard.wait("second", "done")


def test_forbidding_downloads_pauses_the_one_that_runs(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    answers = ModelAnswers(Network(), downloads)
    _stall(hub, "second")
    downloads.handle(Download(model="second"))
    _until(lambda: any(state.done >= 100_000 for state in heard.states))
    answers(AllowDownloads(allowed=False))
    heard.wait("second", "paused")
    downloads.handle(Download(model="second", action="resume"))
    heard.wait("second", "failed")
    assert len(hub.bodies_sent("weights.bin")) == 1


def test_what_the_environment_forbids_stays_forbidden(
    downloads: Downloads, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    answers = ModelAnswers(Network(), downloads)
    with pytest.raises(PortraitsError, match="HF_HUB_OFFLINE"):
        answers(AllowDownloads(allowed=True))


def test_folders_and_the_store(downloads: Downloads, hub: Hub, tmp_path: Path) -> None:
    answers = ModelAnswers(Network(), downloads)
    other, new = tmp_path / "other", tmp_path / "new"
    other.mkdir()
    new.mkdir()
    reply = answers(AddModelFolder(path=str(other))).reply
    assert isinstance(reply, ModelStates)
    assert reply.store.added == (str(other),)
    reply = answers(ForgetModelFolder(path=str(other))).reply
    assert isinstance(reply, ModelStates)
    assert reply.store.added == ()
    reply = answers(UseStore(path=str(new))).reply
    assert isinstance(reply, ModelStates)
    assert reply.store.folder == str(new)
    assert reply.store.added == (str(tmp_path / "store"),)
    with pytest.raises(PortraitsError, match="not a folder"):
        answers(AddModelFolder(path=str(tmp_path / "nowhere")))


def test_removing(downloads: Downloads, heard: Heard, hub: Hub) -> None:
    answers = ModelAnswers(Network(), downloads)
    downloads.handle(Download(model="second"))
    heard.wait("second", "done")
    _until(lambda: not downloads.concerns("second"))
    answers(RemoveModel(model="second"))
    reply = answers(ListModels()).reply
    assert isinstance(reply, ModelStates)
    assert {state.id: state.condition for state in reply.models}["second"] == "missing"
    _stall(hub, "second")
    downloads.handle(Download(model="second"))
    _until(lambda: downloads.concerns("second"))
    with pytest.raises(PortraitsError, match="being downloaded"):
        answers(RemoveModel(model="second"))
