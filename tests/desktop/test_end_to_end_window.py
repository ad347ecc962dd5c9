"""The real window with the real engine: from dropped pictures to a saved project that is opened again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.create.morph_panel import MorphPanel
from desktop.state.queue_entry import JobState
from desktop.window import MainWindow
from engine.project import store
from resources import path as resource
from tests.desktop.helpers import QUIET
from tests.desktop.real_window import LIMIT_MS, a_real_window, drop

pytestmark = pytest.mark.qt_log_ignore(
    QUIET,
    # The player opens the movie for real; a computer without sound service and graphics says so.
    "pipewire",
    "PulseAudioService",
    "No RHI backend",
)


@pytest.fixture
def window(qapp: QApplication, qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_real_window(tmp_path / "home", qtbot) as made:
        yield made


def _set(panel: MorphPanel, **values: object) -> None:
    for name, value in values.items():
        editor = panel.form.editor(name)
        editor.set_value(value)
        editor.changed.emit()


def _states(window: MainWindow) -> list[JobState]:
    return [entry.state for entry in window.services.queue.entries()]


def test_from_dropped_pictures_to_a_saved_project(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, queue = window.services.document, window.services.queue
    drop(window, sorted(resource("samples", "portraits").glob("*.jpg"))[:2])
    qtbot.waitUntil(lambda: len(document.project.media) == 2, timeout=LIMIT_MS)
    assert not window.welcome.isVisible()
    pictures = tuple(item.id for item in document.project.media)

    window.gallery.choose(pictures)
    qtbot.mouseClick(window.gallery.morph_button, Qt.MouseButton.LeftButton)
    panel = window.create_pane.current()
    assert isinstance(panel, MorphPanel)
    assert len(panel.pictures.paths()) == 2
    _set(panel, width=128, height=128, morph_frames=2000)
    # The button shows what the engine thinks of it before it is pressed.
    qtbot.waitUntil(lambda: panel.estimate.mark.text() == "Fits", timeout=LIMIT_MS)
    qtbot.mouseClick(panel.start_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(queue.previewed, timeout=LIMIT_MS):
        pass
    window.actions_.run("job.stop")
    qtbot.waitUntil(lambda: _states(window) == [JobState.CANCELLED], timeout=LIMIT_MS)
    assert list(window._results_folder().iterdir()) == [], "half a movie was left behind"

    _set(panel, morph_frames=6, hold_first=1, hold_last=1)
    qtbot.mouseClick(panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _states(window).count(JobState.DONE) == 1, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: len(document.project.media) == 3, timeout=LIMIT_MS)
    assert [item.kind for item in window.gallery.chosen()] == ["movie"]
    movie = window.gallery.chosen()[0]
    assert (movie.width, movie.height) == (128, 128)
    assert '"morph_frames":6' in movie.recipe
    assert window.viewer.item is not None
    assert window.viewer.item.item_id == movie.item_id

    chosen = tmp_path / "films" / "Two faces.portraits"
    chosen.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(chosen), ""))
    with qtbot.waitSignal(document.saved, timeout=LIMIT_MS):
        window.actions_.run("file.save")
    assert not document.dirty
    assert window.bar.saved.text() == "Saved"
    saved = document.project
    assert store.load(chosen) == saved

    window.actions_.run("file.close")
    assert window.welcome.isVisible()
    assert document.project.media == ()
    window.files.take((chosen,))
    assert document.project == saved
    qtbot.waitUntil(lambda: window.gallery.model.rowCount() == 3, timeout=LIMIT_MS)
    found = window.gallery.model.item(window.gallery.model.row_of(movie.item_id))
    assert found is not None
    assert Path(found.path).is_file(), "the movie did not come along"
    assert not found.missing
    window.gallery.choose((movie.item_id,))
    window.actions_.run("gallery.reuse")
    assert panel.form.editor("morph_frames").value() == 6
