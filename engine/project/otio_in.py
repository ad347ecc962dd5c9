"""Reading a timeline into a project: films of ours come back whole, those of others as far as we know them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname

import opentimelineio as otio
from msgspec.structs import replace

from engine.project.clips import FASTEST, SLOWEST, AnyClip, MorphClip, MovieClip, PlacedClip, SoundClip, StillClip
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.edit.overlap import is_sound
from engine.project.fields import new_id
from engine.project.folder import add_media, one_line
from engine.project.media import MediaItem
from engine.project.otio_files import bad_timeline, read_file
from engine.project.otio_out import SAMPLE_RATE
from engine.project.otio_parts import converted, is_dissolve, is_track, own_metadata, rate_of
from engine.project.schema import Project, Settings
from engine.project.timeline import Marker, Range, Timeline, Track
from engine.project.validate import validate
from engine.protocol.errors import PortraitsError, quoted
from engine.protocol.jobs.base import MediaInfo

_MOST_CLIPS = 50_000


class ReadFilm(NamedTuple):
    """A project that was read, and sentences about what could not be taken over."""

    project: Project
    notes: tuple[str, ...]


def read_otio(path: Path, project_path: Path, probe: Callable[[Path], MediaInfo]) -> ReadFilm:
    """Read a film and copy its media beside a project that will be saved at ``project_path``.

    Files are looked for where the film says, and by name beside it. Clips without a file, effects and transitions we do
    not know are left out, and the notes say so.

    Args:
        path: an .otio file, or a Final Cut XML (.xml).
        project_path: of the new project; it is not saved here.
        probe: describes a media file; ``engine.media.probe.probe``.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is no such film.
    """
    timeline = read_file(path)
    reader = _Reader(path, project_path, probe, timeline)
    project = reader.read()
    validate(project, quoted(path))
    return ReadFilm(project, tuple(dict.fromkeys(reader.notes)))


class _Reader:
    def __init__(
        self, path: Path, project_path: Path, probe: Callable[[Path], MediaInfo], timeline: otio.schema.Timeline
    ) -> None:
        self._path, self._project_path, self._probe, self._timeline = path, project_path, probe, timeline
        own = own_metadata(timeline)
        settings = converted(own.get("settings"), Settings) or Settings(fps=rate_of(timeline))
        self._fps = settings.fps
        self._in_out = converted(own.get("in_out"), Range)
        self._project = Project(title=one_line(timeline.name or path.stem), settings=settings)
        self._files: dict[str, MediaItem | None] = {}
        self.notes: list[str] = []

    def read(self) -> Project:
        count = sum(1 for _ in self._timeline.find_clips())
        if count > _MOST_CLIPS:
            raise bad_timeline(self._path, f"it has {count} clips, at most {_MOST_CLIPS} are possible")
        tracks = [self._track(track) for track in reversed(list(self._timeline.tracks)) if is_track(track)]
        # Pictures lie above sounds, as on the timeline.
        ordered = sorted(tracks, key=lambda track: track.kind == "sound")
        markers = tuple(self._markers())
        timeline = Timeline(tracks=tuple(ordered), markers=markers, in_out=self._in_out)
        return replace(self._project, timeline=timeline)

    def _track(self, track: otio.schema.Track) -> Track:
        kind = "sound" if track.kind == otio.schema.TrackKind.Audio else "picture"
        plain = {**own_metadata(track), "kind": kind, "clips": []}
        plain.setdefault("id", new_id())
        made = converted(plain, Track) or Track(id=new_id(), kind=kind, name=one_line(track.name))  # type: ignore[arg-type]
        clips: list[AnyClip] = []
        for child in track:
            if isinstance(child, otio.schema.Clip):
                clip = self._clip(child, track, kind)
                if clip is not None:
                    clips.append(clip)
            elif isinstance(child, otio.schema.Transition):
                if child.transition_type != otio.schema.TransitionTypes.SMPTE_Dissolve:
                    self.notes.append(f'The transition "{one_line(child.name)}" is not known here and became a cut.')
            elif not isinstance(child, otio.schema.Gap):
                self.notes.append(f'"{one_line(child.name)}" is a nested film and was left out.')
        return replace(made, clips=self._sound_row(clips))

    def _sound_row(self, clips: list[AnyClip]) -> tuple[AnyClip, ...]:
        """Return the clips in order, without overlaps that are no cross-fade, with morphs between stills only."""
        anchors = anchors_of(clips)
        hard: list[AnyClip] = []
        for clip in sorted((each for each in clips if not isinstance(each, MorphClip)), key=lambda each: each.start):
            if is_sound([*hard[-2:], clip]):
                hard.append(clip)
            else:
                self.notes.append(f'The clip "{clip.name}" lies over others and was left out.')
        return with_morphs(hard, [clip for clip in clips if isinstance(clip, MorphClip)], anchors)

    def _clip(self, child: otio.schema.Clip, track: otio.schema.Track, kind: str) -> AnyClip | None:
        begin, end = self._place(child, track)
        known = cast("AnyClip | None", converted(own_metadata(child).get("clip"), AnyClip))  # type: ignore[arg-type]
        for effect in child.effects:
            if not isinstance(effect, otio.schema.LinearTimeWarp):
                name = one_line(effect.effect_name or effect.name or "without a name")
                self.notes.append(f'The effect "{name}" of the clip "{one_line(child.name)}" is not known here.')
        if end <= begin:
            self.notes.append(f'The clip "{one_line(child.name)}" has no length and was left out.')
            return None
        if known is not None and isinstance(known, SoundClip) != (kind == "sound"):
            known = None
        half = 1 / (2 * self._fps)
        if known is not None and abs(known.start - begin) <= half and abs(known.end - end) <= half:
            begin, end = known.start, known.end
        made: AnyClip | None = known
        if isinstance(known, PlacedClip | SoundClip):
            item = self._medium(child)
            made = None if item is None else replace(known, media=item.id, takes=())
        elif known is None:
            made = self._foreign(child, track, kind)
        if made is None:
            return None
        try:
            return replace(made, start=begin, duration=end - begin)
        except ValueError as error:
            self.notes.append(f'The clip "{one_line(child.name)}" was left out: {error}.')
            return None

    def _place(self, child: otio.schema.Clip, track: otio.schema.Track) -> tuple[Fraction, Fraction]:
        """Return where a clip begins and ends, with its parts in the dissolves beside it."""
        span = track.range_of_child(child)
        begin = self._seconds(span.start_time)
        end = begin + self._seconds(span.duration)
        before, after = track.neighbors_of(child)
        if is_dissolve(before):
            begin -= self._seconds(before.in_offset)
        if is_dissolve(after):
            end += self._seconds(after.out_offset)
        return max(Fraction(0), begin), end

    def _foreign(self, child: otio.schema.Clip, track: otio.schema.Track, kind: str) -> AnyClip | None:
        """Return a clip of another program: its file from its in point on, at its speed."""
        item = self._medium(child)
        if item is None:
            return None
        common: dict[str, Any] = {
            "id": new_id(),
            "start": Fraction(0),
            "duration": Fraction(1),
            "media": item.id,
            "name": one_line(child.name),
        }
        if item.info.kind == "picture" and kind == "picture":
            return StillClip(**common)
        warp = next((each for each in child.effects if type(each) is otio.schema.LinearTimeWarp), None)
        speed = Fraction(warp.time_scalar).limit_denominator(1000) if warp is not None else Fraction(1)
        if not SLOWEST <= speed <= FASTEST:
            self.notes.append(f'The speed of the clip "{one_line(child.name)}" is not possible and became 1.')
            speed = Fraction(1)
        available = child.media_reference.available_range
        first = self._seconds(child.trimmed_range().start_time)
        before = track.neighbors_of(child)[0]
        if is_dissolve(before):
            # Its source begins at the cut; what is seen of it before that, in the dissolve, lies before.
            first -= self._seconds(before.in_offset) * speed
        point = max(Fraction(0), first - (self._seconds(available.start_time) if available is not None else 0))
        if kind == "sound" and item.info.kind in ("sound", "movie"):
            return SoundClip(in_point=point, speed=speed, **common)
        if kind == "picture" and item.info.kind == "movie":
            return MovieClip(in_point=point, speed=speed, **common)
        self.notes.append(f'The clip "{one_line(child.name)}" has a file of another kind and was left out.')
        return None

    def _medium(self, child: otio.schema.Clip) -> MediaItem | None:
        reference = child.media_reference
        name = one_line(child.name)
        if not isinstance(reference, otio.schema.ExternalReference) or not reference.target_url:
            self.notes.append(f'The clip "{name}" names no file and was left out.')
            return None
        url = reference.target_url
        if url not in self._files:
            self._files[url] = self._add(url, reference)
        if self._files[url] is None:
            self.notes.append(f'The file "{one_line(Path(unquote(url)).name)}" was not found; its clips were left out.')
        return self._files[url]

    def _add(self, url: str, reference: otio.schema.ExternalReference) -> MediaItem | None:
        file = self._find(url)
        if file is None:
            return None
        try:
            info = self._probe(file)
            self._project, item = add_media(self._project, self._project_path, file, info)
        except PortraitsError as error:
            self.notes.append(error.failure.what)
            return None
        known = converted(own_metadata(reference).get("item"), MediaItem)
        if known is not None and known.sha256 == item.sha256:
            # The same bytes as then: landmarks, captions and recipe still hold.
            kept = replace(known, id=item.id, path=item.path, info=item.info, size=item.size, take_of=None)
            media = tuple(kept if each.id == item.id else each for each in self._project.media)
            self._project, item = replace(self._project, media=media), kept
        return item

    def _find(self, url: str) -> Path | None:
        parsed = urlparse(url)
        if parsed.scheme not in ("", "file") and len(parsed.scheme) > 1:
            return None  # Nothing is fetched from elsewhere.
        name = url2pathname(parsed.path) if parsed.scheme == "file" else unquote(url)
        given, folder = Path(name), self._path.parent
        candidates = [folder / given, folder / given.name]
        if given.drive.startswith("\\\\") and given.drive.lower() != self._path.absolute().drive.lower():
            del candidates[0]  # Windows would ask that server, and tell it who the person is.
        for candidate in candidates:
            with suppress(OSError):  # a name that no file can have
                if candidate.is_file():
                    return candidate
        return None

    def _markers(self) -> Iterator[Marker]:
        for marker in self._timeline.tracks.markers:
            time = self._seconds(marker.marked_range.start_time)
            known = converted(own_metadata(marker), Marker)
            if known is not None and abs(known.time - time) <= 1 / (2 * self._fps):
                yield known
            elif time >= 0:
                yield Marker(id=new_id(), time=time, name=one_line(marker.name))

    def _seconds(self, time: otio.opentime.RationalTime) -> Fraction:
        """Return a time on the frame grid, or on samples where it is given in those."""
        if time.rate == SAMPLE_RATE:
            return Fraction(round(time.value), SAMPLE_RATE)
        return Fraction(round(Fraction(time.value / time.rate) * self._fps)) / self._fps
