"""Boards: made, named, filled by menu and by drag, shown, and removed, all of it with undo."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop.gallery.boards import NEW
from desktop.gallery.carried import carried_ids, carry
from desktop.gallery.menu import selection_menu
from desktop.window import MainWindow
from tests.desktop.helpers import QUIET, a_window, make_picture, with_pictures

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


# The order of a board


def _arranged(window: MainWindow, qtbot: Any, tmp_path: Path) -> tuple[str, ...]:
    """Show a board with four pictures, in the order in which they were put on it."""
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Ben", "Cleo", "Dora")
    board_id = window.gallery.model.add_board("Film", ids)
    window.gallery.scope.show_board(board_id)
    return ids


def _order(window: MainWindow) -> str:
    model = window.gallery.model
    return "".join(item.title[0] for item in model.items(0, model.rowCount()))


def _drag_inside(window: MainWindow, row: int, *, right: bool = False) -> bool:
    """Drag the selection inside the grid, to the left or the right half of a tile; return whether it was taken."""
    grid = window.gallery.grid
    data = carry(window.gallery.chosen())
    assert data is not None
    rect = grid.visualRect(grid.model().index(row, 0))
    place = QPoint(rect.right() - 4 if right else rect.left() + 4, rect.center().y())
    keys, buttons, action = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, action, data, buttons, keys)
    grid.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    assert grid.drop_row == row + right
    grid.dropEvent(QDropEvent(QPointF(place), action, data, buttons, keys))
    assert grid.drop_row == -1
    return True


def test_a_board_shows_its_own_order_and_everything_its_newest_first(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    _arranged(window, qtbot, tmp_path)
    assert _order(window) == "ABCD"
    window.gallery.scope.show_everything()
    assert window.gallery.model.filter.order == "newest"


def test_a_board_is_arranged_by_drag_and_undo_takes_it_back(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = _arranged(window, qtbot, tmp_path)
    window.gallery.choose((ids[3], ids[2]))
    assert _drag_inside(window, 0)
    assert _order(window) == "CDAB", "they keep the order they had among themselves"
    assert set(window.gallery.chosen_ids()) == {ids[2], ids[3]}
    window.gallery.choose((ids[2],))
    assert _drag_inside(window, 3, right=True)
    assert _order(window) == "DABC"
    assert _drag_inside(window, 3)
    assert _order(window) == "DABC", "before itself changes nothing"
    window.services.document.undo.undo()
    window.services.document.undo.undo()
    assert _order(window) == "ABCD"


def test_a_board_is_arranged_by_key(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = _arranged(window, qtbot, tmp_path)
    window.gallery.choose((ids[1],))
    window.actions_.run("gallery.earlier")
    assert _order(window) == "BACD"
    window.actions_.run("gallery.earlier")
    assert _order(window) == "BACD", "there is no earlier place than the first"
    for _ in range(4):
        window.actions_.run("gallery.later")
    assert _order(window) == "ACDB"
    assert window.gallery.chosen_ids() == (ids[1],)
    texts = [action.text() for action in selection_menu(window.gallery).actions()]
    assert "Earlier on the board" in texts


def test_only_a_board_in_its_own_order_is_arranged(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = _arranged(window, qtbot, tmp_path)
    model = window.gallery.model
    model.set_filter(replace(model.filter, order="name"))
    window.gallery.choose((ids[1],))
    assert not _drag_inside(window, 0)
    window.actions_.run("gallery.later")
    assert window.toasts.messages()[-1] == "Show a board in its own order to arrange what lies on it."
    assert _names(window)["Film"] == ids


def test_every_take_on_a_board_has_its_place(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    _arranged(window, qtbot, tmp_path)
    assert window.gallery.model.filter.stacked
    assert [item.stack_size for item in window.gallery.model.items(0, 4)] == [1, 1, 1, 1]
    window.services.document.undo.undo()
    assert window.gallery.model.filter.order == "newest", "the board is gone, and its order with it"


def test_files_from_outside_pass_the_grid_and_reach_the_pane(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    _arranged(window, qtbot, tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(make_picture(tmp_path, "Eva", "navy")))])
    keys, buttons, action = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    viewport = window.gallery.grid.viewport()
    enter = QDragEnterEvent(QPoint(10, 10), action, data, buttons, keys)
    QApplication.sendEvent(viewport, enter)
    assert enter.isAccepted()
    assert window.gallery.grid.drop_row == -1
