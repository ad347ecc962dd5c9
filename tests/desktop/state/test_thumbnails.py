"""Small pictures: memory, cache folder, engine; newest first."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor

from desktop.link import FakeLink, StopCause
from desktop.state.thumbnails import Key, Thumbnail, Thumbnails
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.queries import AnyQuery, AnyReply, PictureReply
from engine.protocol.queries import Thumbnail as ThumbnailQuery
from tests.desktop.state.conftest import Heard
from tests.helpers.waiting import LIMIT

OpenCache = Callable[[], Thumbnails]


@pytest.fixture
def open_cache(engine: FakeLink, tmp_path: Path) -> Iterator[OpenCache]:
    caches: list[Thumbnails] = []

    def open_it() -> Thumbnails:
        caches.append(Thumbnails(engine, tmp_path / "thumbnails"))
        return caches[-1]

    yield open_it
    for cache in caches:
        cache.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    path.write_bytes(b"the bytes do not matter here")
    return path


def _red(query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
    assert isinstance(query, ThumbnailQuery)
    width, height = query.side, query.side // 2
    return PictureReply(width=width, height=height), (bytes((255, 0, 0, 128)) * (width * height),)


def _wait(qtbot: Any, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=LIMIT * 1000)


def test_a_picture_is_asked_for_once_and_then_there(
    open_cache: OpenCache, engine: FakeLink, picture: Path, qtbot: Any
) -> None:
    engine.auto_reply[ThumbnailQuery] = _red
    cache = open_cache()
    heard = Heard(ready=cache.ready)
    for _ in range(5):
        assert cache.picture(picture, 64) is None
    _wait(qtbot, lambda: heard.of("ready"))
    (arrived,) = heard.of("ready")
    assert isinstance(arrived, Thumbnail)
    assert arrived.key == Key(str(picture), 64)
    image = cache.picture(picture, 64)
    assert image is not None
    assert (image.width(), image.height()) == (64, 32)
    assert image.pixelColor(3, 3) == QColor(255, 0, 0, 128)
    assert len(engine.asked) == 1


def test_the_next_session_finds_it_in_the_folder(
    open_cache: OpenCache, engine: FakeLink, picture: Path, tmp_path: Path, qtbot: Any
) -> None:
    engine.auto_reply[ThumbnailQuery] = _red
    open_cache().picture(picture, 64)
    _wait(qtbot, lambda: list((tmp_path / "thumbnails").glob("*/*.png")))
    cache = open_cache()
    cache.picture(picture, 64)
    _wait(qtbot, lambda: cache.picture(picture, 64))
    assert len(engine.asked) == 1


def test_a_file_that_changed_gets_a_new_picture(
    open_cache: OpenCache, engine: FakeLink, picture: Path, tmp_path: Path, qtbot: Any
) -> None:
    engine.auto_reply[ThumbnailQuery] = _red
    cache = open_cache()
    cache.picture(picture, 64)
    _wait(qtbot, lambda: list((tmp_path / "thumbnails").glob("*/*.png")))
    picture.write_bytes(b"other bytes")
    os.utime(picture, (1, 1))
    cache.forget(picture)
    assert cache.picture(picture, 64) is None
    _wait(qtbot, lambda: len(engine.asked) == 2)


def test_the_newest_wish_is_met_first_and_few_are_asked_at_once(
    open_cache: OpenCache, engine: FakeLink, qtbot: Any
) -> None:
    cache = open_cache()
    for number in range(20):
        cache.picture(f"/nowhere/{number}.png", 64)
    _wait(qtbot, lambda: not cache._disk._reads and len(cache._wanted) == 16)
    assert len(engine.asked) == 4
    engine.reply(engine.asked[0][0], *_answer(64))
    newest = engine.asked[4][1]
    assert isinstance(newest, ThumbnailQuery)
    assert Key(newest.path, 64) not in cache._wanted
    assert next(reversed(cache._wanted)) != Key(newest.path, 64)


def _answer(side: int) -> tuple[PictureReply, bytes]:
    return PictureReply(width=side, height=side), bytes(side * side * 4)


def test_a_file_without_a_picture_says_why_and_is_not_asked_for_again_at_once(
    open_cache: OpenCache, engine: FakeLink, picture: Path, qtbot: Any
) -> None:
    cache = open_cache()
    heard = Heard(ready=cache.ready)
    cache.picture(picture, 64)
    _wait(qtbot, lambda: engine.asked)
    failure = Failure(code=ErrorCode.BAD_INPUT, what='"a.png" cannot be read.')
    engine.refuse(engine.asked[0][0], failure)
    assert heard.of("ready") == [Thumbnail(Key(str(picture), 64), None, failure.what)]
    assert cache.problem(picture, 64) == failure.what
    assert cache.picture(picture, 64) is None


def test_an_engine_that_dies_does_not_stop_it(
    open_cache: OpenCache, engine: FakeLink, picture: Path, qtbot: Any
) -> None:
    cache = open_cache()
    cache.picture(picture, 64)
    _wait(qtbot, lambda: engine.asked)
    engine.die(StopCause.CRASHED)
    engine.auto_reply[ThumbnailQuery] = _red
    engine.become_ready()
    cache.forget(picture)
    cache.picture(picture, 64)
    _wait(qtbot, lambda: cache.picture(picture, 64))


def test_the_oldest_files_make_room(open_cache: OpenCache, tmp_path: Path, qtbot: Any) -> None:
    folder = tmp_path / "thumbnails" / "ab"
    folder.mkdir(parents=True)
    for age in range(10):
        file = folder / f"{age}.png"
        file.write_bytes(bytes(100))
        os.utime(file, (10_000 - age, 10_000 - age))
    open_cache().prune(350)
    _wait(qtbot, lambda: {file.stem for file in folder.iterdir()} == {"0", "1", "2"})


def test_a_damaged_file_of_the_cache_is_replaced(
    open_cache: OpenCache, engine: FakeLink, picture: Path, tmp_path: Path, qtbot: Any
) -> None:
    engine.auto_reply[ThumbnailQuery] = _red
    open_cache().picture(picture, 64)
    _wait(qtbot, lambda: list((tmp_path / "thumbnails").glob("*/*.png")))
    (file,) = (tmp_path / "thumbnails").glob("*/*.png")
    file.write_bytes(b"damaged")
    cache = open_cache()
    cache.picture(picture, 64)
    _wait(qtbot, lambda: cache.picture(picture, 64))
    assert len(engine.asked) == 2


def test_memory_is_bounded(open_cache: OpenCache, engine: FakeLink, qtbot: Any) -> None:
    engine.auto_reply[ThumbnailQuery] = _red
    cache = open_cache()
    cache._memory._limit = 3 * 64 * 32 * 4
    heard = Heard(ready=cache.ready)
    for number in range(10):
        cache.picture(f"/nowhere/{number}.png", 64)
    _wait(qtbot, lambda: len(heard.of("ready")) == 10)
    assert len(cache._memory._images) == 3
