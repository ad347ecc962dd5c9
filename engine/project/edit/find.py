"""Finding clips and tracks by id, and putting changed ones back."""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, NoReturn

from msgspec.structs import replace

from engine.project.clips import AnyClip
from engine.project.schema import Project
from engine.project.timeline import Timeline, Track
from engine.protocol.errors import ErrorCode, PortraitsError


class Found(NamedTuple):
    """A clip and the track it lies on."""

    track: Track
    clip: AnyClip


def refuse(what: str, todo: str = "") -> NoReturn:
    """Raise the error of an edit that cannot be done; nothing has changed then."""
    raise PortraitsError(ErrorCode.USAGE, what, todo, safe="Nothing was changed.")


def find(project: Project, clip_id: str) -> Found:
    """Return a clip that may be edited, with its track.

    Raises:
        PortraitsError: USAGE when there is no such clip or its track is locked.
    """
    for track in project.timeline.tracks:
        for clip in track.clips:
            if clip.id == clip_id:
                return Found(unlocked(track), clip)
    refuse("The clip is no longer on the timeline.")


def find_track(project: Project, track_id: str) -> Track:
    """Return a track that may be edited.

    Raises:
        PortraitsError: USAGE when there is no such track or it is locked.
    """
    for track in project.timeline.tracks:
        if track.id == track_id:
            return unlocked(track)
    refuse("The track is no longer on the timeline.")


def unlocked(track: Track) -> Track:
    """Return the track. Raises PortraitsError (USAGE) when it is locked."""
    if track.locked:
        refuse(f'The track "{track.name or track.kind}" is locked.', "Unlock it first.")
    return track


def chosen_tracks(project: Project, clip_ids: Collection[str]) -> list[Track]:
    """Return the tracks that hold any of some clips.

    Raises:
        PortraitsError: USAGE when one of them is locked or none of the clips exists.
    """
    wanted = set(clip_ids)
    tracks = [track for track in project.timeline.tracks if any(clip.id in wanted for clip in track.clips)]
    if not tracks:
        refuse("No clip is chosen.", "Choose clips on the timeline.")
    return [unlocked(track) for track in tracks]


def with_tracks(project: Project, tracks: Iterable[Track]) -> Project:
    """Return the project with the tracks of the same ids replaced; the same project when nothing differs."""
    changed = {track.id: track for track in tracks}
    laid = tuple(changed.get(track.id, track) for track in project.timeline.tracks)
    return with_timeline(project, replace(project.timeline, tracks=laid))


def with_clips(project: Project, track: Track, clips: Iterable[AnyClip]) -> Project:
    """Return the project with other clips on one track."""
    return with_tracks(project, (replace(track, clips=tuple(clips)),))


def with_timeline(project: Project, timeline: Timeline) -> Project:
    """Return the project with another timeline; the same project when it does not differ."""
    return project if timeline == project.timeline else replace(project, timeline=timeline)


def change_clips(project: Project, clip_ids: Collection[str], change: Callable[[AnyClip], AnyClip]) -> Project:
    """Return the project with some clips changed in a way that leaves their places as they are."""
    wanted = set(clip_ids)
    tracks = [
        replace(track, clips=tuple(change(clip) if clip.id in wanted else clip for clip in track.clips))
        for track in chosen_tracks(project, wanted)
    ]
    return with_tracks(project, tracks)
