import threading

import numpy as np
import pytest

from engine.morph.morph import Morph
from engine.morph.movie import MorphMovie
from engine.morph.picture import PreparedPicture
from engine.morph.plan import plan_movie
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.morph import MorphJob, MorphSettings

SETTINGS = MorphSettings(separation="none")


def plan(pictures: int, **fields: object) -> list:
    return plan_movie(MorphJob(inputs=(Source(path="x"),), output="x.mp4", **fields), pictures)  # type: ignore[arg-type]


def test_frames_are_those_of_the_pairs(prepared: list[PreparedPicture]) -> None:
    moments = plan(3, morph_frames=2)
    with MorphMovie(moments, lambda index: prepared[index], SETTINGS, threads=2) as movie:
        frames = [frame.copy() for frame in movie.frames()]
    assert len(frames) == 3 + 4
    assert np.array_equal(frames[0], prepared[0].rgba)
    assert np.array_equal(frames[3], prepared[1].rgba)
    assert np.array_equal(frames[6], prepared[2].rgba)
    assert np.array_equal(frames[4], Morph(prepared[1], prepared[2], SETTINGS).at(1 / 3))


def test_only_a_few_pictures_are_alive_at_a_time(prepared: list[PreparedPicture]) -> None:
    alive, most, lock = set[int](), 0, threading.Lock()

    class Counted:
        def __init__(self, index: int) -> None:
            nonlocal most
            self.index = index
            with lock:
                alive.add(id(self))
                most = max(most, len(alive))

        def __del__(self) -> None:
            with lock:
                alive.discard(id(self))

    def load(index: int) -> PreparedPicture:
        base = prepared[index % 4]
        picture = PreparedPicture(f"{index}", base.rgba.copy(), base.points, source=base.source)
        picture.__dict__["token"] = Counted(index)
        return picture

    with MorphMovie(plan(30, morph_frames=1), load, SETTINGS) as movie:
        assert sum(1 for _ in movie.frames()) == 30 + 29
    assert most <= 4


def test_pictures_that_are_needed_again_soon_are_kept(prepared: list[PreparedPicture]) -> None:
    loads: list[int] = []

    def load(index: int) -> PreparedPicture:
        loads.append(index)
        return prepared[index]

    with MorphMovie(plan(4, morph_frames=1, repeat="ping_pong"), load, SETTINGS) as movie:
        count = sum(1 for _ in movie.frames())
    assert count == 7 + 5
    assert loads == [0, 1, 2, 3, 0]


def test_an_error_while_loading_ends_the_movie(prepared: list[PreparedPicture]) -> None:
    def load(index: int) -> PreparedPicture:
        if index == 2:
            raise PortraitsError(ErrorCode.BAD_INPUT, "broken")
        return prepared[index]

    with (
        MorphMovie(plan(3, morph_frames=1), load, SETTINGS) as movie,
        pytest.raises(PortraitsError, match="broken"),
    ):
        list(movie.frames())


def test_leaving_early_ends_the_threads(prepared: list[PreparedPicture]) -> None:
    before = threading.active_count()
    with MorphMovie(plan(4, morph_frames=50), lambda index: prepared[index], SETTINGS) as movie:
        next(movie.frames())
    assert threading.active_count() == before
