"""The editor in the window: what opens it, its commands, its page, and landmarks for morph jobs."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.create.morph_panel import MorphPanel
from desktop.landmarks.commands import LANDMARK_ACTIONS
from desktop.shell.actions import ACTIONS
from engine.project.clips import MorphClip, StillClip
from engine.project.edit.placing import MORPH, place
from engine.project.folder import resolve
from engine.project.landmarks import read_landmarks
from engine.protocol.jobs import MorphJob
from tests.desktop.helpers import QUIET, a_window, with_pictures
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.helpers import a_face
from tests.desktop.timeline.conftest import Hand

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_every_command_of_the_editor_does_something(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    page = editor.page
    for owner, name in ((page.questions, "detect_again"), (page.questions, "choose_face")):
        monkeypatch.setattr(owner, name, lambda *_: None)
    for name in ("export", "take"):
        monkeypatch.setattr(page.files, name, lambda *_: None)
    monkeypatch.setattr("desktop.landmarks.questions.ask", lambda *_args, **_more: "replace")
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
        window.showing.correct_landmarks()
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


def _with_film(window, ids: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    """Place two pictures with a morph between them, and take the engine away: opening must not need an answer."""
    window.services.document.apply("Place", lambda project: place(project, ids, at=Fraction(0), morph=MORPH))
    window.landmarks.page().session.engine.ask = lambda *_: 0
    window.arrangement.choose_area("film")


def _clip(window, kind: type[MorphClip | StillClip]) -> str:  # type: ignore[no-untyped-def]
    tracks = window.services.document.project.timeline.tracks
    return next(clip.id for track in tracks for clip in track.clips if isinstance(clip, kind))


def test_a_morph_on_the_timeline_opens_its_landmarks_in_every_way(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        ids = with_pictures(window, qtbot, tmp_path, "anna", "ben")
        _with_film(window, ids)
        timeline, morph, session = window.timeline, _clip(window, MorphClip), window.landmarks.page().session
        canvas, action = timeline.canvas, window.actions_["timeline.edit"]

        def double_click() -> None:
            row, clip = next(
                (index, clip) for index, row in enumerate(canvas.rows) for clip in row.track.clips if clip.id == morph
            )
            spot = Hand(timeline).place(float(clip.start + clip.duration / 2), row).toPoint()
            QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

        def key() -> None:
            qtbot.waitUntil(canvas.hasFocus)
            QTest.keyClick(canvas, Qt.Key.Key_E)

        ways = (
            double_click,
            key,
            lambda: timeline.list.opened.emit(morph),
            action.trigger,
            lambda: window.actions_.run("landmarks.open"),
        )
        for way in ways:
            window.arrangement.choose_area("film")
            session.close()
            timeline.selection.choose([morph])
            canvas.setFocus()
            assert action.text() == "Correct the morph's landmarks"
            way()
            assert window.pages.currentWidget() is window.landmarks.place
            assert [side.item_id for side in session.sides] == list(ids)


def test_a_still_on_the_timeline_opens_its_picture_and_e_shows_what_made_it(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        ids = with_pictures(window, qtbot, tmp_path, "anna", "ben")
        _with_film(window, ids)
        still = _clip(window, StillClip)
        window.timeline.selection.choose([still])
        window.timeline.canvas.setFocus()
        assert window.actions_["timeline.edit"].text() == "Edit what made the clip"
        window.actions_["timeline.edit"].trigger()
        assert window.pages.currentWidget() is not window.landmarks.place
        assert [item.item_id for item in window.gallery.chosen()] == [ids[0]]
        window.timeline.canvas.setFocus()
        window.actions_.run("landmarks.open")
        assert [side.item_id for side in window.landmarks.page().session.sides] == [ids[0]]


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
