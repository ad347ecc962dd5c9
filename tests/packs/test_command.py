"""``portraits-engine pack``, and packs among the models of the window."""

import json
import sys
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from engine.commands.pack import pack
from engine.host.downloads import Downloads
from engine.host.model_answers import ModelAnswers
from engine.host.network import Network
from engine.packs.active import packs_folder
from engine.protocol.messages import Download, DownloadReport
from engine.protocol.queries import ListModels, ModelStates, RemoveModel
from tests.helpers.waiting import wait_until
from tests.packs.conftest import Release


class Outbox:
    """Keeps what would be sent to the window."""

    def __init__(self) -> None:
        self.phases: list[str] = []

    def put(self, message: object, *_payload: bytes) -> None:
        if isinstance(message, DownloadReport):
            self.phases.append(message.state.phase)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(pack, [str(argument) for argument in arguments])


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


@pytest.fixture
def listed(release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The installed application's own list, with the stand-in."""
    path = tmp_path / "packs.json"
    path.write_bytes(msgspec.json.encode({"packs": list(release.offer("1.0").packs)}))
    monkeypatch.setattr("engine.packs.listing.LIST", path)
    monkeypatch.setattr("engine.packs.listing.read_list.__defaults__", (path,))
    return path


def test_a_copy_from_source_has_no_packs(release: Release, tmp_path: Path) -> None:
    for words in (("info",), ("install", "standin"), ("remove", "standin")):
        result = run(*words)
        assert result.exit_code == 1
        assert "pip" in result.stderr
    assert not packs_folder().exists()


@pytest.mark.usefixtures("frozen")
def test_info_install_and_remove(listed: Path) -> None:
    assert "standin" in run("info").stdout
    refused = run("install", "standin")
    assert refused.exit_code == 2
    assert "--accept-licence" in refused.stderr
    result = run("install", "standin", "--accept-licence", "--json")
    assert result.exit_code == 0
    done = json.loads(result.stdout.splitlines()[-1])
    assert done["type"] == "installed"
    assert Path(done["path"]).parent == packs_folder()
    assert "installed" in run("info").stdout
    assert "removed" in run("remove", "standin").stdout
    assert "not here" in run("info").stdout


@pytest.mark.usefixtures("frozen")
def test_an_unknown_pack_is_refused_with_the_known_ones(listed: Path) -> None:
    result = run("install", "rocm")
    assert result.exit_code == 1
    assert "standin" in result.stderr


@pytest.mark.usefixtures("frozen")
def test_the_window_sees_fetches_and_removes_a_pack_like_a_model(listed: Path) -> None:
    outbox = Outbox()
    downloads = Downloads(outbox)  # type: ignore[arg-type]
    answers = ModelAnswers(Network(), downloads)

    def condition() -> str:
        reply = answers(ListModels()).reply
        assert isinstance(reply, ModelStates)
        return next(model.condition for model in reply.models if model.id == "standin")

    assert condition() == "missing"
    downloads.handle(Download(model="standin", accept_licence=True))
    wait_until(lambda: bool(outbox.phases) and outbox.phases[-1] in ("done", "failed"), "the end of the download")
    assert outbox.phases[-1] == "done"
    wait_until(lambda: not downloads.concerns("standin"), "the thread of the downloads")
    assert condition() == "installed"
    answers(RemoveModel(model="standin"))
    assert condition() == "missing"
    downloads.close(5)
