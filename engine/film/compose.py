"""Frame k of a timeline: what every track shows at k / fps, laid over each other."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Self

from engine.film.blend import Layer, Rgba, dissolve, layer_of, over, plain
from engine.film.captions import CAPTION_SIZE, FilmCaption, caption_at, caption_title
from engine.film.media import FilmMedia
from engine.film.morphs import FilmMorphs, motion_at, motion_matrix
from engine.film.place import Levels, place_picture, warp
from engine.film.titles import draw_title, missing_signs
from engine.project.clips import AnyClip, MorphClip, MovieClip, PictureClip, StillClip, TitleClip
from engine.project.keyframes import value_at
from engine.project.schema import Project
from engine.project.timeline import Track

_PREPARE_AHEAD = Fraction(8)
_MORPHS_AHEAD = 2
_KEPT_LAYERS = 6


class Compositor:
    """The pictures of a project's film. Close it, or use it as a context manager; for one thread at a time.

    Args:
        project: with its settings: frame, frame rate, background.
        project_path: where it lies, which says where its media is.
        note: told what the person should know, each sentence once.
        clear: leave out the background, for movies that keep transparency.
        captions: words to draw over the film, in seconds of the timeline.
        caption_size: height of their lines as a part of the frame's shorter side.
        landmark_cache: folder of found landmarks; None takes the usual one.
        proxies: folder of the proxies; None takes the usual one. They are used while ``draft`` is set, and only then.
    """

    def __init__(
        self,
        project: Project,
        project_path: Path,
        *,
        note: Callable[[str], None],
        clear: bool = False,
        captions: Sequence[FilmCaption] = (),
        caption_size: float = CAPTION_SIZE,
        landmark_cache: Path | None = None,
        proxies: Path | None = None,
    ) -> None:
        settings = project.settings
        self._fps = settings.fps
        self._size = settings.width, settings.height
        self._background = plain(*self._size, None if clear else settings.background)
        self._clear = clear
        self._captions, self._caption_size = captions, caption_size
        self._tracks = [_Row(track) for track in reversed(project.timeline.tracks) if _is_seen(track)]
        self._media = FilmMedia(project, project_path, note, landmark_cache, proxies)
        self._morphs = FilmMorphs(project.timeline, self._media, self._size)
        self._layers: OrderedDict[object, Layer] = OrderedDict()
        self._shown: tuple[list[Layer], Rgba] = [], self._background
        self.draft = False
        self.unchanged = False
        """Whether the frame that was returned last is, pixel by pixel, the one returned before it."""

    def frame(self, index: int) -> Rgba:
        """Return frame ``index``: uint8 (height, width, 4), straight alpha.

        It must not be changed, and holds until the next call: copy what must last.

        Raises:
            PortraitsError: a file is missing or cannot be read.
        """
        layers = self._layers_at(index / self._fps)
        before, picture = self._shown
        # A held portrait is most of many films: what lies over each other the same way as before is not laid again.
        self.unchanged = bool(before) and len(before) == len(layers) and all(map(_same, before, layers))
        if not self.unchanged:
            picture = self._laid(layers)
        self._shown = layers, picture
        return picture

    def _layers_at(self, time: Fraction) -> list[Layer]:
        """Return what every track shows and the words over them, the lowest first."""
        found = [layer for row in self._tracks if (layer := self._row_layer(row, time)) is not None]
        words = caption_at(self._captions, time)
        if words is not None:
            found.append(self._kept(("caption", words), lambda: self._drawn(caption_title(words, self._caption_size))))
        return found

    def _laid(self, layers: Sequence[Layer]) -> Rgba:
        picture, opaque = self._background, not self._clear
        for layer in layers:
            picture = over(picture, layer, bottom_opaque=opaque)
            opaque = opaque or (layer.opaque and layer.opacity >= 1)
        return picture

    def prepare(self, index: int) -> None:
        """Begin, in another thread, with what frame ``index`` and those soon after it need."""
        for row in self._tracks:
            self._prepare(row, index / self._fps)

    def _prepare(self, row: "_Row", time: Fraction) -> None:
        for morph in row.next_morphs(time):
            self._morphs.prepare(morph)

    def close(self) -> None:
        """Stop the threads and close the files."""
        self._morphs.close()
        self._media.close()
        self._layers.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _row_layer(self, row: "_Row", time: Fraction) -> Layer | None:
        """Return what a track shows; where two clips overlap, the later one fades in over the earlier one."""
        self._prepare(row, time)
        clips = row.at(time)
        layers = [self._clip_layer(clip, time - clip.start, row) for clip in clips]
        if len(layers) < 2:
            return layers[0] if layers else None
        first, second = clips
        return dissolve(layers[0], layers[1], float((time - second.start) / (first.end - second.start)))

    def _clip_layer(self, clip: AnyClip, time: Fraction, row: "_Row") -> Layer:
        """Return a clip's layer at ``time`` seconds from its start."""
        match clip:
            case MorphClip():
                return self._morph_layer(clip, time, row)
            case TitleClip():
                layer = self._title_layer(clip, time)
            case StillClip():
                layer = self._morphs.still(clip, motion_at(clip, time))
            case MovieClip():
                layer = self._movie_layer(clip, time)
            case _:
                raise AssertionError(f"a {type(clip).__name__} on a picture track")
        return replace(layer, opacity=opacity_at(clip, time))

    def _movie_layer(self, clip: MovieClip, time: Fraction) -> Layer:
        wanted = clip.in_point + time * clip.speed
        item = self._media.item(clip.media)
        if 0 < item.info.duration < wanted - 1 / self._fps:
            self._media.note(f'"{item.name or item.path}" ends before its clip does; its last frame stays.')
        rgba = self._media.movie(clip.media, clip.id, draft=self.draft).frame_at(wanted)
        motion = motion_matrix(motion_at(clip, time), self._size)
        if motion is None and rgba.shape[1::-1] == self._size:
            return layer_of(rgba)
        return place_picture(Levels(rgba), self._size, clip, motion, None)

    def _morph_layer(self, clip: MorphClip, time: Fraction, row: "_Row") -> Layer:
        """A morph of n frames is at 1 / (n + 1), 2 / (n + 1) ... of the way: the stills beside it are both ends."""
        frames = clip.duration * self._fps
        part = float((time * self._fps + 1) / (frames + 1))
        morph = self._morphs.morph(clip)
        before, after = self._morphs.neighbours(clip)
        start, end = own_opacity(before, before.duration), own_opacity(after, Fraction(0))
        row.buffer = morph.at(part, row.buffer)
        return Layer(row.buffer, morph.a.opaque and morph.b.opaque, start + (end - start) * part, lasts=False)

    def _title_layer(self, clip: TitleClip, time: Fraction) -> Layer:
        layer = self._kept(clip.id, lambda: self._drawn(clip))
        motion = motion_matrix(motion_at(clip, time), self._size)
        return layer if motion is None else layer_of(warp(Levels(layer.rgba), motion, *self._size))

    def _drawn(self, clip: TitleClip) -> Layer:
        missing = missing_signs(clip)
        if missing:
            self._media.note(
                f'No font was found with the signs "{missing[:20]}", so boxes stand for them. Install one that has.'
            )
        return draw_title(clip, *self._size)

    def _kept(self, key: object, make: Callable[[], Layer]) -> Layer:
        if key not in self._layers:
            self._layers[key] = make()
            while len(self._layers) > _KEPT_LAYERS:
                self._layers.popitem(last=False)
        self._layers.move_to_end(key)
        return self._layers[key]


