"""A panel whose model is not here says so, offers the download, and shows how it goes on."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.create.animate_panel import AnimatePanel
from desktop.create.image_panel import ImagePanel
from desktop.create.morph_panel import MorphPanel
from desktop.create.voice_panel import VoicePanel
from desktop.models import dialogs
from engine.protocol.devices import StoreState
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.models import DownloadState
from tests.desktop.create.helpers import a_bench, a_card, a_model
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.mark.parametrize(("gibibytes", "word"), [(24, "Fits"), (9, "Tight"), (6, "Does not fit")])
def test_a_missing_model_is_told_with_size_licence_and_fit(qtbot, tmp_path: Path, gibibytes: int, word: str) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        bench.link.become_ready(a_card(gibibytes))
        panel = bench.open("image", ImagePanel)
        bench.show_models(qtbot, a_model("sdxl-turbo", "SDXL Turbo", here=False))
        assert not panel.models.card.isHidden()
        assert panel.models.what.text() == "SDXL Turbo is not here yet"
        assert panel.models.fit.text() == word
        assert "7.0 GB to download" in panel.models.facts.text()
        assert "non-commercial" in panel.models.facts.text()
        panel.prompt.words.setPlainText("a face")
        assert panel.estimate.mark.text() == "SDXL Turbo is not here yet"
        panel.start()
        assert bench.queue.entries() == ()


def test_the_download_starts_from_the_panel_and_shows_there(qtbot, tmp_path: Path, monkeypatch: Any) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(dialogs, "accepts_licence", lambda _parent, _model: True)
    with a_bench(tmp_path) as bench:
        bench.link.store = StoreState(folder="/store", offline=False)
        panel = bench.open("image", ImagePanel)
        bench.show_models(qtbot, a_model("sdxl-turbo", "SDXL Turbo", here=False, must_accept=True))
        qtbot.mouseClick(panel.models.get, Qt.MouseButton.LeftButton)
        assert bench.link.downloads == [("sdxl-turbo", "start", True)]
        bench.link.say_download(
            DownloadState(model="sdxl-turbo", phase="downloading", done=10**9, total=7 * 10**9, rate=5e7, remaining=120)
        )
        assert not panel.models.get.isVisible()
        assert panel.models.amount.text() == "1.0 of 7.0 GB · 50 MB/s · 2 min left"
        qtbot.mouseClick(panel.models.pause, Qt.MouseButton.LeftButton)
        assert bench.link.downloads[-1][:2] == ("sdxl-turbo", "pause")
        bench.link.say_download(DownloadState(model="sdxl-turbo", phase="paused", done=10**9, total=7 * 10**9))
        qtbot.mouseClick(panel.models.pause, Qt.MouseButton.LeftButton)
        assert bench.link.downloads[-1][:2] == ("sdxl-turbo", "resume")
        bench.link.models = (a_model("sdxl-turbo", "SDXL Turbo", here=True),)
        bench.link.say_download(DownloadState(model="sdxl-turbo", phase="done"))
        qtbot.waitUntil(panel.models.card.isHidden)
        assert panel.models.line.text() == "Installed · 7.0 GB · licence: non-commercial"


def test_a_licence_that_is_not_accepted_starts_nothing(qtbot, tmp_path: Path, monkeypatch: Any) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(dialogs, "accepts_licence", lambda _parent, _model: False)
    with a_bench(tmp_path) as bench:
        bench.link.store = StoreState(folder="/store", offline=False)
        panel = bench.open("image", ImagePanel)
        bench.show_models(qtbot, a_model("sdxl-turbo", "SDXL Turbo", here=False, must_accept=True))
        panel.models.download()
        assert bench.link.downloads == []


def test_offline_is_asked_about_first(qtbot, tmp_path: Path, monkeypatch: Any) -> None:  # type: ignore[no-untyped-def]
    answers = [False, True]
    monkeypatch.setattr(dialogs, "allows_downloads", lambda _parent: answers.pop(0))
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        bench.show_models(qtbot, a_model("sdxl-turbo", "SDXL Turbo", here=False))
        panel.models.download()
        assert bench.link.downloads == []
        panel.models.download()
        qtbot.waitUntil(lambda: bench.link.downloads == [("sdxl-turbo", "start", False)])


def test_a_stopped_download_says_why_and_can_go_on(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        bench.show_models(qtbot, a_model("sdxl-turbo", "SDXL Turbo", here=False))
        failure = Failure(
            code=ErrorCode.NOT_AVAILABLE, what="The connection was lost.", safe="What has arrived is kept."
        )
        bench.link.say_download(DownloadState(model="sdxl-turbo", phase="failed", failure=failure))
        assert panel.models.problem.text() == "The connection was lost. What has arrived is kept."
        assert not panel.models.get.isHidden()


def test_everything_that_belongs_to_it_comes_with_it(qtbot, tmp_path: Path, monkeypatch: Any) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(dialogs, "accepts_licence", lambda _parent, _model: True)
    with a_bench(tmp_path) as bench:
        bench.link.store = StoreState(folder="/store", offline=False)
        panel = bench.open("animate", AnimatePanel)
        bench.show_models(
            qtbot,
            a_model("mvdit-7b", "MV-DiT 7B", here=False, kind="animate"),
            a_model("mtvcrafter-4dmot", "4DMoT", here=True, kind="animate"),
            a_model("cogvideox-5b-parts", "Decoder", here=False, kind="animate", must_accept=True),
        )
        assert "With it come Decoder." in panel.models.facts.text()
        panel.models.download()
        assert bench.link.downloads == [("mvdit-7b", "start", False), ("cogvideox-5b-parts", "start", True)]


def test_morph_and_built_in_voice_need_nothing(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        morph = bench.open("morph", MorphPanel)
        voice = bench.open("voice", VoicePanel)
        bench.show_models(
            qtbot,
            a_model("maya1", "Maya1", here=False, kind="voice"),
            a_model("maya1-tokenizer", "Maya1 tokenizer", here=True, kind="voice"),
            a_model("snac-24khz", "SNAC", here=False, kind="voice"),
        )
        assert morph.models.isHidden()
        assert voice.models.isHidden()
        voice.text.setPlainText("Hello.")
        voice.start()
        assert len(bench.queue.entries()) == 1
        voice.form.set_values({"engine": "maya1"})
        assert voice.models.sentence() == "Maya1 is not here yet"
        voice.form.set_values({"server": "http://localhost:8000"})
        assert voice.models.sentence() == "SNAC is not here yet"
