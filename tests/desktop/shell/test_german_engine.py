"""What the engine says is German wherever the window shows it, while wire, queue and log stay English."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.diagnostics.stopped import StoppedDialog
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.toast import ToastArea
from desktop.window import MainWindow
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import ImageJob, VoiceJob
from engine.protocol.models import DownloadState, ModelState
from engine.protocol.queries import Estimate
from tests.desktop.helpers import QUIET, AnsweringLink, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)

FULL = Failure(
    code=ErrorCode.DISK_FULL,
    what='The disk is full; "Größe.wav" was not written.',
    safe="No partial file was left.",
    todo="Free some space or choose another folder.",
)
GERMAN = "Der Datenträger ist voll; „Größe.wav“ wurde nicht geschrieben."
TODO = "Platz schaffen oder einen anderen Ordner wählen."


def _shown(root: QWidget) -> str:
    """Return every text that a person sees in a part of the window, tooltips too."""
    parts = (part for part in root.findChildren(QWidget) if part.isVisible())
    texts = ((part.text() if isinstance(part, QLabel | ElidedLabel) else "", part.toolTip()) for part in parts)
    return "\n".join(text for pair in texts for text in pair if text)


def _failed(window: MainWindow, link: AnsweringLink, failure: Failure = FULL) -> str:
    job = VoiceJob(text="Hello.", output="/tmp/x.wav")
    job_id = window.services.queue.add(job, title="Hallo", project=str(window.services.document.path)).job_id
    link.say_started(job_id)
    link.say_failed(job_id, failure)
    return job_id


def test_a_failed_job_in_notice_queue_and_dialog(german: None, qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, link):
        window.project.new()
        job_id = _failed(window, link)
        toasts = window.findChild(ToastArea)
        assert toasts is not None
        assert any(GERMAN in text for text in toasts.messages())
        window.arrangement.toggle_queue()
        qtbot.waitUntil(lambda: f"{GERMAN} {TODO}" in _shown(window.queue))
        entry = window.services.queue.entry(job_id)
        assert entry is not None
        assert entry.failure == FULL, "the queue keeps the engine's own words"
        window.jobs.show_failure(entry)
        dialog = window.findChild(StoppedDialog)
        assert dialog is not None
        assert GERMAN in _shown(dialog)
        assert TODO in _shown(dialog)
        dialog.reject()


def test_a_running_job_its_phase_unit_and_notes(german: None, qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        job = ImageJob(prompt="a", output=str(tmp_path), num_images=2)
        job_id = window.services.queue.add(job, title="Zwei").job_id
        link.say_started(job_id)
        link.say_progress(job_id, "Checking SDXL Turbo, one file", 1.5, 3, "files")
        link.say_note(job_id, "The memory ran out with 4 pictures at once; 2 are made at once now.")
        qtbot.waitUntil(lambda: "SDXL Turbo, eine Datei prüfen · 1,5 von 3 Dateien" in _shown(window.queue))
        assert "Der Speicher reichte nicht für 4 Bilder auf einmal; jetzt entstehen 2 auf einmal." in _shown(
            window.queue
        )


def test_an_estimate_and_its_advice(german: None, qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, link):
        window.project.new()
        link.estimate = Estimate(
            fit="does_not_fit",
            memory=12 * 2**30,
            memory_available=int(8.1 * 2**30),
            disk=11_000_000,
            advice="Run it with 768 x 768 instead of 1024 x 1024 pixels.",
            retry=ImageJob(prompt="a", output="x"),
        )
        window.create_pane.open("image")
        panel = window.create_pane.panel("image")
        panel.estimate.show_estimate(link.estimate)
        assert panel.estimate.advice.text() == "So starten: mit 768 x 768 statt 1024 x 1024 Pixeln."
        assert panel.estimate.figures.text() == "12 von 8,1 GB · 11 MB"


def test_models_with_their_titles_licences_and_failures(german: None, qtbot: Any, tmp_path: Path) -> None:
    model = ModelState(
        id="skyreels-v2-i2v-1.3b",
        title="SkyReels-V2 1.3B from a picture, 540p",
        purpose="Shots that start from a picture; the one for small computers.",
        kinds=("video",),
        condition="partial",
        source="part of the installation (mediapipe)",
        licence="Skywork community licence",
        note="1.2 GB of 6.6 GB have arrived.",
        size=6_600_000_000,
    )
    with a_window(tmp_path) as (window, link):
        link.models = (model,)
        window.services.models.refresh()
        window.side_windows.show_models(model.id)
        models = window.side_windows.models
        assert models is not None
        qtbot.waitUntil(lambda: "SkyReels-V2 1.3B aus Bild, 540p" in _shown(models))
        said = _shown(models)
        assert "Szenen ab einem Bild; das für kleine Rechner." in said
        assert "Skywork-Gemeinschaftslizenz" in said
        assert "1,2 GB von 6,6 GB sind angekommen." in said
        stopped = Failure(
            code=ErrorCode.NETWORK,
            what="The download of Maya1 stopped: the connection was lost or could not be made.",
            safe="What has arrived is kept.",
        )
        link.say_download(DownloadState(model=model.id, phase="failed", failure=stopped))
        qtbot.waitUntil(lambda: "Der Download von Maya1 hielt an: die Verbindung brach ab" in _shown(models))
        models.close()


def test_a_broken_file_is_told_when_it_is_brought(
    german: None, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = Failure(code=ErrorCode.BAD_INPUT, what='"Müll.png" cannot be read: it is not a picture of a known kind.')
    with a_window(tmp_path) as (window, link):
        window.project.new()
        refuse = link.refuse
        monkeypatch.setattr(link, "_reply_to", lambda _query: None)
        monkeypatch.setattr(link, "refuse", lambda query_id, _failure: refuse(query_id, failure))
        broken = tmp_path / "Müll.png"
        broken.write_bytes(b"no picture")
        window.files.take((broken,))
        told = "„Müll.png“ kann nicht gelesen werden: kein Bild bekannter Art."
        qtbot.waitUntil(lambda: told in window.toasts.messages())
