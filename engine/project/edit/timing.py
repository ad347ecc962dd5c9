"""Lengths that follow something else: a still as long as a voice, a row of portraits on the beat of markers."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, SoundClip, StillClip, VoiceClip
from engine.project.edit import frames
from engine.project.edit.find import find, refuse, with_clips
from engine.project.edit.parts import with_span
from engine.project.edit.trim import ripple_trim
from engine.project.schema import Project
from engine.project.timeline import Track


def fit_to_voice(project: Project, still_id: str, voice_id: str = "") -> Project:
    """Let a still stand until a voice has ended; what follows it moves along.

    Args:
        project: the project.
        still_id: the still.
        voice_id: the voice; "" takes the one that shares most time with the still. A voice that shares none gives the
            still its own length.

    Raises:
        PortraitsError: USAGE when there is no such still or voice.
    """
    still = find(project, still_id).clip
    if not isinstance(still, StillClip):
        refuse("Only a still can be fitted to a voice.", "Choose a still and a voice.")
    voice = _voice(project, still, voice_id)
    meets = voice.start < still.end and voice.end > still.start
    end = voice.end if meets and voice.end > still.start else still.start + voice.duration
    return ripple_trim(project, still_id, "end", frames.at_or_after(end, project.settings.fps))


def lay_to_markers(project: Project, still_ids: Sequence[str], *, first: Fraction | None = None) -> Project:
    """Lay neighbouring stills of a track so that each begins on a marker; morphs end there.

    The first still stays where it is, the next one begins at the first marker after that, and so on; morphs keep their
    lengths as far as the still before them keeps a frame. Stills beyond the last marker keep their lengths, and so does
    the last one. What follows the row moves along.

    Args:
        project: the project.
        still_ids: at least two stills, neighbours but for the morphs between them.
        first: where the first still is to begin; None is the first marker at or after its start when there are as many
            markers as stills from there on, else where it is.

    Raises:
        PortraitsError: USAGE when the stills are no such row or there are no markers behind the first one.
    """
    track, row = _row(project, still_ids)
    fps, frame = project.settings.fps, frames.one(project.settings.fps)
    begin, beats = _beats(project, row, first)
    clips = list(track.clips)
    start, stop = clips.index(row[0]), clips.index(row[-1])
    laid: list[AnyClip] = []
    time = begin
    stills_done = 0
    for index in range(start, stop + 1):
        clip = clips[index]
        if isinstance(clip, MorphClip):
            continue
        following = clips[index + 1] if index < stop else None
        morph = following if isinstance(following, MorphClip) else None
        wanted = morph.duration if morph is not None else Fraction(0)
        beat = beats[stills_done] if stills_done < len(beats) and index < stop else None
        length = clip.duration
        if beat is not None:
            room = max(beat - time, frame * (2 if morph else 1))
            wanted = min(wanted, frames.at_or_before(room - frame, fps))
            length = room - wanted
        moved = replace(clip, start=time)
        laid.append(with_span(moved, time, time + length, fps))
        time += length
        if morph is not None:
            laid.append(replace(morph, start=time, duration=wanted))
            time += wanted
        stills_done += 1
    by = laid[-1].end - clips[stop].end
    later = [replace(clip, start=clip.start + by) for clip in clips[stop + 1 :]]
    earlier = clips[:start]
    if earlier and earlier[-1].end > begin:
        refuse("The row would begin inside the clip before it.", "Move that clip, or choose a later marker.")
    if earlier and isinstance(earlier[-1], MorphClip) and begin != row[0].start:
        earlier[-1] = replace(earlier[-1], duration=begin - earlier[-1].start)
    return with_clips(project, track, (*earlier, *laid, *later))


def _beats(project: Project, row: Sequence[StillClip], first: Fraction | None) -> tuple[Fraction, list[Fraction]]:
    fps = project.settings.fps
    times = sorted({frames.nearest(marker.time, fps) for marker in project.timeline.markers})
    if first is not None:
        begin = frames.nearest(first, fps)
    else:
        ahead = [time for time in times if time >= row[0].start]
        begin = ahead[0] if len(ahead) >= len(row) and not _is_bound(project, row[0]) else row[0].start
    beats = [time for time in times if time > begin]
    if not beats:
        refuse("There are no markers behind the first still.", "Set markers with M while the film plays.")
    return begin, beats


def _is_bound(project: Project, still: StillClip) -> bool:
    """Whether something before a still ends where it starts, so that it should not move away."""
    track = find(project, still.id).track
    return any(clip.id != still.id and clip.start < still.start <= clip.end for clip in track.clips)


def _row(project: Project, still_ids: Sequence[str]) -> tuple[Track, list[StillClip]]:
    if len(still_ids) < 2:
        refuse("One still cannot be laid to a beat.", "Choose a row of stills.")
    wanted = set(still_ids)
    track = find(project, still_ids[0]).track
    chosen = [clip for clip in track.clips if clip.id in wanted]
    places = [track.clips.index(clip) for clip in chosen]
    between = track.clips[places[0] : places[-1] + 1] if places else ()
    stills = [clip for clip in between if isinstance(clip, StillClip)]
    sound = all(isinstance(clip, StillClip | MorphClip) for clip in between) and [c.id for c in stills] == [
        c.id for c in chosen
    ]
    overlapping = any(later.start < earlier.end for earlier, later in pairwise(between))
    if not sound or overlapping or len(chosen) != len(wanted):
        refuse("These clips are no row of stills.", "Choose stills that are neighbours on one track.")
    return track, stills


def _voice(project: Project, still: StillClip, voice_id: str) -> SoundClip:
    if voice_id:
        clip = next((c for track in project.timeline.tracks for c in track.clips if c.id == voice_id), None)
        if not isinstance(clip, SoundClip):
            refuse("There is no such voice on the timeline.")
        return clip
    voices = [c for track in project.timeline.tracks for c in track.clips if isinstance(c, VoiceClip)]
    shared = [(min(c.end, still.end) - max(c.start, still.start), c) for c in voices]
    best = max(shared, key=lambda pair: pair[0], default=None)
    if best is None or best[0] <= 0:
        refuse("No voice is heard at this still.", "Choose a still and a voice.")
    return best[1]
