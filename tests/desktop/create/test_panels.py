"""The panels: linked length, order of pictures, seeds, presets, and what is said before the button."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.create.morph_panel import MorphPanel
from desktop.create.pane import PANELS
from desktop.create.voice_panel import VoicePanel
from desktop.window import MainWindow
from engine.protocol.jobs import MorphJob, VoiceJob
from engine.protocol.queries import Estimate
from tests.desktop.create.helpers import a_bench
from tests.desktop.helpers import QUIET, a_window, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _morph(window: MainWindow) -> MorphPanel:
    window.project.new()
    window.open_panel("morph")
    panel = window.create_pane.current()
    assert isinstance(panel, MorphPanel)
    return panel


def test_seconds_and_frames_follow_one_another(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        panel = _morph(window)
        assert panel.length.seconds.value() == 1.5
        panel.length.seconds.setValue(2.2)
        assert panel.form.editor("morph_frames").value() == 53
        panel.form.set_values({"morph_frames": 12})
        assert panel.length.seconds.value() == 0.5
        panel.form.set_values({"fps": "12"})
        assert panel.length.seconds.value() == 1.0
        assert panel.length.frames_box.label.text() == "Frames at 12 fps"


def test_the_length_of_the_movie_is_said_before(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        panel = _morph(window)
        panel.set_pictures([str(make_picture(tmp_path, name)) for name in ("a", "b", "c")])
        # N + (N - 1) * M frames, and the holds at both ends.
        assert panel.frames() == 3 + 2 * 36 + 6 + 6
        assert panel.total.text() == "87 frames · 0:04"


def test_the_order_of_pictures_changes_by_key_and_by_button(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        panel = _morph(window)
        field = panel.pictures
        panel.set_pictures([str(make_picture(tmp_path, name)) for name in ("a", "b", "c")])
        qtbot.waitUntil(window.isActiveWindow)
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert field.names() == ("b", "a", "c")
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        assert field.names() == ("b", "c")
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.swap_rect().center())
        assert field.names() == ("c", "b")


def test_pictures_can_be_dropped_on_the_panel(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        panel = _morph(window)
        files = [make_picture(tmp_path, "a"), make_picture(tmp_path, "b"), tmp_path / "notes.txt"]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        panel.pictures.dropEvent(
            QDropEvent(
                QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            )
        )
        assert panel.pictures.names() == ("a", "b")


def test_does_not_fit_is_said_with_a_way_out_and_does_not_block(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        panel = _morph(window)
        pictures = [str(make_picture(tmp_path, name)) for name in ("a", "b")]
        panel.set_pictures(pictures)
        small = panel.make_job("x.mp4")
        assert isinstance(small, MorphJob)
        link.estimate = Estimate(
            fit="does_not_fit",
            memory=20 * 2**30,
            memory_available=12 * 2**30,
            disk=0,
            advice="Half the frames fit.",
            retry=replace(small, morph_frames=18),
        )
        panel.form.set_values({"morph_frames": 400})
        qtbot.waitUntil(lambda: panel.estimate.mark.text() == "Does not fit")
        assert panel.start_button.isEnabled()
        assert panel.estimate.advice.text() == "Half the frames fit."
        qtbot.mouseClick(panel.estimate.take, Qt.MouseButton.LeftButton)
        assert panel.form.editor("morph_frames").value() == 18


def test_curves_are_chosen_and_drawn(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        panel = _morph(window)
        panel.set_pictures([str(make_picture(tmp_path, name)) for name in ("a", "b")])
        qtbot.mouseClick(panel.curves.presets["linear"], Qt.MouseButton.LeftButton)
        panel.curves.which.chosen.emit("settings.colour")
        qtbot.mouseClick(panel.curves.presets["ease_in"], Qt.MouseButton.LeftButton)
        canvas = panel.curves.canvas
        canvas.setFocus()
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
        job = panel.make_job("x.mp4")
        assert isinstance(job, MorphJob)
        assert job.settings.shape.kind == "linear"
        assert job.settings.colour.kind == "points"
        assert job.settings.colour.points[1][1] > 0.0625


def test_a_preset_brings_its_values_back(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        panel = _morph(window)
        panel.form.set_values({"morph_frames": 99, "repeat": "loop"})
        panel.presets.keep("Slow loop")
        panel.form.reset()
        assert panel.form.editor("morph_frames").value() == 36
        panel.presets.choice.setCurrentIndex(panel.presets.choice.findData("Slow loop"))
        panel.presets.choice.activated.emit(panel.presets.choice.currentIndex())
        assert panel.form.editor("morph_frames").value() == 99
        assert panel.form.editor("repeat").value() == "loop"


@pytest.mark.parametrize(("way", "seeds"), [("fixed", [5, 5]), ("increment", [5, 6])])
def test_the_seed_goes_on_as_chosen(qtbot, tmp_path: Path, way: str, seeds: list[int]) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.open_panel("voice")
        panel = window.create_pane.current()
        assert isinstance(panel, VoicePanel)
        panel.text.setPlainText("One.")
        panel.form.set_values({"seed": 5})
        assert panel.seed is not None
        panel.seed.way.set_value(way)
        panel.start()
        panel.start()
        jobs = [entry.job for entry in window.services.queue.entries()]
        assert [job.seed for job in jobs if isinstance(job, VoiceJob)] == seeds
        assert len({job.output for job in jobs if isinstance(job, VoiceJob)}) == 2


class _Shown(QObject):
    """Notes widgets that are shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_panel_is_shown_before_it_has_a_place(qapp, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Such a part would open a window for a moment, and the real one would lose the keyboard."""
    with a_bench(tmp_path) as bench:
        shown = _Shown()
        qapp.installEventFilter(shown)
        for spec in PANELS:
            bench.pane.open(spec.key)
        qtbot.wait(20)
        qapp.removeEventFilter(shown)
        assert shown.windows == []
