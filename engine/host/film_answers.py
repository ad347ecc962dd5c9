"""The replies to questions about the film in the viewer."""

import time
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from engine.host.questions import Reply
from engine.protocol.queries import (
    AnyQuery,
    EncodedFrame,
    EncodedFrameReply,
    FilmFrame,
    FilmLoudness,
    FilmLoudnessReply,
    FilmShown,
    FilmSound,
    PictureReply,
    ShowFilm,
    SoundReply,
)

if TYPE_CHECKING:
    from engine.film.frames import FrameServer


class FilmAnswers:
    """Answers in a thread of its own, so that playing does not wait for the thumbnails of a gallery."""

    def __init__(self) -> None:
        self._server: FrameServer | None = None

    def __call__(self, query: AnyQuery) -> Reply:
        """Find the reply to a question.

        Raises:
            PortraitsError: the film has changed since, or one of its files cannot be used.
        """
        match query:
            case ShowFilm():
                return self._show(query)
            case FilmFrame():
                return self._frame(query)
            case FilmSound():
                samples = self._frames().sound(query.film, query.start, query.samples)
                return Reply(SoundReply(samples=query.samples), (samples.astype("<i2").tobytes(),))
            case FilmLoudness():
                return self._loudness(query)
            case EncodedFrame():
                return self._encoded(query)
            case _:
                raise TypeError(f"{type(query).__name__} is no question about the film")

    def _frames(self) -> "FrameServer":
        if self._server is None:
            from engine.film.frames import FrameServer

            self._server = FrameServer()
        return self._server

    def _show(self, query: ShowFilm) -> Reply:
        from engine.film.mixer import is_heard
        from engine.project.store import parse

        path = Path(query.path)
        project = parse(query.project, path)
        self._frames().show(query.film, project, path)
        return Reply(FilmShown(film=query.film, has_sound=is_heard(project)))

    def _frame(self, query: FilmFrame) -> Reply:
        size = query.width, query.height
        rgba = self._frames().frame(query.film, query.frame, *size, subtitles=query.subtitles, draft=query.draft)
        return Reply(PictureReply(width=size[0], height=size[1]), (rgba.tobytes(),))

    def _loudness(self, query: FilmLoudness) -> Reply:
        lufs, peak = self._frames().loudness(query.film, query.start, query.end)
        reply = FilmLoudnessReply(
            integrated=lufs if isfinite(lufs) else None, true_peak=peak if isfinite(peak) else None
        )
        return Reply(reply)

    def _encoded(self, query: EncodedFrame) -> Reply:
        from engine.film.encoded import encode_frame

        server, shown = self._frames(), min(query.frame, 1)
        size, drawn = (query.width, query.height), query.subtitles
        indexes = range(query.frame - shown, query.frame + 2)
        # The first one may have to make a morph ready, which is no measure of the others.
        first = server.frame(query.film, indexes[0], *size, subtitles=drawn, caption_size=query.caption_size).copy()
        begun = time.perf_counter()
        rest = [
            server.frame(query.film, index, *size, subtitles=drawn, caption_size=query.caption_size).copy()
            for index in indexes[1:]
        ]
        composing = (time.perf_counter() - begun) / max(1, len(rest))
        found = encode_frame([first, *rest], shown, server.fps(query.film), query.suffix, query.encode)
        # An export composes and encodes side by side.
        seconds = max(composing, found.seconds)
        reply = EncodedFrameReply(width=size[0], height=size[1], size=found.size, seconds=seconds)
        return Reply(reply, (found.rgba.tobytes(),))
