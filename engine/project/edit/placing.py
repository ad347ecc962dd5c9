"""Placing media on the timeline."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import (
    AnimationClip,
    AnyClip,
    MorphClip,
    MovieClip,
    MusicClip,
    ShotClip,
    SoundClip,
    StillClip,
    TitleClip,
    VoiceClip,
)
from engine.project.edit import frames
from engine.project.edit.arrange import Landing, arrange
from engine.project.edit.find import find_track, refuse, with_clips, with_timeline
from engine.project.edit.insert import insert
from engine.project.edit.limits import source_length
from engine.project.edit.morphs import anchors_of
from engine.project.fields import new_id
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.timeline import Track

HOLD, MORPH = Fraction(1), Fraction(3, 2)
"""Seconds that a placed picture stands, and that the morph between two of them takes."""

_MOVIE_CLIPS = {"shot": ShotClip, "animation": AnimationClip}
_SOUND_CLIPS = {"voice": VoiceClip, "music": MusicClip}


def clip_of(item: MediaItem, start: Fraction, fps: Fraction) -> AnyClip:
    """Return a clip that shows a whole media item; a picture stands for :data:`HOLD`.

    Raises:
        PortraitsError: USAGE for what cannot lie on a timeline, such as a motion.
    """
    if item.info.kind == "picture":
        hold = max(frames.one(fps), frames.nearest(HOLD, fps))
        return StillClip(id=new_id(), start=start, duration=hold, media=item.id, name=item.name)
    length = source_length(item)
    if item.info.kind not in ("movie", "sound") or length is None:
        refuse(f'"{item.name or item.id}" cannot lie on the timeline.', "Place pictures, movies and sounds.")
    if item.info.kind == "movie":
        kind = _MOVIE_CLIPS.get(item.kind, MovieClip)
        # Cut, not lengthened: the last frame of the clip is one of the movie.
        whole = max(frames.one(fps), frames.nearest(length, fps))
        return kind(id=new_id(), start=start, duration=whole, media=item.id, name=item.name)
    return _SOUND_CLIPS.get(item.kind, SoundClip)(
        id=new_id(), start=start, duration=length, media=item.id, name=item.name
    )


def clips_of(items: Sequence[MediaItem], fps: Fraction, *, morph: Fraction = Fraction(0)) -> list[AnyClip]:
    """Return clips for media items in a row from 0 on, with a morph of ``morph`` seconds between two pictures."""
    clips: list[AnyClip] = []
    time = Fraction(0)
    between = frames.nearest(morph, fps)
    for item in items:
        if between > 0 and clips and isinstance(clips[-1], StillClip) and item.info.kind == "picture":
            clips.append(MorphClip(id=new_id(), start=time, duration=between))
            time += between
        clips.append(clip_of(item, time, fps))
        time = frames.at_or_after(clips[-1].end, fps)
    return clips


def place(
    project: Project,
    item_ids: Sequence[str],
    *,
    at: Fraction,
    track_id: str | None = None,
    landing: Landing = "insert",
    morph: Fraction = Fraction(0),
) -> Project:
    """Place media items in a row from a time on.

    Args:
        project: the project that has them.
        item_ids: what to place, in order: either seen or heard things, not both.
        at: seconds; rounded to a frame.
        track_id: where; None takes the lowest picture track or the first sound track of that kind, and makes one where
            there is none.
        landing: how the clips land.
        morph: seconds of the morphs between pictures, 0 for none.

    Raises:
        PortraitsError: USAGE when an item is not there or of another kind than the track.
    """
    items, fps = _items(project, item_ids), project.settings.fps
    heard = items[0].info.kind == "sound"
    if any((item.info.kind == "sound") != heard for item in items):
        refuse("Pictures and sounds cannot lie on one track.", "Place them one after the other.")
    project, track = _track_for(project, items[0], track_id)
    clips = clips_of(items, fps, morph=morph)
    if landing == "insert":
        return insert(project, track.id, clips, at=at)
    start = frames.nearest(max(Fraction(0), at), fps)
    landed = [replace(clip, start=clip.start + start) for clip in clips]
    known = anchors_of(track.clips) | anchors_of(landed)
    return with_clips(project, track, arrange(track.clips, landed, known, fps, cross_fade=landing == "overlap"))


def place_at_end(project: Project, item_ids: Sequence[str]) -> Project:
    """Place media items at the end of the film, in order.

    Pictures are joined by morphs, with the last still that is there too. What is seen goes to the lowest picture track,
    what is heard to the first sound track of its kind; a track is made where there is none. What cannot lie on a
    timeline is left out.
    """
    items = project.media_by_id()
    for item_id in item_ids:
        item = items.get(item_id)
        if item is not None and item.info.kind in ("picture", "movie", "sound"):
            project = _append(project, item)
    return project


def add_title(project: Project, text: str, *, at: Fraction, duration: Fraction = Fraction(3)) -> Project:
    """Add a title from a time on: on a track of titles that has room there, else on a new one above all."""
    fps = project.settings.fps
    start = frames.nearest(max(Fraction(0), at), fps)
    length = max(frames.one(fps), frames.nearest(duration, fps))
    fade = min(Fraction(1, 2), length / 4)
    clip = TitleClip(
        id=new_id(), start=start, duration=length, text=text, name=_title_name(text), fade_in=fade, fade_out=fade
    )
    tracks = project.timeline.tracks
    for track in tracks:
        titles = track.clips and all(isinstance(each, TitleClip) for each in track.clips)
        free = all(each.end <= clip.start or each.start >= clip.end for each in track.clips)
        if track.kind == "picture" and titles and free and not track.locked:
            return with_clips(project, track, sorted((*track.clips, clip), key=lambda each: each.start))
    made = Track(id=new_id(), kind="picture", name="Titles", clips=(clip,))
    return with_timeline(project, replace(project.timeline, tracks=(made, *tracks)))


def _title_name(text: str) -> str:
    return " ".join(text.split())[:40]


def _append(project: Project, item: MediaItem) -> Project:
    fps = project.settings.fps
    project, track = _track_for(project, item, None)
    time = frames.at_or_after(max((clip.end for clip in track.clips), default=Fraction(0)), fps)
    clips = list(track.clips)
    if item.info.kind == "picture" and clips and isinstance(clips[-1], StillClip) and clips[-1].end == time:
        length = max(frames.one(fps), frames.nearest(MORPH, fps))
        clips.append(MorphClip(id=new_id(), start=time, duration=length))
        time += length
    return with_clips(project, track, (*clips, clip_of(item, time, fps)))


def _track_for(project: Project, item: MediaItem, track_id: str | None) -> tuple[Project, Track]:
    heard = item.info.kind == "sound"
    if track_id is not None:
        track = find_track(project, track_id)
        if (track.kind == "sound") != heard:
            refuse(
                f'"{item.name or item.id}" cannot lie on the track "{track.name or track.kind}".',
                "Drop pictures and movies on a picture track, sounds on a sound track.",
            )
        return project, track
    found = _usual_track(project, item)
    if found is not None:
        return project, found
    names = {"voice": "Voice", "music": "Music", "sound": "Sound"}
    made = Track(
        id=new_id(), kind="sound" if heard else "picture", name=names.get(item.kind, "Sound") if heard else "Pictures"
    )
    tracks = project.timeline.tracks
    # Picture rows lie above sound rows; a first picture row lies below the titles, so that they cover it.
    seen = sum(track.kind == "picture" for track in tracks)
    laid = (*tracks, made) if heard else (*tracks[:seen], made, *tracks[seen:])
    return with_timeline(project, replace(project.timeline, tracks=laid)), made


def _usual_track(project: Project, item: MediaItem) -> Track | None:
    free = [track for track in project.timeline.tracks if not track.locked]
    if item.info.kind != "sound":
        seen = [
            track
            for track in free
            if track.kind == "picture" and not (track.clips and all(isinstance(c, TitleClip) for c in track.clips))
        ]
        return seen[-1] if seen else None
    kind = _SOUND_CLIPS.get(item.kind, SoundClip)
    heard = [track for track in free if track.kind == "sound"]
    same = [track for track in heard if any(type(clip) is kind for clip in track.clips)]
    empty = [track for track in heard if not track.clips]
    return (same or empty or [None])[0]  # type: ignore[list-item]


def _items(project: Project, item_ids: Sequence[str]) -> list[MediaItem]:
    known = project.media_by_id()
    items = [known[item_id] for item_id in item_ids if item_id in known]
    if not items or len(items) != len(item_ids):
        refuse("There is nothing to place.", "Choose pictures, movies or sounds in the gallery.")
    return items
