"""The editor with the real engine: a wrong point is dragged to its place, and the frame changes there only."""

import sys
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from desktop.landmarks.changes import set_landmarks
from desktop.landmarks.page import LandmarksPage
from desktop.landmarks.preview import Result
from desktop.landmarks.session import Session
from desktop.link import EngineLink
from desktop.state.document import Document
from desktop.state.importer import Importer
from desktop.state.sessions import Sessions
from desktop.widgets.theme import Mode, theme
from engine.project.landmarks import read_landmarks
from resources import path as resource
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.test_canvas import drag

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_ENGINE = (sys.executable, "-c", "from engine.commands.serve import serve_from_environment; serve_from_environment()")
_LIMIT_MS = 120_000
_WRONG = (26.0, -18.0)
_POINT = 61
"""The right corner of the mouth."""


def _pixels(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def test_a_wrong_point_dragged_to_its_place_changes_the_frame_there_and_only_there(qtbot: Any, tmp_path: Path) -> None:
    theme().set_look(mode=Mode.DARK, reduced_motion=True)
    engine = EngineLink(tmp_path / "engine.log", command=_ENGINE)
    document = Document(Sessions(tmp_path / "data"))
    importer = Importer(engine, document)
    session = Session(document, engine)
    page = LandmarksPage(session)
    page.resize(1240, 760)
    page.show()
    try:
        engine.start()
        folder = resource("samples", "portraits")
        with qtbot.waitSignal(importer.finished, timeout=_LIMIT_MS):
            importer.add_files(tuple(folder / f"portrait-{number}.jpg" for number in (1, 2)))
        items = document.project.media
        right = read_landmarks(folder / "portrait-1.landmarks.json")
        x, y = right.points[_POINT]
        points = list(right.points)
        points[_POINT] = (x + _WRONG[0], y + _WRONG[1])
        wrong = replace(right, points=tuple(points), moved=(_POINT,), found=((x, y),))
        document.apply("Wrong", partial(set_landmarks, item_id=items[0].id, landmarks=wrong))

        full: list[Result] = []
        page.preview.arrived.connect(lambda result: full.append(result) if result.full else None)
        page.preview.go_to(0.25)
        session.open_pictures(items[0].id, items[1].id)
        qtbot.waitUntil(lambda: session.mesh is not None and page.pictures[0].image is not None, timeout=_LIMIT_MS)
        qtbot.waitUntil(lambda: bool(full), timeout=_LIMIT_MS)
        before = _pixels(full[-1].image)
        full.clear()

        canvas = page.canvases[0]
        canvas.fit_face()
        canvas.zoom(2.0, canvas.screen_place(x, y))
        start, end = canvas.screen_place(*points[_POINT]), canvas.screen_place(x, y)
        drag(canvas, start, start + QPointF(end - start))
        face = session.sides[0].face
        assert face is not None
        assert np.hypot(*(face.points[_POINT] - (x, y))) < 1.0
        qtbot.waitUntil(lambda: bool(full), timeout=_LIMIT_MS)
        after = _pixels(full[-1].image)

        assert after.shape == before.shape
        changed = np.abs(after - before).max(axis=2) > 6
        rows, columns = np.nonzero(changed)
        assert len(rows) > 200, "the mouth has changed"
        scale = after.shape[1] / face.width
        distance = np.hypot(columns - x * scale, rows - y * scale)
        assert np.quantile(distance, 0.99) < 0.12 * after.shape[1], "and nothing else"
        assert distance.max() < 0.2 * after.shape[1]

        page.edits.repairs.reset(0)
        assert not session.sides[0].face.edited  # type: ignore[union-attr]
    finally:
        session.close()
        importer.close()
        engine.shutdown()
        page.hide()
        page.deleteLater()
        session.deleteLater()
        document.close()
