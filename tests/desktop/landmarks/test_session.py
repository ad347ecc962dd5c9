"""Opening, detecting again, placing by hand, and what is kept in the project."""

from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.landmarks.changes import set_landmarks
from desktop.landmarks.problems import find_problems
from engine.project.clips import MorphClip, StillClip
from engine.project.landmarks import LANDMARK_COUNT
from engine.project.schema import Project
from engine.project.timeline import Track
from engine.protocol.queries import DetectFaces, MorphFrames
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.helpers import DETECTOR, SIDE, a_face, ready

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _keys(problems: object) -> list[str]:
    return [each.key for each in problems]  # type: ignore[attr-defined]


def _film(project: Project) -> Project:
    clips = (
        StillClip(id="s0", start=Fraction(0), duration=Fraction(1), media="item0"),
        MorphClip(id="m", start=Fraction(1), duration=Fraction(2)),
        StillClip(id="s1", start=Fraction(3), duration=Fraction(1), media="item1"),
    )
    track = Track(id="t", kind="picture", clips=clips)
    return replace(project, timeline=replace(project.timeline, tracks=(track,)))


def test_a_morph_of_the_timeline_opens_its_two_pictures(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    bare.document.apply("Film", _film)
    assert bare.session.open_morph("m")
    assert [side.item_id for side in bare.session.sides] == ["item0", "item1"]
    ready(qtbot, bare.session)
    bare.session.selection.choose([4])
    bare.page.edits.moves.nudge(1, 3, 0)
    media = bare.document.project.media
    assert media[0].landmarks is None
    assert media[1].landmarks is not None
    assert not bare.session.open_morph("s0")
    assert not bare.session.open_pictures("nobody")


def test_landmarks_that_a_morph_has_for_itself_are_edited_there(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    own = a_face(scale=0.9).landmarks()

    def film(project: Project) -> Project:
        project = _film(project)
        (track,) = project.timeline.tracks
        clips = tuple(replace(clip, second_landmarks=own) if clip.id == "m" else clip for clip in track.clips)
        return replace(project, timeline=replace(project.timeline, tracks=(replace(track, clips=clips),)))

    bare.document.apply("Film", film)
    bare.session.open_morph("m")
    ready(qtbot, bare.session)
    bare.session.selection.choose([4])
    bare.page.edits.moves.nudge(1, 3, 0)
    clip = bare.document.project.timeline.tracks[0].clips[1]
    assert isinstance(clip, MorphClip)
    assert clip.second_landmarks is not None
    assert clip.second_landmarks.moved == (4,)
    assert bare.document.project.media[1].landmarks is None


def test_edited_points_are_stored_with_the_detector_and_come_back(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    editor.session.selection.choose([4, 5])
    editor.page.edits.moves.nudge(0, 2, 1)
    stored = editor.document.project.media[0].landmarks
    assert stored is not None
    assert (stored.detector, stored.detector_version) == DETECTOR
    assert stored.moved == (4, 5)
    editor.session.open_pictures(editor.ids[0])
    ready(qtbot, editor.session)
    face = editor.session.sides[0].face
    assert face is not None
    assert np.flatnonzero(face.moved).tolist() == [4, 5]
    editor.page.edits.repairs.reset_all(0)
    assert not editor.session.sides[0].face.edited  # type: ignore[union-attr]


def test_detecting_again_never_replaces_edited_points_without_asking(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    editor.session.selection.choose([4])
    editor.page.edits.moves.nudge(0, 5, 5)
    mine = editor.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    offered: list[tuple[int, int]] = []
    editor.session.detection.offered.disconnect(editor.page.questions.offer_faces)
    editor.session.detection.offered.connect(lambda side, faces: offered.append((side, len(faces))))
    editor.link.found["anna.png"] = [a_face(scale=1.1)]
    editor.session.detection.detect(0, 0.2, again=True)
    qtbot.waitUntil(lambda: bool(offered))
    assert offered == [(0, 1)]
    assert (editor.session.sides[0].face.points == mine).all()  # type: ignore[union-attr]
    query = [query for _, query in editor.link.asked if isinstance(query, DetectFaces)][-1]
    assert (query.confidence, query.crop) == (0.2, None)
    editor.session.take_face(0, editor.session.sides[0].faces[0])  # type: ignore[index]
    assert editor.session.sides[0].face.points == pytest.approx(a_face(scale=1.1).points)  # type: ignore[union-attr]
    editor.document.undo.undo()
    assert (editor.session.sides[0].face.points == mine).all()  # type: ignore[union-attr]


def test_points_nobody_edited_are_replaced_by_a_new_detection_on_a_crop(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    editor.link.found["ben.png"] = [a_face(scale=0.7)]
    editor.session.detection.detect(1, 0.5, (10, 20, 300, 300), again=True)
    wanted = a_face(scale=0.7).points
    qtbot.waitUntil(lambda: np.allclose(editor.session.sides[1].face.points, wanted))  # type: ignore[union-attr]
    query = [query for _, query in editor.link.asked if isinstance(query, DetectFaces)][-1]
    assert query.crop == (10, 20, 300, 300)


def test_of_several_faces_the_largest_is_edited_until_another_is_chosen(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    small, large = a_face(scale=0.3, shift=(-100, 0)), a_face(scale=0.6, shift=(80, 0))
    bare.link.found["anna.png"] = [small, large]
    bare.session.open_pictures(bare.ids[0])
    ready(qtbot, bare.session)
    side = bare.session.sides[0]
    assert side.number() == 1
    assert bare.page.frames[0].faces.isVisible()
    bare.session.take_face(0, side.faces[0])  # type: ignore[index]
    assert side.number() == 0
    assert bare.document.project.media[0].landmarks is not None, "later morphs take the chosen face"


def test_a_mesh_is_placed_by_hand_step_by_step_and_undone(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    bare.session.open_pictures(bare.ids[2])
    qtbot.waitUntil(lambda: bare.session.sides[0].no_face)
    bare.page.commands.place_by_hand(0)
    side = bare.session.sides[0]
    assert side.face is not None
    assert side.face.by_hand
    assert side.face.moved.all()
    assert (side.face.detector, side.face.version) == DETECTOR, "so that it can be paired"
    qtbot.waitUntil(lambda: bare.session.mesh is not None)
    placing = bare.page.placing
    placing.width_field.setValue(150)
    placing.angle.setValue(12)
    placing.x_field.setValue(210)
    assert side.placement is not None
    assert (side.placement.x, side.placement.width, side.placement.angle) == (210, 150, 12)
    placed = side.face.points.copy()
    placing._take_step("eyes")
    assert bare.session.selection.current == 33
    bare.page.edits.moves.nudge(0, -4, 2)
    assert side.face.points[33] == pytest.approx(placed[33] + (-4, 2))
    assert side.face.points[152] == pytest.approx(placed[152], abs=1e-6)
    bare.page.commands.step(1)
    assert bare.session.selection.current == 159
    bare.document.undo.undo()
    assert side.face.points == pytest.approx(placed)
    assert side.placement is not None
    assert not side.placement.anchors
    placing._end()
    assert side.placement is None
    assert bare.document.project.media[2].landmarks is not None
    bare.document.undo.setIndex(0)
    assert side.face is None


def test_an_offset_is_copied_to_the_other_face_as_it_lies_there(editor: Editor) -> None:
    editor.session.selection.choose([4, 152])
    editor.page.edits.moves.nudge(0, 10, 0)
    editor.page.edits.repairs.copy_offset(0)
    angle = np.radians(8)
    expected = np.array([np.cos(angle), np.sin(angle)]) * 10 * 0.8
    other = editor.session.sides[1].face
    assert other is not None
    assert other.offsets()[4] == pytest.approx(expected, abs=1e-6)
    assert np.flatnonzero(other.moved).tolist() == [4, 152]
    count = editor.document.undo.count()
    editor.page.edits.repairs.copy_offset(0)
    assert editor.document.undo.count() == count, "once is enough"


def test_problems_are_listed_and_helped(editor: Editor) -> None:
    session, edits = editor.session, editor.page.edits
    assert not find_problems(session, ())
    session.selection.choose([105])
    edits.moves.nudge(0, 0, 40)
    problems = find_problems(session, (3, 7))
    assert _keys(problems) == ["turned", "left_out"]
    assert 105 in problems[0].points
    edits.repairs.relax_problem(0)
    assert _keys(find_problems(session, ())) == []
    session.selection.choose([152])
    edits.moves.nudge(1, 0, 300)
    assert "outside" in _keys(find_problems(session, ()))
    edits.repairs.bring_in(1)
    assert "outside" not in _keys(find_problems(session, ()))
    face = session.sides[0].face
    assert face is not None
    session.store(0, "Key", face.with_key("only here", "Hair", 5.0, 5.0))
    assert "alone" in _keys(find_problems(session, ()))


def test_another_size_and_another_version_are_said(bare: Editor, qtbot, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    small = replace(a_face(side=SIDE // 2).landmarks(), detector_version="0.9")
    bare.document.apply("Old", partial(set_landmarks, item_id="item0", landmarks=small))
    bare.session.open_pictures("item0")
    qtbot.waitUntil(lambda: bare.session.sides[0].faces is not None)
    assert bare.session.sides[0].face is None
    assert _keys(find_problems(bare.session, None)) == ["size"]
    monkeypatch.setattr("desktop.landmarks.questions.ask", lambda *_args, **_more: "scale")
    bare.page.commands.help_with(find_problems(bare.session, None)[0])
    face = bare.session.sides[0].face
    assert face is not None
    assert (face.width, face.points[4].tolist()) == (SIDE, pytest.approx((a_face().points[4]).tolist()))
    assert "version" in _keys(find_problems(bare.session, None))


def test_the_preview_asks_for_the_newest_points_one_question_at_a_time(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    preview = editor.page.preview
    qtbot.waitUntil(lambda: preview.left_out is not None and bool(editor.page.strip.frames._images))
    qtbot.waitUntil(lambda: not preview._busy)
    editor.link.asked.clear()
    editor.session.selection.choose([4])
    editor.page.edits.moves.begin(0, 4)
    for step in range(5):
        editor.page.edits.moves.drag(step, 0.0)
    qtbot.waitUntil(lambda: not preview._busy)
    live = [query for _, query in editor.link.asked if isinstance(query, MorphFrames) and query.live]
    assert len(live) == 2, "the first, and the newest after it"
    points = np.frombuffer(live[-1].first.points, "<f8").reshape(-1, 2)
    assert points[4] == pytest.approx(a_face().points[4] + (4, 0))
    assert live[-1].first.moved == (4,)
    editor.page.edits.moves.commit()
    qtbot.waitUntil(lambda: any(isinstance(q, MorphFrames) and not q.live for _, q in editor.link.asked))
    full = next(query for _, query in editor.link.asked if isinstance(query, MorphFrames) and not query.live)
    assert full.side == SIDE, "the picture's own size"


def test_playing_goes_there_and_back(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    preview = editor.page.preview
    preview.go_to(0.97)
    times: list[float] = []
    preview.time_changed.connect(times.append)
    preview.toggle()
    qtbot.waitUntil(lambda: len(times) >= 6)
    preview.toggle()
    top = times.index(max(times))
    assert times[top] == 1.0
    assert times[-1] < 1.0


def test_a_picture_that_leaves_the_project_is_closed(editor: Editor) -> None:
    editor.document.apply("Remove", lambda project: replace(project, media=project.media[1:]))
    assert not editor.session.sides
    assert editor.page.nothing.isVisible()


def test_the_table_shows_types_and_chooses(editor: Editor) -> None:
    pane = editor.page.regions
    pane.show_table(True)
    model = pane.table_model
    assert model.rowCount() == LANDMARK_COUNT
    assert model.index(152, 1).data() == "Jaw"
    assert model.setData(model.index(4, 2), 123.5)
    face = editor.session.sides[0].face
    assert face is not None
    assert face.points[4, 0] == 123.5
    assert model.index(4, 4).data() == "moved"
    editor.session.selection.choose([7, 9])
    assert sorted(index.row() for index in pane.table.selectionModel().selectedRows()) == [7, 9]
    pane.table.scrollTo(model.index(11, 0))
    spot = pane.table.visualRect(model.index(11, 0)).center()
    QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert np.flatnonzero(editor.session.selection.mask).tolist() == [11]
    key = editor.page.edits.keys.add(0, 10.0, 12.0, "Ears")
    assert model.rowCount() == LANDMARK_COUNT + 1
    assert model.index(LANDMARK_COUNT, 1).data() == "Ears"
    assert model.setData(model.index(LANDMARK_COUNT, 3), 40.0)
    assert editor.session.sides[0].face.key_place(key) == (10.0, 40.0)  # type: ignore[union-attr]
    assert not model.setData(model.index(4, 2), "no number")


def test_a_point_cannot_be_put_pictures_away(editor: Editor) -> None:
    said: list[object] = []
    editor.page.edits.said.connect(said.append)
    editor.page.edits.moves.place(0, 4, 1e5, 0.0)
    assert said == ["The points would lie far outside of the picture."]
    assert editor.document.undo.count() == 0
    assert not editor.session.sides[0].face.edited  # type: ignore[union-attr]
