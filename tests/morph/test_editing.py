"""What the landmark editor asks the engine."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.host.answers import answer
from engine.media.pictures import write_picture
from engine.morph.editing import MorphPreviews, find_faces
from engine.project.landmarks import Landmarks
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.queries import DetectFaces, FacesReply, MeshReply, MorphFrames, MorphSide, SharedMesh
from tests.morph.conftest import SIDE, sample_path

_Pair = tuple[MorphSide, MorphSide]


@pytest.fixture
def pair(portraits: list[tuple[NDArray[np.uint8], Landmarks]], tmp_path: Path) -> _Pair:
    sides = []
    for number, (rgba, landmarks) in enumerate(portraits[:2]):
        path = tmp_path / f"{number}.png"
        write_picture(path, rgba, overwrite=False, text=None)
        sides.append(MorphSide(path=str(path), points=np.array(landmarks.points, "<f8").tobytes()))
    return sides[0], sides[1]


def _points(side: MorphSide) -> NDArray[np.float64]:
    return np.frombuffer(side.points, "<f8").reshape(-1, 2).copy()


def _with(side: MorphSide, points: NDArray[np.float64], *moved: int) -> MorphSide:
    return MorphSide(path=side.path, points=points.astype("<f8").tobytes(), moved=moved)


def _query(pair: _Pair, **more: object) -> MorphFrames:
    values = {"times": (0.5,), "side": SIDE, "settings": MorphSettings(separation="face"), **more}
    return MorphFrames(first=pair[0], second=pair[1], **values)  # type: ignore[arg-type]


def test_a_face_is_found_in_a_crop_where_it_is_in_the_picture() -> None:
    path = sample_path(1)
    whole = find_faces(path)
    (left, top), (right, bottom) = np.min(whole.faces[0].points, axis=0), np.max(whole.faces[0].points, axis=0)
    margin = 0.4 * (right - left)
    crop = tuple(round(v) for v in (left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin))
    reply, payload = answer(DetectFaces(path=str(path), crop=crop))  # type: ignore[arg-type]
    assert isinstance(reply, FacesReply)
    assert (reply.faces, len(payload)) == (1, 1)
    points = np.frombuffer(payload[0], "<f8").reshape(478, 2)
    assert np.hypot(*(points - np.array(whole.faces[0].points)).T).mean() < 0.02 * (right - left)
    with pytest.raises(PortraitsError, match="crop"):
        find_faces(path, crop=(0, 0, 5000, 5000))


def test_the_shared_mesh_covers_the_points_and_turns_nothing_over(pair: _Pair) -> None:
    reply, (triangles, left_out) = answer(SharedMesh(first=pair[0].points, second=pair[1].points))
    assert isinstance(reply, MeshReply)
    corners = np.frombuffer(triangles, "<i4").reshape(-1, 3)
    assert len(corners) == reply.triangles > 800
    assert not set(np.frombuffer(left_out, "<i4")) & set(corners.ravel())
    for side in pair:
        p, q, r = (_points(side)[corners[:, k]] for k in range(3))
        areas = (q[:, 0] - p[:, 0]) * (r[:, 1] - p[:, 1]) - (q[:, 1] - p[:, 1]) * (r[:, 0] - p[:, 0])
        assert (areas > 0).all()


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (b"", b"", "not equally many"),
        (b"123", b"123", "not pairs of numbers"),
        (np.full((5, 2), np.nan).tobytes(), b"", "not pairs of numbers"),
        (np.ones((5, 2)).tobytes(), b"", "on one line"),
        (np.ones((5, 2)).tobytes(), np.ones((4, 2)).tobytes(), "not equally many"),
    ],
)
def test_points_that_make_no_mesh_are_refused(first: bytes, second: bytes, words: str) -> None:
    with pytest.raises(PortraitsError, match=words):
        answer(SharedMesh(first=first, second=second))


def test_a_live_frame_is_the_frame_that_a_fresh_morph_gives(pair: _Pair) -> None:
    previews = MorphPreviews()
    points = _points(pair[0])
    previews.render(_query(pair, live=True))
    for step in range(1, 4):
        # A corner of the mouth: it does not decide how the faces are laid onto each other.
        points[61] += (1.5, 0.5)
        moved = (_with(pair[0], points, 61), pair[1])
        live = previews.render(_query(moved, live=True))
        fresh = MorphPreviews().render(_query(moved))
        difference = np.abs(live.frames[0].astype(int) - fresh.frames[0])
        assert difference.mean() < 0.5, step
        if live.left_out == fresh.left_out:
            assert difference.max() == 0


def test_a_stable_point_is_laid_anew_when_the_drag_has_ended(pair: _Pair) -> None:
    previews = MorphPreviews()
    previews.render(_query(pair, live=True))
    points = _points(pair[1])
    points[[33, 133, 159, 145]] += (12.0, 0.0)
    moved = (pair[0], _with(pair[1], points, 33, 133, 159, 145))
    previews.render(_query(moved, live=True))
    ended = previews.render(_query(moved))
    fresh = MorphPreviews().render(_query(moved))
    assert (ended.frames[0] == fresh.frames[0]).all()


def test_onion_skin_and_difference_show_both_pictures_on_the_mesh(pair: _Pair) -> None:
    previews = MorphPreviews()
    same = (pair[0], pair[0])
    apart = previews.render(_query(same, view="difference")).frames[0]
    assert apart[..., :3].max() <= 2
    other = previews.render(_query(pair, view="difference")).frames[0]
    assert other[..., :3].mean() > 5
    onion = previews.render(_query(pair, view="onion", times=(0.0, 1.0))).frames
    assert np.abs(onion[0].astype(int) - onion[1]).mean() > 0.5, "the shape follows the time"


def test_key_points_come_and_go_while_the_pair_stays_prepared(pair: _Pair) -> None:
    previews = MorphPreviews()
    before = previews.render(_query(pair)).frames[0]
    keyed = tuple(
        MorphSide(path=side.path, points=side.points, key_points=(("hair", 20.0 + 30 * index, 30.0),))
        for index, side in enumerate(pair)
    )
    with_keys = previews.render(_query(keyed, live=True)).frames[0]  # type: ignore[arg-type]
    assert (with_keys != before).any()
    assert (previews.render(_query(pair, live=True)).frames[0] == before).all()
    assert len(previews._pairs) == 1


def test_a_picture_without_a_face_fades(pair: _Pair) -> None:
    made = MorphPreviews().render(_query((pair[0], MorphSide(path=pair[1].path))))
    assert made.left_out == ()
    assert any("fades" in note for note in made.notes)


def test_frames_come_in_the_size_that_is_shown(pair: _Pair) -> None:
    made = MorphPreviews().render(_query(pair, times=(0.0, 0.5, 1.0), shown_side=80))
    assert [frame.shape for frame in made.frames] == [(80, 80, 4)] * 3


def test_a_wrong_number_of_landmarks_is_refused(pair: _Pair) -> None:
    with pytest.raises(PortraitsError, match="478"):
        MorphPreviews().render(_query((MorphSide(path=pair[0].path, points=pair[0].points[:160]), pair[1])))
