"""Tracks: adding, removing, moving, naming, and their switches."""

from typing import Literal

from msgspec.structs import replace

from engine.project.edit.find import refuse, with_timeline, with_tracks
from engine.project.fields import new_id
from engine.project.folder import one_line
from engine.project.schema import Project
from engine.project.timeline import Track

Switch = Literal["muted", "solo", "hidden", "locked"]


def add_track(project: Project, kind: Literal["picture", "sound"], name: str = "") -> Project:
    """Add an empty track: a picture track on top of all, a sound track below all."""
    made = Track(id=new_id(), kind=kind, name=one_line(name))
    tracks = project.timeline.tracks
    return _with_laid(project, (made, *tracks) if kind == "picture" else (*tracks, made))


def remove_track(project: Project, track_id: str) -> Project:
    """Remove a track with its clips. Raises PortraitsError (USAGE) when it is locked."""
    track = _track(project, track_id)
    if track.locked:
        refuse(f'The track "{track.name or track.kind}" is locked.', "Unlock it first.")
    return _with_laid(project, tuple(each for each in project.timeline.tracks if each.id != track_id))


def move_track(project: Project, track_id: str, by: int) -> Project:
    """Move a track up (negative) or down among the tracks of its kind."""
    track = _track(project, track_id)
    tracks = list(project.timeline.tracks)
    index = tracks.index(track)
    target = index + by
    if not 0 <= target < len(tracks) or tracks[target].kind != track.kind:
        return project
    tracks.insert(target, tracks.pop(index))
    return _with_laid(project, tuple(tracks))


def rename_track(project: Project, track_id: str, name: str) -> Project:
    """Name a track."""
    return with_tracks(project, (replace(_track(project, track_id), name=one_line(name)),))


def set_switch(project: Project, track_id: str, switch: Switch, on: bool) -> Project:
    """Mute, solo, hide or lock a track, or take that back. A locked track can be switched too."""
    return with_tracks(project, (replace(_track(project, track_id), **{switch: on}),))


def _track(project: Project, track_id: str) -> Track:
    found = next((track for track in project.timeline.tracks if track.id == track_id), None)
    return found if found is not None else refuse("The track is no longer on the timeline.")


def _with_laid(project: Project, tracks: tuple[Track, ...]) -> Project:
    return with_timeline(project, replace(project.timeline, tracks=tracks))
