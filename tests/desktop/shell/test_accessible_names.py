"""What a screen reader hears: every widget that takes the focus has a name, and the end of a job is announced."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QScrollArea,
    QWidget,
)

from desktop.diagnostics.stopped import StoppedDialog
from desktop.settings.dialog import SettingsDialog
from desktop.shell import notices
from desktop.shell.areas import AREAS
from desktop.window import MainWindow
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import VoiceJob
from engine.protocol.models import DownloadState, ModelState
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_INNER = QAbstractSpinBox | QComboBox | QAbstractItemView


def heard(widget: QWidget) -> str:
    """Return the name of a widget as a screen reader gets it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _is_part(widget: QWidget) -> bool:
    """True for the parts of a compound field, the list of a drop-down among them."""
    above = widget.parentWidget()
    return above is not None and (isinstance(above, _INNER) or (isinstance(above, QFrame) and _is_part(above)))


def nameless(parent: QWidget) -> list[str]:
    """Return the widgets below one that take the focus by Tab and have no name."""
    found = []
    for widget in (parent, *parent.findChildren(QWidget)):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        # Parts of a compound field and of a view speak with its name; a scroll area is passed over by readers.
        inner = _is_part(widget) or isinstance(widget, QHeaderView | QScrollArea)
        # A button that is away until it has something to say gets its words when it is shown.
        away = isinstance(widget, QAbstractButton) and widget.isHidden() and not widget.text()
        if takes_focus and not inner and not away and not widget.isWindow() and not heard(widget):
            parents = [widget]
            while (above := parents[-1].parentWidget()) is not None and len(parents) < 4:
                parents.append(above)
            found.append(" in ".join(type(each).__name__ for each in parents))
    return sorted(set(found))


@pytest.fixture
def busy(qtbot, tmp_path: Path) -> Iterator[tuple[MainWindow, AnsweringLink]]:  # type: ignore[no-untyped-def]
    """A window with everything in it: pictures, jobs of every state, a download."""
    with a_window(tmp_path) as (window, link):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        link.models = (
            ModelState(
                id="small",
                title="Small",
                purpose="Tests.",
                kinds=("image",),
                condition="missing",
                source="x",
                licence="MIT",
            ),
        )
        window.services.models.refresh()
        qtbot.waitUntil(lambda: window.services.models.known)
        ids = [
            window.services.queue.add(VoiceJob(text=text, output=f"/nowhere/{text}.wav"), title=text).job_id
            for text in ("done", "failed", "running", "waiting")
        ]
        link.say_started(ids[0])
        link.say_done(ids[0])
        link.say_started(ids[1])
        link.say_failed(ids[1], Failure(code=ErrorCode.BAD_INPUT, what="No.", todo="Write it."))
        link.say_started(ids[2])
        link.download_changed.emit(DownloadState(model="small", phase="downloading", done=1, total=10))
        window.queue.rebuild()
        yield window, link


def test_every_pane_of_the_window_has_names_throughout(busy: tuple[MainWindow, AnsweringLink]) -> None:
    window, _ = busy
    for key in window.create_pane.tabs:
        window.create_pane.open(key)
    for area in AREAS:
        window.arrangement.choose_area(area.key)
    window.audio.commands.add_text("A line of the script.")
    assert len(window.findChildren(QWidget)) > 500
    assert nameless(window) == []


def test_every_window_beside_it_has_names_throughout(busy: tuple[MainWindow, AnsweringLink], qtbot) -> None:  # type: ignore[no-untyped-def]
    window, link = busy
    settings = SettingsDialog(window, window.services.settings, window.shortcuts)
    assert nameless(settings) == []
    settings.deleteLater()
    window.side_windows.show_models()
    window.side_windows.show_history()
    window.reports.show_log()
    assert window.side_windows.models is not None
    qtbot.waitUntil(lambda: len(window.side_windows.models.table.rows) == 1)
    beside = [each for each in window.findChildren(QWidget) if each.isWindow()]
    assert len(beside) >= 3
    assert [names for each in beside if (names := nameless(each))] == []
    link.die()
    dialog = window.findChild(StoppedDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.reject()


def test_the_end_of_a_job_is_announced_however_it_ends(
    busy: tuple[MainWindow, AnsweringLink], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, link = busy
    said: list[str] = []
    monkeypatch.setattr(notices, "announce", lambda _source, text: said.append(text))
    toasts: list[str] = []
    monkeypatch.setattr(window.toasts, "show_message", lambda text, *_: toasts.append(text))
    queue = window.services.queue
    running = queue.running()
    assert running is not None
    link.say_done(running.job_id)
    assert said == ["“running” is done."]
    following = queue.running()
    assert following is not None
    link.say_failed(following.job_id, Failure(code=ErrorCode.BAD_INPUT, what="The text is empty."))
    # A message announces itself.
    assert toasts[-1] == "The text is empty."
