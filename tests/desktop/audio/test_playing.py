"""Playing takes, parts of them, and rows of them."""

from typing import Any

from desktop.audio.playing import Sounding, TakePlayer
from tests.desktop.audio.helpers import FakeFilePlayer

ONE = Sounding("one", "/one.wav", 2.0, gap=0.01)
TWO = Sounding("two", "/two.wav", 3.0)


def player() -> tuple[TakePlayer, FakeFilePlayer, list[tuple[object, ...]]]:
    file_player = FakeFilePlayer()
    made = TakePlayer(player=file_player)
    heard: list[tuple[object, ...]] = []
    made.moved.connect(lambda block, time: heard.append((block, time)))
    made.state_changed.connect(lambda block: heard.append((block,)))
    return made, file_player, heard


def test_a_part_is_played_from_its_beginning_to_its_end(qtbot: Any) -> None:
    made, files, heard = player()
    made.play(ONE, 0.5, 1.0)
    made.tick()
    assert files.sought == [], "a seek counts only once the file is open"
    files.length = 2000
    made.tick()
    assert files.sought == [500]
    made.tick()
    files.place = 1000
    made.tick()
    assert made.block_id == ""
    assert heard == [("one",), ("one", 0.5), ("one", 0.5), ("",)]


def test_a_loop_begins_again(qtbot: Any) -> None:
    made, files, _ = player()
    made.loop = True
    made.play(ONE, 0.5, 1.0)
    files.length = 2000
    made.tick()
    files.place = 1010
    made.tick()
    assert (files.sought, made.block_id) == ([500, 500], "one")
    files.playing = False
    made.tick()
    assert files.playing
    made.seek(1.5)
    assert files.sought[-1] == 1500
    made.stop()


def test_rows_go_on_after_their_gaps_until_stopped(qtbot: Any) -> None:
    made, files, heard = player()
    made.play_row([ONE, TWO])
    files.length = 2000
    made.tick()
    files.playing = False
    made.tick()
    qtbot.waitUntil(lambda: made.block_id == "two")
    made.stop()
    assert heard[-1] == ("",)
    qtbot.wait(30)
    assert made.block_id == ""


def test_a_file_that_cannot_be_played_is_said(qtbot: Any) -> None:
    made, files, _ = player()
    said: list[object] = []
    made.problem.connect(said.append)
    made.play_row([ONE, TWO])
    files.problem.emit("This file cannot be played here.")
    assert said == ["This file cannot be played here."]
    assert made.block_id == ""
    files.load = lambda path: False  # type: ignore[method-assign,assignment]
    made.play(ONE)
    assert made.block_id == ""
