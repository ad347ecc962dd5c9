"""Edits on the model alone: whatever is done, a locked point never moves, and undo gives back what was."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.landmarks.changes import set_landmarks
from desktop.landmarks.edits import Edits
from desktop.landmarks.regions import REGIONS
from desktop.landmarks.session import Session
from engine.project.landmarks import LANDMARK_COUNT
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.helpers import FacesLink, a_face, a_mesh, a_project

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_EDITS: dict[str, Callable[[Edits, float, float], object]] = {
    "nudge": lambda e, x, y: e.moves.nudge(0, x, y),
    "turn": lambda e, x, y: e.moves.scale_and_turn(0, 1 + abs(x) / 40, y),
    "place": lambda e, x, y: e.moves.place(0, 33, 200 + x, 200 + y),
    "relax": lambda e, _x, _y: e.repairs.relax(0),
    "relax around": lambda e, _x, _y: e.repairs.relax_problem(0),
    "reset": lambda e, _x, _y: e.repairs.reset(0),
    "reset all": lambda e, _x, _y: e.repairs.reset_all(0),
    "reset regions": lambda e, _x, _y: e.repairs.reset_regions(0),
    "bring in": lambda e, _x, _y: e.repairs.bring_in(0),
    "copy": lambda e, _x, _y: e.repairs.copy_offset(1),
}


@pytest.fixture(scope="module")
def edits(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edits]:
    """The edits of two pictures whose landmarks are known; no engine is asked."""
    folder: Path = tmp_path_factory.mktemp("edits")
    document, ids = a_project(folder, "anna", "ben")
    session = Session(document, FacesLink())
    made = Edits(session)
    for item_id, turn in zip(ids, (5, -12), strict=True):
        face = a_face(turn=turn)
        points = face.points.copy()
        points[[4, 105, 152]] += ((3, 4), (0, 30), (0, 190))
        document.apply("Known", partial(set_landmarks, item_id=item_id, landmarks=face.with_points(points).landmarks()))
    assert session.open_pictures(*ids)
    session.meshes.mesh = a_mesh(*session.faces)
    document.undo.clear()
    yield made
    session.deleteLater()
    document.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    locked=st.sets(st.sampled_from([each.key for each in REGIONS]), min_size=1, max_size=4),
    seed=st.integers(0, 2**32 - 1),
    mirror=st.booleans(),
    what=st.lists(
        st.tuples(st.sampled_from(sorted(_EDITS)), st.floats(-20, 20), st.floats(-20, 20)), min_size=1, max_size=4
    ),
)
def test_a_locked_point_never_moves(
    edits: Edits, locked: set[str], seed: int, mirror: bool, what: list[tuple[str, float, float]]
) -> None:
    session, selection = edits.session, edits.selection
    before = [face.points.copy() for face in session.faces]
    steps = session.document.undo.index()
    selection.set_locked([each.key for each in REGIONS], False)
    selection.set_locked(locked, True)
    selection.choose_weights(np.random.default_rng(seed).uniform(-1, 1, LANDMARK_COUNT).clip(0))
    edits.moves.set_mirror(mirror)
    for name, x, y in what:
        _EDITS[name](edits, x, y)
    stays = selection.locked
    for face, old in zip(session.faces, before, strict=True):
        assert (face.points[stays] == old[stays]).all()
    session.document.undo.setIndex(steps)
    for face, old in zip(session.faces, before, strict=True):
        assert (face.points == old).all(), "undo gives back what was"


@pytest.mark.parametrize("name", ["nudge", "turn", "relax", "reset", "copy"])
def test_without_a_selection_nothing_is_done_and_that_is_said(edits: Edits, name: str) -> None:
    edits.selection.set_locked([each.key for each in REGIONS], False)
    edits.selection.clear()
    said: list[object] = []
    edits.said.connect(said.append)
    steps = edits.session.document.undo.count()
    _EDITS[name](edits, 3, 4)
    edits.said.disconnect(said.append)
    assert edits.session.document.undo.count() == steps
    assert len(said) == (name != "reset")


def test_reset_puts_a_point_a_region_and_all_back(edits: Edits) -> None:
    session, selection = edits.session, edits.selection
    steps = session.document.undo.index()
    face = session.sides[0].face
    assert face is not None
    assert set(np.flatnonzero(face.moved)) == {4, 105, 152}
    selection.choose([4])
    edits.repairs.reset(0)
    assert set(np.flatnonzero(session.faces[0].moved)) == {105, 152}
    selection.choose([70])
    edits.repairs.reset_regions(0)
    assert set(np.flatnonzero(session.faces[0].moved)) == {152}, "point 105 belongs to the brow of point 70"
    edits.repairs.reset_all(0)
    assert not session.faces[0].moved.any()
    assert (session.faces[0].points == face.found).all()
    session.document.undo.setIndex(steps)
