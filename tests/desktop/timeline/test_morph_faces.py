"""Clips of morphs show the morph's own frames, asked for one after the other."""

import struct
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from desktop.link import FakeLink
from desktop.timeline.morph_faces import TIMES, MorphFaces, morph_of
from engine.project.landmarks import LANDMARK_COUNT, Landmarks
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.queries import DetectFaces, FacesReply, MorphFrames, MorphFramesReply
from tests.project.samples import item

_FACE = tuple((float(index % 22), float(index // 22)) for index in range(LANDMARK_COUNT))
_LANDMARKS = Landmarks(detector="d", detector_version="1", width=64, height=64, points=_FACE)


@pytest.fixture
def link(qapp: QApplication) -> FakeLink:
    made = FakeLink()
    made.become_ready()
    return made


@pytest.fixture
def faces(link: FakeLink) -> Iterator[MorphFaces]:
    made = MorphFaces(link)
    yield made
    made.deleteLater()


def _morph(first: str, second: str, **more: object) -> object:
    items = item(first, landmarks=_LANDMARKS), item(second, landmarks=_LANDMARKS)
    return morph_of((f"/{first}", f"/{second}"), items, MorphSettings(**more), (None, None))  # type: ignore[arg-type]


def _reply(link: FakeLink) -> None:
    query_id, query = link.asked[-1]
    assert isinstance(query, MorphFrames)
    frames = [bytes((index, 0, 0, 255)) * 4 for index in range(len(query.times))]
    link.reply(query_id, MorphFramesReply(width=2, height=2, frames=len(frames)), *frames)


def test_frames_come_and_are_kept(link: FakeLink, faces: MorphFaces) -> None:
    ready: list[object] = []
    faces.ready.connect(ready.append)
    morph = _morph("a", "b")
    assert faces.frames(morph) == ()  # type: ignore[arg-type]
    assert faces.frames(morph) == ()  # type: ignore[arg-type]
    assert len(link.asked) == 1
    _reply(link)
    assert ready == [morph.key]  # type: ignore[attr-defined]
    found = faces.frames(morph)  # type: ignore[arg-type]
    assert [image.pixelColor(0, 0).red() for image in found] == list(range(len(TIMES)))
    assert len(link.asked) == 1


def test_one_morph_at_a_time_and_the_newest_first(link: FakeLink, faces: MorphFaces) -> None:
    for second in "bcd":
        faces.frames(_morph("a", second))  # type: ignore[arg-type]
    assert len(link.asked) == 1
    _reply(link)
    assert link.asked[-1][1].second.path == "/d"
    _reply(link)
    assert link.asked[-1][1].second.path == "/c"


def test_other_settings_are_another_morph(faces: MorphFaces) -> None:
    assert _morph("a", "b").key == _morph("a", "b").key  # type: ignore[attr-defined]
    assert _morph("a", "b").key != _morph("a", "b", light="linear").key  # type: ignore[attr-defined]
    moved = replace(_LANDMARKS, points=((1.0, 1.0), *_FACE[1:]))
    items = item("a", landmarks=moved), item("b", landmarks=_LANDMARKS)
    assert morph_of(("/a", "/b"), items, MorphSettings(), (None, None)).key != _morph("a", "b").key  # type: ignore[attr-defined]


def test_the_largest_face_is_found_first(link: FakeLink, faces: MorphFaces) -> None:
    items = item("a", landmarks=_LANDMARKS), item("b")
    faces.frames(morph_of(("/a", "/b"), items, MorphSettings(), (None, None)))
    query_id, query = link.asked[-1]
    assert isinstance(query, DetectFaces)
    assert query.path == "/b"
    small = struct.pack(f"<{2 * LANDMARK_COUNT}d", *(value / 4 for point in _FACE for value in point))
    large = struct.pack(f"<{2 * LANDMARK_COUNT}d", *(value for point in _FACE for value in point))
    link.reply(query_id, FacesReply(width=64, height=64, detector="d", detector_version="1", faces=2), small, large)
    asked = link.asked[-1][1]
    assert isinstance(asked, MorphFrames)
    assert asked.second.points == large
    assert asked.first.points == large


def test_a_picture_without_a_face_fades_and_a_failure_is_no_hindrance(link: FakeLink, faces: MorphFaces) -> None:
    faces.frames(morph_of(("/a", "/b"), (item("a", landmarks=_LANDMARKS), item("b")), MorphSettings(), (None, None)))
    link.refuse(link.asked[-1][0], Failure(code=ErrorCode.BAD_INPUT, what="No."))
    asked = link.asked[-1][1]
    assert isinstance(asked, MorphFrames)
    assert asked.second.points == b""
    link.refuse(link.asked[-1][0], Failure(code=ErrorCode.BAD_INPUT, what="No."))
    faces.frames(_morph("c", "d"))  # type: ignore[arg-type]
    assert isinstance(link.asked[-1][1], MorphFrames)
    assert link.asked[-1][1].first.path == "/c"
