"""The real window, engine and tiny models: a motion is corrected, saved, sent through tokens, and drives a picture."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from desktop.create.animate_panel import AnimatePanel
from desktop.link import EngineLink, EngineState
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.queue_entry import JobState
from desktop.state.settings import Settings
from desktop.widgets.theme import Mode, theme
from desktop.window import MainWindow
from engine.animation.motion_file import read_motion, write_motion
from engine.media.pictures import write_picture
from engine.models.settings import StoreSettings, settings_file, write_settings
from tests.desktop.helpers import QUIET
from tests.helpers.media import gradient
from tests.helpers.motion import dance
from tests.helpers.tiny_mtvcrafter import tiny_store

pytestmark = pytest.mark.qt_log_ignore(QUIET, "pipewire", "PulseAudioService", "No RHI backend")

_LIMIT_MS = 240_000


@pytest.fixture
def window(qapp: QApplication, qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    """Give the window as the application builds it, with an engine whose store has the tiny models."""
    folder = tiny_store(tmp_path / "models")
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    write_settings(StoreSettings(added=(str(folder),), offline=True))
    home = tmp_path / "home"
    paths = Paths(home / "config", home / "data", home / "cache", home / "logs", home / "documents")
    theme().set_look(mode=Mode.DARK, reduced_motion=True)
    settings = Settings(paths.settings_file)
    engine = EngineLink(paths.engine_log, settings=settings.for_engine())
    book = LogBook()
    services = Services.make(paths, settings, engine, book)
    made = MainWindow(services)
    made.show()
    engine.start()
    qtbot.waitUntil(lambda: engine.status.state is EngineState.READY, timeout=_LIMIT_MS)
    yield made
    made.viewer.player.unload()
    made.hide()
    services.document.close()
    services.close()
    book.close()
    made.deleteLater()
    settings_file().unlink()


def test_from_a_motion_file_to_an_animation_in_the_gallery(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    document, queue = window.services.document, window.services.queue
    rough = dance(49).joints + np.random.default_rng(0).normal(0, 6, (49, 24, 3)).astype(np.float32)
    write_motion(tmp_path / "Walk.motion.npz", dance(49).with_joints(rough))
    write_picture(tmp_path / "anna.png", gradient(96, 80), overwrite=False, text=None)
    window.project.new()
    window.actions_.run("area.motion")
    page = window.motion.page()
    page.commands.import_files((tmp_path / "Walk.motion.npz",))
    qtbot.waitUntil(lambda: len(document.project.media) == 1, timeout=_LIMIT_MS)

    # Viewer and curves.
    page.library.list.choose(page.library.list.entries()[0].path)
    qtbot.waitUntil(lambda: page.session.take is not None, timeout=_LIMIT_MS)
    opened = page.session.take
    page.curves.smooth.setValue(70)
    qtbot.waitUntil(lambda: page.session.take is not opened, timeout=_LIMIT_MS)
    page.session.move_key(24, (0.0, -40.0, 0.0))
    page.save.click()
    qtbot.waitUntil(lambda: len(document.project.media) == 2, timeout=_LIMIT_MS)
    corrected = page.library.list.entries()[0]
    assert corrected.name == "Walk corrected"
    bend = [np.abs(np.diff(read_motion(e.path).joints, n=2, axis=0)).mean() for e in page.library.list.entries()]
    assert bend[0] < bend[1] / 2

    # Before and after tokens, with the tokenizer of the store.
    qtbot.waitUntil(lambda: window.services.models.known, timeout=_LIMIT_MS)
    page.transport.choose("both")
    assert not page.comparison.missing, page.comparison.problem
    qtbot.waitUntil(lambda: page.comparison.restored is not None, timeout=_LIMIT_MS)
    assert page.transport.told.text().endswith("mm in this frame")
    assert len(document.project.media) == 2, "what is compared is no result"

    # The corrected motion drives a picture.
    page.commands.animate(corrected)
    panel = window.create_pane.current()
    assert isinstance(panel, AnimatePanel)
    assert panel.motion.path() == str(corrected.path)
    panel.set_reference(str(tmp_path / "anna.png"))
    for name, value in {"side": 64, "steps": 2, "device": "cpu", "precision": "float32"}.items():
        editor = panel.form.editor(name)
        editor.set_value(value)
        editor.changed.emit()
    previews: list[object] = []
    queue.previewed.connect(previews.append)
    panel.start_button.click()
    qtbot.waitUntil(lambda: queue.entries()[-1].state not in (JobState.QUEUED, JobState.RUNNING), timeout=_LIMIT_MS)
    ended = queue.entries()[-1]
    assert ended.state is JobState.DONE, ended.failure
    qtbot.waitUntil(lambda: len(document.project.media) == 3, timeout=_LIMIT_MS)
    movie = document.project.media[-1]
    assert (movie.kind, movie.info.frames, movie.info.width) == ("animation", 49, 64)
    assert previews
