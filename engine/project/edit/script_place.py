"""Laying the script on the timeline: every line a clip, at the time it has in the script."""

from collections.abc import Collection
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import AnyClip, SoundClip, VoiceClip
from engine.project.edit.find import refuse, with_timeline
from engine.project.edit.script_cues import shown
from engine.project.fields import new_id
from engine.project.folder import one_line
from engine.project.schema import Project
from engine.project.script_times import block_times, sound_lengths
from engine.project.timeline import Track

_NAME = 60


def place_script(project: Project, at: Fraction) -> Project:
    """Place every spoken line as a voice clip, ``at`` plus its time in the script, exact to the sample.

    A line's clip has the id of its block. Where the script was placed before, its clips are taken off first and the new
    ones begin where the earliest of them did, so that placing again brings the film up to date.

    Raises:
        PortraitsError: USAGE when nothing is spoken, or when a track with earlier clips of the script is locked.
    """
    lengths = sound_lengths(project)
    script = project.script
    spoken = [
        (block, time)
        for block, time in zip(script.blocks, block_times(script, lengths), strict=True)
        if time.sound and block.take is not None
    ]
    if not spoken:
        refuse("No line of the script is spoken yet.", "Speak it first.")
    ids = {block.id for block in script.blocks}
    earlier = [(track, clip) for track in project.timeline.tracks for clip in track.clips if clip.id in ids]
    if any(track.locked for track, _ in earlier):
        refuse("The script lies on a track that is locked.", "Unlock it first.")
    origin = at
    if earlier:
        first = min(clip.start for _, clip in earlier)
        origin = max(Fraction(0), first - spoken[0][1].start)
    clips: list[AnyClip] = [
        VoiceClip(
            id=block.id,
            start=origin + time.start,
            duration=time.sound,
            media=block.take or "",
            takes=block.takes,
            name=one_line(shown(block.text))[:_NAME],
        )
        for block, time in spoken
    ]
    return _laid(_lifted(project, ids), clips, preferred={track.id for track, _ in earlier})


def _lifted(project: Project, ids: Collection[str]) -> Project:
    tracks = tuple(
        replace(track, clips=tuple(clip for clip in track.clips if clip.id not in ids))
        for track in project.timeline.tracks
    )
    return with_timeline(project, replace(project.timeline, tracks=tracks))


def _laid(project: Project, clips: list[AnyClip], preferred: Collection[str]) -> Project:
    """Lay clips on the track they had, else on a voice track with room, else on a new one below all."""
    timeline = project.timeline
    free = [
        track for track in timeline.tracks if track.kind == "sound" and not track.locked and _has_room(track, clips)
    ]
    voices = [track for track in free if all(isinstance(clip, VoiceClip) for clip in track.clips)]
    known = [track for track in free if track.id in preferred]
    chosen = next(iter((*known, *voices)), None)
    if chosen is None:
        made = Track(id=new_id(), kind="sound", name="Voice", clips=tuple(clips))
        return with_timeline(project, replace(timeline, tracks=(*timeline.tracks, made)))
    laid = replace(chosen, clips=tuple(sorted((*chosen.clips, *clips), key=lambda clip: clip.start)))
    tracks = tuple(laid if track.id == chosen.id else track for track in timeline.tracks)
    return with_timeline(project, replace(timeline, tracks=tracks))


def _has_room(track: Track, clips: list[AnyClip]) -> bool:
    others = [clip for clip in track.clips if isinstance(clip, SoundClip)]
    return all(clip.end <= other.start or other.end <= clip.start for clip in clips for other in others)
