"""Streams the frames of a morph movie: at most a few pictures and one frame are in memory at a time."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

import numpy as np

from engine.morph.draw import draw_mesh, draw_points
from engine.morph.morph import Morph
from engine.morph.picture import PreparedPicture
from engine.morph.plan import Moment
from engine.morph.strips import StripWorkers
from engine.morph.warp import Rgba
from engine.protocol.jobs.landmarks import Drawing
from engine.protocol.jobs.morph import MorphSettings

Load = Callable[[int], PreparedPicture]


class MorphMovie:
    """Renders planned moments one after the other.

    The next picture is read, searched and taken apart in another thread while the present pair is rendered; the first
    two are made ready side by side.

    Args:
        moments: what the frames show, in order.
        load: makes the picture of an index ready; called in other threads, at most two at a time.
        settings: how pairs morph.
        visualize: what is drawn on every frame.
        threads: for warping, 0 takes one for each core.
    """

    def __init__(
        self,
        moments: Sequence[Moment],
        load: Load,
        settings: MorphSettings,
        visualize: Drawing = "none",
        threads: int = 0,
    ) -> None:
        self._moments = moments
        self._load = load
        self._settings = settings
        self._visualize = visualize
        self._workers = StripWorkers(threads)
        self._loader = ThreadPoolExecutor(2, "morph-picture")
        self._pictures: dict[int, Future[PreparedPicture]] = {}
        self._notes: dict[str, None] = {}

    @property
    def notes(self) -> list[str]:
        """What the person should know about the frames made so far, each sentence once."""
        return list(self._notes)

    def frames(self) -> Iterator[Rgba]:
        """Yield every frame: uint8 (height, width, 4). Each is overwritten by the next: copy what must last."""
        pairs = list(_pairs_in_order(self._moments))
        position = -1
        pair: tuple[int, int] | None = None
        morph: Morph | None = None
        out: Rgba | None = None
        for moment in self._moments:
            if (moment.first, moment.second) != pair:
                pair = moment.first, moment.second
                position += 1
                morph = None  # frees the former pair before the next one is waited for
                morph = self._open(pairs, position)
                if out is None:
                    out = np.empty_like(morph.a.rgba)
            assert morph is not None
            yield self._drawn(morph, moment.time, morph.at(moment.time, out))

    def _open(self, pairs: list[tuple[int, int]], position: int) -> Morph:
        wanted = list(pairs[position])
        ahead = [index for pair in pairs[position + 1 : position + 2] for index in pair]
        for index in list(self._pictures):
            if index not in wanted and index not in ahead:
                self._pictures.pop(index).cancel()
        for index in wanted + ahead:
            if index not in self._pictures:
                self._pictures[index] = self._loader.submit(self._load, index)
        a, b = (self._pictures[index].result() for index in wanted)
        morph = Morph(a, b, self._settings, self._workers)
        self._notes.update(dict.fromkeys(morph.notes))
        return morph

    def _drawn(self, morph: Morph, time: float, frame: Rgba) -> Rgba:
        if self._visualize == "none":
            return frame
        points, triangles = morph.mesh_at(time)
        if self._visualize == "points":
            return draw_points(frame, points)
        return draw_mesh(frame, points, triangles)

    def close(self) -> None:
        """Stop the threads."""
        self._loader.shutdown(cancel_futures=True)
        self._pictures.clear()
        self._workers.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _pairs_in_order(moments: Sequence[Moment]) -> Iterator[tuple[int, int]]:
    last = None
    for moment in moments:
        pair = moment.first, moment.second
        if pair != last:
            yield pair
        last = pair
