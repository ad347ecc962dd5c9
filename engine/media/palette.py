"""RGBA frames to palette frames through FFmpeg's palette filters."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

import av
from av.filter import Graph
from av.video.format import VideoFormat
from av.video.frame import VideoFrame


class PaletteOptions(NamedTuple):
    """How colours are chosen.

    Attributes:
        colours: 2..256 in each frame.
        dither: FFmpeg's name, with its options after a colon.
        transparent: keep one entry for transparent pixels (alpha below 128).
    """

    colours: int
    dither: str
    transparent: bool


class PaletteFilter:
    """Turns RGBA frames into ``pal8`` frames, in order.

    Each frame gets a palette of its own: portraits that follow each other share few colours.
    """

    def __init__(self, options: PaletteOptions, width: int, height: int, time_base: Fraction) -> None:
        self._graph = Graph()
        source = self._graph.add_buffer(width=width, height=height, format=VideoFormat("rgba"), time_base=time_base)
        split = self._graph.add("split")
        generate = self._graph.add(
            "palettegen",
            f"stats_mode=single:max_colors={options.colours}:reserve_transparent={int(options.transparent)}",
        )
        use = self._graph.add("paletteuse", f"new=1:dither={options.dither}")
        sink = self._graph.add("buffersink")
        source.link_to(split)
        split.link_to(generate, 0, 0)
        split.link_to(use, 1, 0)
        generate.link_to(use, 0, 1)
        use.link_to(sink)
        self._graph.configure()

    def push(self, frame: VideoFrame) -> Iterator[VideoFrame]:
        """Give one frame in; yields those that are ready."""
        self._graph.vpush(frame)
        yield from self._ready()

    def finish(self) -> Iterator[VideoFrame]:
        """Yield what is left."""
        self._graph.vpush(None)
        yield from self._ready()

    def _ready(self) -> Iterator[VideoFrame]:
        while True:
            try:
                yield self._graph.vpull()
            except av.error.FFmpegError as error:
                if isinstance(error, BlockingIOError | EOFError):
                    return
                raise
