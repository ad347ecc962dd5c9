"""Boards: made, named, filled by menu and by drag, shown, and removed, all of it with undo."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from desktop.gallery.boards import NEW
from desktop.gallery.carried import carried_ids, carry
from desktop.gallery.menu import selection_menu
from desktop.window import MainWindow
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        made.project.new()
        yield made


def _names(window: MainWindow) -> dict[str, tuple[str, ...]]:
    return {board.name: board.items for board in window.services.document.project.boards}


def _shown(window: MainWindow) -> list[str]:
    model = window.gallery.model
    return sorted(item.title.removesuffix(".png") for item in model.items(0, model.rowCount()))


def _row_of(window: MainWindow, name: str) -> int:
    boards = window.gallery.scope.boards
    return next(row for row in range(boards.count()) if boards.item(row).text() == name)


def _drop(window: MainWindow, row: int) -> None:
    """Let go of the selection over a row of the boards, as a drag out of the grid does."""
    boards = window.gallery.scope.boards
    data = carry(window.gallery.chosen())
    assert data is not None
    place = boards.visualItemRect(boards.item(row)).center()
    keys, buttons, action = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, action, data, buttons, keys)
    boards.dragEnterEvent(enter)
    assert enter.isAccepted()
    boards.dragMoveEvent(QDragMoveEvent(place, action, data, buttons, keys))
    assert boards.over_row == row
    boards.dropEvent(QDropEvent(QPointF(place), action, data, buttons, keys))
    assert boards.over_row == -1


def test_without_boards_there_is_no_list(window: MainWindow) -> None:
    assert window.gallery.scope.section.isHidden()


def test_a_board_is_made_of_the_selection_and_named(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus", "Mei")
    window.gallery.choose(ids[:2])
    window.actions_.run("gallery.new_board")
    assert _names(window) == {"New board": ids[:2]}
    boards = window.gallery.scope.boards
    qtbot.waitUntil(lambda: bool(boards.findChildren(QLineEdit)))
    field = boards.findChildren(QLineEdit)[0]
    qtbot.keyClicks(field, "Cast")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(window) == {"Cast": ids[:2]})
    assert window.gallery.model.filter.board == "", "naming a board does not show it"


def test_a_board_is_shown_and_left(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus", "Mei")
    window.gallery.model.add_board("Cast", ids[1:])
    boards = window.gallery.scope.boards
    qtbot.keyClick(window.gallery.scope.section._row, Qt.Key.Key_Space)
    assert boards.isVisible()
    boards.setCurrentRow(_row_of(window, "Cast"))
    qtbot.keyClick(boards, Qt.Key.Key_Return)
    assert _shown(window) == ["Marcus", "Mei"]
    assert not window.gallery.filters.more.isChecked(), "a board is no filter"
    boards.setCurrentRow(_row_of(window, "Everything"))
    qtbot.keyClick(boards, Qt.Key.Key_Return)
    assert _shown(window) == ["Anna", "Marcus", "Mei"]


def test_results_are_put_on_a_board_by_drag(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus", "Mei")
    window.gallery.model.add_board("Cast", ids[:1])
    window.gallery.choose(ids[:2])
    window.gallery.scope.set_dragging(True)
    assert window.gallery.scope.boards.isVisible(), "there must be something to drop on"
    _drop(window, _row_of(window, "Cast"))
    window.gallery.scope.set_dragging(False)
    assert window.gallery.scope.boards.isHidden(), "as it was before the drag"
    assert _names(window) == {"Cast": ids[:2]}
    assert window.toasts.messages()[-1:] == ["1 result put on the board “Cast”."]
    window.actions_.run("edit.undo")
    assert _names(window) == {"Cast": ids[:1]}


def test_a_drop_on_the_last_row_makes_a_board(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    window.gallery.choose(ids)
    window.gallery.scope.set_dragging(True)
    boards = window.gallery.scope.boards
    assert boards.item(boards.count() - 1).data(Qt.ItemDataRole.UserRole) == NEW
    _drop(window, boards.count() - 1)
    assert _names(window) == {"New board": ids}


def test_files_of_other_programs_are_not_taken_by_the_list(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna")
    window.gallery.model.add_board("Cast")
    window.gallery.choose(ids)
    data = carry(window.gallery.chosen())
    assert data is not None
    assert carried_ids(data) == ids
    data.removeFormat("application/x-portraits-results")
    event = QDragEnterEvent(
        QPoint(4, 4), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.gallery.scope.boards.dragEnterEvent(event)
    assert not event.isAccepted(), "they fall through to the gallery, which adds them"


def test_the_menu_puts_on_and_takes_off(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    board = window.gallery.model.add_board("Cast", ids[:1])
    window.gallery.choose(ids[1:])
    menu = selection_menu(window.gallery)
    put = next(each for each in menu.findChildren(QMenu) if each.title() == "Put on board")
    next(action for action in put.actions() if action.text() == "Cast").trigger()
    assert _names(window) == {"Cast": ids}
    menu.deleteLater()
    window.gallery.scope.show_board(board)
    window.gallery.choose(ids[:1])
    menu = selection_menu(window.gallery)
    next(action for action in menu.actions() if action.text() == "Take off the board “Cast”").trigger()
    menu.deleteLater()
    assert _shown(window) == ["Marcus"]


def test_removing_a_board_keeps_what_lay_on_it(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    board = window.gallery.model.add_board("Cast", ids[:1])
    window.gallery.scope.section.set_open(True)
    window.gallery.scope.show_board(board)
    boards = window.gallery.scope.boards
    boards.setCurrentRow(_row_of(window, "Cast"))
    qtbot.keyClick(boards, Qt.Key.Key_Delete)
    assert _names(window) == {}
    assert _shown(window) == ["Anna", "Marcus"]
    toast = window.toasts.toasts()[-1]
    assert toast.button is not None
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert _names(window) == {"Cast": ids[:1]}


def test_an_empty_board_says_how_it_is_filled(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    with_pictures(window, qtbot, tmp_path, "Anna")
    window.gallery.scope.show_board(window.gallery.model.add_board("Cast"))
    page = window.gallery._stack.currentWidget()
    assert page.sentence().startswith("Nothing lies on this board.")  # type: ignore[attr-defined]


def test_another_project_does_not_open_on_a_board_of_the_last_one(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna")
    window.gallery.scope.show_board(window.gallery.model.add_board("Cast", ids))
    window.services.document.new()
    assert window.gallery.model.filter.board == ""
    assert window.gallery.scope.section.isHidden()
