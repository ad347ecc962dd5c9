"""The editor in the window: what opens it, its commands, its page, and landmarks for morph jobs."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.create.morph_panel import MorphPanel
from desktop.landmarks.commands import LANDMARK_ACTIONS
from desktop.shell.actions import ACTIONS
from engine.project.folder import resolve
from engine.project.landmarks import read_landmarks
from engine.protocol.jobs import MorphJob
from tests.desktop.helpers import QUIET, a_window, with_pictures
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.helpers import a_face

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_every_command_of_the_editor_does_something(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    page = editor.page
    monkeypatch.setattr(page, "detect_again", lambda *_: None)
    monkeypatch.setattr(page, "export_file", lambda: None)
    monkeypatch.setattr(page, "import_file", lambda: None)
    monkeypatch.setattr("desktop.landmarks.page.ask", lambda *_args, **_more: "replace")
    handlers = page.handlers()
    keys = {spec.key.removeprefix("landmarks.") for spec in LANDMARK_ACTIONS if spec.scope}
    assert keys == set(handlers)
    editor.session.selection.choose([4])
    for key in sorted(keys - {"done"}):
        page.handlers()[key]()
    page.preview.stop()


def test_texts_and_shortcuts_are_unique() -> None:
    keys = [keys for spec in (*LANDMARK_ACTIONS, *ACTIONS) if spec.scope in ("", "landmarks") for keys in spec.keys]
    assert len(keys) == len(set(keys))
    texts = [spec.text for spec in (*LANDMARK_ACTIONS, *ACTIONS)]
    assert len(texts) == len(set(texts))


def test_keys_do_everything_without_a_mouse(editor: Editor) -> None:
    page, selection = editor.page, editor.session.selection
    page.canvases[0].setFocus()
    page.handlers()["next"]()
    assert selection.current == 0
    page.handlers()["previous"]()
    assert selection.current == 477
    selection.choose_region("left_eye")
    page.handlers()["lock"]()
    assert selection.locked_regions == {"left_eye"}
    page.handlers()["lock"]()
    assert not selection.locked_regions
    QTest.keyClick(page.canvases[0], Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    face = editor.session.sides[0].face
    assert face is not None
    assert face.moved.sum() == 16
    selection.choose([263])
    page.handlers()["reset_region"]()
    assert not editor.session.sides[0].face.edited  # type: ignore[union-attr]
    page.handlers()["other_side"]()
    assert page.side == 1
    page.handlers()["add_key"]()
    assert len(selection.keys) == 1
    page.handlers()["delete"]()
    assert not selection.key_ids


def test_chosen_pictures_are_opened_and_done_leads_back(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        ids = with_pictures(window, qtbot, tmp_path, "anna", "ben")
        monitor = window.landmarks
        window.gallery.choose(ids)
        # The scripted engine of the window knows no faces: opening must not need an answer.
        window.landmarks.page().session.engine.ask = lambda *_: 0  # type: ignore[method-assign]
        window.correct_landmarks()
        assert window.pages.currentWidget() is monitor.place
        assert [side.item_id for side in monitor.page().session.sides] == list(ids)
        assert window.docks.visible() == ()
        monitor.page().done.emit()
        assert window.pages.currentWidget() is window.viewer_page
        assert "gallery" in window.docks.visible()
        window.arrangement.choose_area("landmarks")
        window.arrangement.toggle_queue()
        window.arrangement.toggle_queue()
        assert window.pages.currentWidget() is monitor.place


def test_a_morph_job_gets_the_corrected_landmarks(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        ids = with_pictures(window, qtbot, tmp_path, "anna", "ben")
        document = window.services.document
        window.landmarks.page().session.engine.ask = lambda *_: 0  # type: ignore[method-assign]
        assert window.landmarks.open_pictures(ids)
        face = a_face(side=64)
        points = face.points.copy()
        points[4] += np.array((2.0, 1.0))
        window.landmarks.page().session.store(1, "Move", face.with_points(points))
        items = document.project.media_by_id()
        paths = [str(resolve(document.path, items[each])) for each in ids]
        panel = window.create_pane.panel("morph")
        assert isinstance(panel, MorphPanel)
        panel.set_pictures(paths)
        job = panel.make_job("out.mp4")
        assert isinstance(job, MorphJob)
        (source,) = job.landmark_files
        assert Path(source.path).name == f"{Path(paths[1]).name}.landmarks.json"
        assert read_landmarks(Path(source.path)).moved == (4,)
        assert panel.make_job("out.mp4") == job, "asked for again, it is the same file"
        window.arrangement.choose_area("film")
        assert window.landmarks.open_paths(paths)
        assert window.arrangement.queue_shown() is False
        assert window.pages.currentWidget() is window.landmarks.place
