"""The motion page in the window: commands, the animation panel, and corrections that are not lost by leaving."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.create.animate_panel import AnimatePanel
from desktop.motion import desk as desk_module
from desktop.motion.take import from_reply
from desktop.window import MainWindow
from engine.animation.motion_file import write_motion
from engine.host.motion_answers import motion_answer
from engine.protocol.queries import MotionReply, ReadMotion
from tests.desktop.helpers import QUIET, a_window
from tests.helpers.motion import dance

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qapp: object, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        made.project.new()
        yield made


def show_motion(window: MainWindow, folder: Path) -> None:
    path = folder / "Walk.motion.npz"
    write_motion(path, dance(49))
    reply, payload = motion_answer(ReadMotion(path=str(path)))
    assert isinstance(reply, MotionReply)
    window.motion.page().session.show(from_reply(reply, payload), path, "Walk")


def test_a_command_brings_the_work_area(window: MainWindow, tmp_path: Path) -> None:
    assert window.pages.currentWidget() is not window.motion.place
    window.actions_.run("motion.trim")
    assert window.pages.currentWidget() is window.motion.place
    show_motion(window, tmp_path)
    page = window.motion.page()
    page.curves.plot.set_range(5, 20)
    window.actions_.run("motion.trim")
    assert page.session.take is not None
    assert len(page.session.take) == 15


def test_a_motion_goes_to_the_animation_panel_and_the_rest_stays(window: MainWindow, tmp_path: Path) -> None:
    panel = window.create_pane.animate(str(tmp_path / "anna.png"))
    assert isinstance(panel, AnimatePanel)
    window.motion.animate_wanted.emit(tmp_path / "walk.motion.npz")
    assert window.create_pane.current() is panel
    assert panel.motion.path() == str(tmp_path / "walk.motion.npz")
    assert panel.reference.path() == window.create_pane.reference() == str(tmp_path / "anna.png")


@pytest.mark.parametrize("answer", ["stay", "drop"])
def test_corrections_are_not_lost_by_leaving(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[Any] = []

    def ask(*question: Any, **_more: Any) -> str:
        asked.append(question[1])
        return answer

    monkeypatch.setattr(desk_module, "ask", ask)
    assert window.project.may_leave()
    show_motion(window, tmp_path)
    assert window.project.may_leave()
    assert asked == []
    window.motion.page().session.move_key(24, (5.0, 0.0, 0.0))
    assert window.project.may_leave() == (answer == "drop")
    assert asked == ["The corrections of “Walk” are not saved."]
    window.motion.page().session.undo()
    assert window.project.may_leave()
