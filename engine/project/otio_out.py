"""A project's timeline as OpenTimelineIO, for other programs and for the way back (:mod:`engine.project.otio_in`).

What OpenTimelineIO has words for is said in them: tracks, gaps, clips with their media, speed, cross-fades as
dissolves, markers. Everything else of a clip, its recipe and its medium's recipe lie in the metadata under "portraits".
A morph and a title are clips of a generator, because no file shows them.
"""

from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import opentimelineio as otio

from engine.project.clips import AnyClip, MorphClip, MovieClip, PlacedClip, SoundClip, StillClip, TitleClip
from engine.project.folder import media_folder
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.timeline import Marker, Track
from engine.protocol.values import encode_hook

KEY = "portraits"
SAMPLE_RATE = 48_000


def to_otio(project: Project, project_path: Path, folder: Path) -> otio.schema.Timeline:
    """Return the timeline; ``folder`` is where its file will lie."""
    settings = project.settings
    timeline = otio.schema.Timeline(project.title or project_path.stem)
    timeline.metadata[KEY] = _plain({"settings": settings, "in_out": project.timeline.in_out})
    writer = _Writer(project, media_folder(project_path), folder)
    # The first row of ours covers the others; the last track of theirs does.
    for track in reversed(project.timeline.tracks):
        timeline.tracks.append(writer.track(track))
    for marker in project.timeline.markers:
        timeline.tracks.markers.append(writer.marker(marker))
    return timeline


class _Writer:
    def __init__(self, project: Project, media: Path, folder: Path) -> None:
        self._fps = project.settings.fps
        self._items = project.media_by_id()
        self._media, self._folder = media, folder

    def track(self, track: Track) -> otio.schema.Track:
        kind = otio.schema.TrackKind.Video if track.kind == "picture" else otio.schema.TrackKind.Audio
        made = otio.schema.Track(track.name, kind=kind)
        plain = _plain(track)
        plain.pop("clips", None)
        made.metadata[KEY] = plain
        made.enabled = not (track.hidden if track.kind == "picture" else track.muted)
        reached = Fraction(0)
        clips = track.clips
        for index, clip in enumerate(clips):
            begin, end = clip.start, clip.end
            if index and clips[index - 1].end > clip.start:
                begin = self._cut(clips[index - 1], clip)
                made.append(self._dissolve(clip, clips[index - 1], begin))
            if index + 1 < len(clips) and clips[index + 1].start < clip.end:
                end = self._cut(clip, clips[index + 1])
            if begin > reached:
                made.append(otio.schema.Gap(duration=self._time(begin - reached)))
            made.append(self._clip(clip, begin, end))
            reached = end
        return made

    def marker(self, marker: Marker) -> otio.schema.Marker:
        span = otio.opentime.TimeRange(self._time(marker.time), self._time(Fraction(0)))
        return otio.schema.Marker(marker.name, span, metadata={KEY: _plain(marker)})

    def _cut(self, first: AnyClip, second: AnyClip) -> Fraction:
        """Return where one clip hands over to the other in the middle of their cross-fade, on a frame."""
        middle = (second.start + first.end) / 2
        return Fraction(round(middle * self._fps)) / self._fps

    def _dissolve(self, clip: AnyClip, before: AnyClip, cut: Fraction) -> otio.schema.Transition:
        return otio.schema.Transition(
            transition_type=otio.schema.TransitionTypes.SMPTE_Dissolve,
            in_offset=self._time(cut - clip.start),
            out_offset=self._time(before.end - cut),
        )

    def _clip(self, clip: AnyClip, begin: Fraction, end: Fraction) -> otio.schema.Clip:
        item = self._items.get(clip.media) if isinstance(clip, PlacedClip | SoundClip) else None
        point = Fraction(0)
        if isinstance(clip, MovieClip | SoundClip):
            point = clip.in_point + (begin - clip.start) * clip.speed
        made = otio.schema.Clip(
            clip.name or (item.name if item is not None else ""),
            media_reference=self._reference(clip, item),
            source_range=otio.opentime.TimeRange(self._time(point), self._time(end - begin)),
            metadata={KEY: _plain({"clip": clip})},
        )
        if isinstance(clip, StillClip):
            made.effects.append(otio.schema.FreezeFrame())
        elif isinstance(clip, MovieClip | SoundClip) and clip.speed != 1:
            made.effects.append(otio.schema.LinearTimeWarp(time_scalar=float(clip.speed)))
        return made

    def _reference(self, clip: AnyClip, item: MediaItem | None) -> otio.core.MediaReference:
        if isinstance(clip, MorphClip | TitleClip):
            kind = "morph" if isinstance(clip, MorphClip) else "title"
            return otio.schema.GeneratorReference(name=kind, generator_kind=f"{KEY}.{kind}")
        assert item is not None
        file = self._media.joinpath(*item.path.split("/"))
        try:
            url = file.relative_to(self._folder).as_posix()
        except ValueError:
            url = file.absolute().as_uri()
        available = None
        if item.info.duration > 0:
            length = self._time(Fraction(item.info.duration).limit_denominator(10**6))
            available = otio.opentime.TimeRange(self._time(Fraction(0)), length)
        return otio.schema.ExternalReference(url, available, metadata={KEY: _plain({"item": item})})

    def _time(self, seconds: Fraction) -> otio.opentime.RationalTime:
        """Return a time in whole frames, and in samples where it lies between frames."""
        frame = seconds * self._fps
        if frame.denominator == 1:
            return otio.opentime.RationalTime(frame.numerator, float(self._fps))
        return otio.opentime.RationalTime(float(seconds * SAMPLE_RATE), SAMPLE_RATE)


def _plain(value: Any) -> Any:
    """Return structs as what OpenTimelineIO's metadata holds: dictionaries, lists, texts and numbers."""
    return msgspec.to_builtins(value, enc_hook=encode_hook)
