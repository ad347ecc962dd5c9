"""A timeline pane with a film in it, a fake engine and no files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.link import FakeLink
from desktop.shell.actions import Actions
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.settings import Settings
from desktop.timeline.pane import TimelinePane
from desktop.widgets.theme import theme
from engine.project.edit.tracks import rename_track
from tests.project.edit.films import film, morph, movie, still, voice


class Hand:
    """Uses the pointer on a canvas as a person does. Places are seconds and rows."""

    def __init__(self, pane: TimelinePane) -> None:
        self.pane = pane
        self.canvas = pane.canvas

    def place(self, seconds: float, row: int, part: float = 0.5) -> QPointF:
        view = self.canvas.view()
        line = self.canvas.rows[row]
        return QPointF(view.x(seconds), view.y(line) + line.height * part)

    def send(self, kind: QEvent.Type, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        port = self.canvas.viewport()
        event = QMouseEvent(kind, place, port.mapToGlobal(place), button, held, modifiers)
        QApplication.sendEvent(port, event)

    def press(self, place: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.send(QEvent.Type.MouseButtonPress, place, modifiers)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.send(QEvent.Type.MouseMove, place, modifiers)

    def release(self, place: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.send(QEvent.Type.MouseButtonRelease, place, modifiers)

    def click(self, place: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(place, modifiers)
        self.release(place, modifiers)

    def drag(
        self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.press(start, modifiers)
        self.move((start + end) / 2, modifiers)
        self.move(end, modifiers)
        self.release(end, modifiers)


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path))
    theme()
    made = Services.make(Paths.of_this_computer(), Settings(), FakeLink(), LogBook())
    made.engine.become_ready()  # type: ignore[attr-defined]
    yield made
    made.document.close()
    made.close()


@pytest.fixture
def pane(services: Services) -> Iterator[TimelinePane]:
    """Stills A, B with a morph m from 0 to 30 s, a movie M from 40 to 45 s, and a voice V from 2 to 8 s."""
    window = QWidget()
    actions = Actions(window)
    made = TimelinePane(services, actions)
    services.document.changed.connect(
        lambda project: made.show_project(project, services.document.media_folder), Qt.ConnectionType.DirectConnection
    )
    project = film(
        still("A", 0, 240),
        morph("m", 240, 480),
        still("B", 480, 720),
        movie("M", 960, 1080, in_point=24),
        sounds=(voice("V", 48, 192),),
        markers=(120,),
    )
    services.document.apply("film", lambda _: rename_track(project, "p", "Pictures"))
    made.resize(1200, 288)
    made.show()
    made.canvas.zoom_to_fit()
    yield made
    made.close()
    made.deleteLater()
    window.deleteLater()


@pytest.fixture
def hand(pane: TimelinePane) -> Hand:
    return Hand(pane)
