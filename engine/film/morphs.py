"""The stills and morphs of a timeline: how faces are turned onto each other, and morphs that are ready in time."""

import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from itertools import pairwise

import numpy as np

from engine.film.blend import Layer
from engine.film.media import FilmMedia
from engine.film.place import clip_matrix, picture_matrix, place_picture
from engine.morph.align import Matrix, face_similarity, fit_matrix, transform
from engine.morph.morph import Morph
from engine.morph.picture import PreparedPicture, placed_picture
from engine.morph.strips import StripWorkers
from engine.project.clips import MorphClip, PictureClip, StillClip
from engine.project.keyframes import value_at
from engine.project.landmarks import Landmarks
from engine.project.timeline import Timeline, Track
from engine.protocol.jobs.morph import Separation

_READY_MORPHS = 4
_READY_PICTURES = 4
_READY_STILLS = 6

Motion = tuple[float, float, float]
"""Shift to the right and down as parts of the frame's sides, and scale; (0, 0, 1) at rest."""


def motion_at(clip: PictureClip, time: Fraction) -> Motion:
    """Return x, y and scale of a clip at ``time`` seconds from its start."""
    keys = clip.keyframes
    return (
        value_at(keys.x, clip.x, time),
        value_at(keys.y, clip.y, time),
        value_at(keys.scale, clip.scale, time),
    )


def motion_matrix(motion: Motion, frame: tuple[int, int]) -> Matrix | None:
    """Return the matrix of a clip's place and scale in the frame, None at rest."""
    return None if motion == (0.0, 0.0, 1.0) else clip_matrix(*frame, *motion)


class FilmMorphs:
    """The morphs of one timeline.

    In a row of stills that morphs with ``align`` join, every face is turned, scaled and moved onto the first one, and
    the stills are shown so too: nothing jumps where a morph begins or ends.

    Args:
        timeline: which clips there are.
        media: their pictures and landmarks.
        frame: width and height in pixels.
    """

    def __init__(self, timeline: Timeline, media: FilmMedia, frame: tuple[int, int]) -> None:
        self._media = media
        self._frame = frame
        self._rows: dict[str, list[StillClip]] = {}
        self._between: dict[str, tuple[StillClip, StillClip]] = {}
        for track in timeline.tracks:
            self._find_rows(track)
        self._morphs: OrderedDict[str, Future[Morph]] = OrderedDict()
        self._pictures: OrderedDict[object, PreparedPicture] = OrderedDict()
        self._stills: OrderedDict[object, Layer] = OrderedDict()
        self._lock = threading.Lock()
        self._workers = StripWorkers()
        self._helper = ThreadPoolExecutor(1, "film-morph")

    def aligned(self, clip: StillClip) -> Matrix | None:
        """Return what turns a still's fitted picture onto the first face of its row, None where nothing has to be."""
        row = self._rows.get(clip.id, [])
        if len(row) < 2:
            return None
        first = next((still for still in row if self._media.landmarks(still.media) is not None), None)
        own = self._media.landmarks(clip.media)
        if first is None or own is None or first.id == clip.id:
            return None
        onto = self._media.landmarks(first.media)
        assert onto is not None
        return face_similarity(self._fitted(clip, own), self._fitted(first, onto))

    def still(self, clip: StillClip, motion: Motion) -> Layer:
        """Return a still in the frame. It is kept for the morph beside it, which may have asked for it before."""
        key = clip.id, motion
        with self._lock:
            if key not in self._stills:
                self._stills[key] = place_picture(
                    self._media.picture(clip.media),
                    self._frame,
                    clip,
                    motion_matrix(motion, self._frame),
                    self.aligned(clip),
                )
                while len(self._stills) > _READY_STILLS:
                    self._stills.popitem(last=False)
            self._stills.move_to_end(key)
            return self._stills[key]

    def neighbours(self, clip: MorphClip) -> tuple[StillClip, StillClip]:
        """Return the stills before and after a morph."""
        return self._between[clip.id]

    def morph(self, clip: MorphClip) -> Morph:
        """Return a morph, ready to give frames. Raises PortraitsError when a picture or its landmarks are bad."""
        self.prepare(clip)
        self._morphs.move_to_end(clip.id)
        return self._morphs[clip.id].result()

    def prepare(self, clip: MorphClip) -> None:
        """Begin to make a morph ready in another thread, unless that has been done."""
        if clip.id in self._morphs:
            return
        while len(self._morphs) >= _READY_MORPHS:
            self._morphs.popitem(last=False)[1].cancel()
        self._morphs[clip.id] = self._helper.submit(self._make, clip)

    def close(self) -> None:
        """Stop the threads."""
        self._helper.shutdown(cancel_futures=True)
        self._morphs.clear()
        self._pictures.clear()
        self._stills.clear()
        self._workers.close()

    def _find_rows(self, track: Track) -> None:
        row: list[StillClip] = []
        for clip, following in pairwise((*track.clips, None)):
            if isinstance(clip, StillClip):
                row.append(clip)
                self._rows[clip.id] = row
                if not (isinstance(following, MorphClip) and following.settings.align):
                    row = []
        for before, clip, after in zip(track.clips, track.clips[1:], track.clips[2:], strict=False):
            if isinstance(before, StillClip) and isinstance(clip, MorphClip) and isinstance(after, StillClip):
                self._between[clip.id] = before, after

    def _fitted(self, clip: StillClip, landmarks: Landmarks) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        matrix = fit_matrix(landmarks.width, landmarks.height, *self._frame, clip.fit)
        return transform(matrix, np.array(landmarks.points, np.float64))

    def _make(self, clip: MorphClip) -> Morph:
        before, after = self._between[clip.id]
        separation = clip.settings.separation
        first = self._picture(before, before.duration, clip.first_landmarks, separation)
        second = self._picture(after, Fraction(0), clip.second_landmarks, separation)
        morph = Morph(first, second, clip.settings, self._workers)
        for text in morph.notes:
            self._media.note(text)
        return morph

    def _picture(
        self, clip: StillClip, time: Fraction, own: Landmarks | None, separation: Separation
    ) -> PreparedPicture:
        """Return a still as the frame shows it at one of its ends, with its landmarks brought into the frame."""
        motion = motion_at(clip, time)
        key = clip.id, motion, separation, own
        if key not in self._pictures:
            self._pictures[key] = self._prepared(clip, motion, own, separation)
            while len(self._pictures) > _READY_PICTURES:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def _prepared(
        self, clip: StillClip, motion: Motion, own: Landmarks | None, separation: Separation
    ) -> PreparedPicture:
        levels, item = self._media.picture(clip.media), self._media.item(clip.media)
        moved, aligned = motion_matrix(motion, self._frame), self.aligned(clip)
        rgba = self.still(clip, motion).rgba
        name = item.name or item.path
        landmarks = own or self._media.landmarks(clip.media)
        if landmarks is None:
            return PreparedPicture(name, rgba)
        landmarks.check_size(*levels.size, self._media.path(clip.media))
        matrix = picture_matrix(levels.size, self._frame, clip, moved, aligned)
        return placed_picture(rgba, landmarks, matrix, name=name, separation=separation)