def frame_count(duration: Fraction, fps: Fraction) -> int:
    """Return how many frames begin before ``duration`` seconds."""
    return ceil(duration * fps)


def own_opacity(clip: PictureClip, time: Fraction) -> float:
    """Return a clip's opacity without its fades, 0..1, at ``time`` seconds from its start."""
    return value_at(clip.keyframes.opacity, clip.opacity, time)


def opacity_at(clip: PictureClip, time: Fraction) -> float:
    """Return a clip's opacity with its fades, 0..1, at ``time`` seconds from its start. Fades are straight lines."""
    fade = Fraction(1)
    if time < clip.fade_in:
        fade = time / clip.fade_in
    elif clip.duration - time < clip.fade_out:
        fade = (clip.duration - time) / clip.fade_out
    return own_opacity(clip, time) * float(fade)


def _same(first: Layer, second: Layer) -> bool:
    """Whether two layers show the same: the very same pixels, and not in memory that is written over and over."""
    return first.rgba is second.rgba and first.lasts and second.lasts and first.opacity == second.opacity


def _is_seen(track: Track) -> bool:
    return track.kind == "picture" and not track.hidden


class _Row:
    """A track whose clips are found by time."""

    def __init__(self, track: Track) -> None:
        self.buffer: Rgba | None = (
            None  # where the track's morphs are rendered to: new memory costs a tenth of the time
        )
        self._clips = track.clips
        self._starts = [clip.start for clip in track.clips]
        self._morphs = [clip for clip in track.clips if isinstance(clip, MorphClip)]
        self._morph_starts = [clip.start for clip in self._morphs]

    def at(self, time: Fraction) -> list[AnyClip]:
        """Return the clips that cover a time: none, one, or the two of a cross-fade in their order."""
        index = bisect_right(self._starts, time)
        return [clip for clip in self._clips[max(0, index - 2) : index] if time < clip.end]

    def next_morphs(self, time: Fraction) -> list[MorphClip]:
        """Return the morph that is seen and those that begin next, as far as that is soon."""
        index = bisect_right(self._morph_starts, time)
        seen = index and time < self._morphs[index - 1].end
        soon = self._morphs[index - 1 if seen else index : index + _MORPHS_AHEAD]
        return [morph for morph in soon if morph.start <= time + _PREPARE_AHEAD]
