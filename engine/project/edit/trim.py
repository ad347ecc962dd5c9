"""Trimming the ends of clips, alone or with what lies beside them."""

from fractions import Fraction
from typing import Literal

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, MovieClip, SoundClip
from engine.project.edit import frames
from engine.project.edit.arrange import follow, shifted
from engine.project.edit.find import Found, find, refuse, with_clips, with_tracks
from engine.project.edit.limits import earliest_start, latest_end, source_length
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.edit.overlap import is_sound
from engine.project.edit.parts import with_span
from engine.project.schema import Project

Edge = Literal["start", "end"]


def trim(project: Project, clip_id: str, edge: Edge, to: Fraction) -> Project:
    """Move one end of a clip.

    It stops a frame before the other end, at the end of its file, and where a neighbour would be covered whole; a part
    of a neighbour may be covered, which cross-fades. A morph beside the clip gives or takes the time but keeps a frame.
    The end of a morph is moved by moving the end of the still beside it.

    Args:
        project: the project.
        clip_id: which clip.
        edge: which end.
        to: its new time in seconds; rounded to a frame.
    """
    found = find(project, clip_id)
    if isinstance(found.clip, MorphClip):
        return trim(project, _beside(found, edge).id, "end" if edge == "start" else "start", to)
    time = _limited(project, found, edge, frames.nearest(to, project.settings.fps))
    return _with_edge(project, found, edge, time)


def ripple_trim(project: Project, clip_id: str, edge: Edge, to: Fraction, *, all_tracks: bool = False) -> Project:
    """Move one end of a clip; what follows on the track moves along, so that no hole opens and nothing is covered.

    Trimming the start leaves the clip where it is and takes its first part away.

    Args:
        project: the project.
        clip_id: which clip.
        edge: which end.
        to: where the end would be without the ripple, in seconds; rounded to a frame.
        all_tracks: let what follows on the other tracks move by the same time.
    """
    found, fps = find(project, clip_id), project.settings.fps
    clip = found.clip
    if isinstance(clip, MorphClip):
        return _ripple_morph(project, found, frames.nearest(to, fps), edge)
    time = frames.nearest(to, fps)
    if edge == "start":
        time = max(min(time, clip.end - frames.one(fps)), earliest_start(clip, fps))
        change = clip.start - time
        changed = replace(with_span(clip, time, clip.end, fps), start=clip.start)
    else:
        time = min(max(time, clip.start + frames.one(fps)), latest_end(clip, project))
        change = time - clip.end
        changed = with_span(clip, clip.start, time, fps)
    index = found.track.clips.index(clip)
    if any(other.start + change <= clip.start for other in found.track.clips[index + 1 :]):
        refuse("The cross-fades beside it leave no room for this.", "Shorten the cross-fades first.")
    later = [replace(other, start=other.start + change) for other in found.track.clips[index + 1 :]]
    clips = (*found.track.clips[:index], changed, *later)
    if not is_sound([each for each in clips if not isinstance(each, MorphClip)]):
        refuse("The cross-fades beside it leave no room for this.", "Shorten the cross-fades first.")
    tracks = [replace(found.track, clips=clips)]
    if all_tracks:
        tracks += [
            replace(track, clips=follow(track.clips, clip.end, change, anchors_of(track.clips)))
            for track in project.timeline.tracks
            if track.id != found.track.id and not track.locked
        ]
    return with_tracks(project, tracks)


def roll(project: Project, left_id: str, right_id: str, to: Fraction) -> Project:
    """Move the cut between two neighbours: one grows by what the other loses, and the film keeps its length.

    Works on clips that meet, and on a cross-fade, whose middle goes to ``to``. A cut beside a morph is the morph's end:
    trim it.

    Raises:
        PortraitsError: USAGE when the clips are no neighbours that meet.
    """
    left, right, fps = find(project, left_id), find(project, right_id), project.settings.fps
    first, second = left.clip, right.clip
    clips = list(left.track.clips)
    index = clips.index(first)
    if isinstance(second, MorphClip):
        return trim(project, left_id, "end", to)
    if isinstance(first, MorphClip):
        return trim(project, right_id, "start", to)
    if left.track.id != right.track.id or clips[index + 1 : index + 2] != [second] or second.start > first.end:
        refuse("These clips do not meet.", "Roll the cut between two clips that touch.")
    by = frames.nearest(to - (first.end + second.start) / 2, fps)
    frame = frames.one(fps)
    low = max(first.start + frame - first.end, earliest_start(second, fps) - second.start)
    high = min(latest_end(first, project) - first.end, second.end - frame - second.start)
    if first.end > second.start:
        # In a cross-fade neither clip may come to lie inside the other, and no third one may be reached.
        low = max(low, first.start + frame - second.start)
        high = min(high, second.end - frame - first.end)
        before = clips[index - 1].end if index else Fraction(0)
        after = clips[index + 2].start if index + 2 < len(clips) else second.end
        low, high = max(low, before - second.start), min(high, after - first.end)
    by = min(max(by, frames.at_or_after(low, fps)), frames.at_or_before(high, fps))
    if by == 0 or low > high:
        return project
    clips[index] = with_span(first, first.start, first.end + by, fps)
    clips[index + 1] = with_span(second, second.start + by, second.end, fps)
    return with_clips(project, left.track, clips)


def slip(project: Project, clip_id: str, by: Fraction) -> Project:
    """Show another part of a movie or sound in the same place: its in point moves by ``by`` seconds of the file.

    Raises:
        PortraitsError: USAGE for clips that have no in point.
    """
    track, clip = find(project, clip_id)
    if not isinstance(clip, MovieClip | SoundClip):
        refuse("Only movies and sounds can be slipped.", "A picture is the same at every time.")
    fps = project.settings.fps
    wanted = clip.in_point + frames.nearest(by / clip.speed, fps) * clip.speed
    length = source_length(project.media_by_id()[clip.media])
    if length is not None:
        wanted = min(wanted, max(length - clip.duration * clip.speed, clip.in_point))
    point = max(Fraction(0), wanted)
    changed = replace(clip, in_point=point)
    return with_clips(project, track, [changed if each.id == clip_id else each for each in track.clips])


def slide_morph(project: Project, morph_id: str, *, by: Fraction) -> Project:
    """Move a morph between its stills: the one it comes nearer to becomes shorter, the other one longer."""
    found, fps = find(project, morph_id), project.settings.fps
    before, after = _beside(found, "start"), _beside(found, "end")
    frame = frames.one(fps)
    low = frames.at_or_after(before.start + frame - before.end, fps)
    high = frames.at_or_before(after.end - frame - after.start, fps)
    step = min(max(frames.nearest(by, fps), low), high) if low <= high else Fraction(0)
    if step == 0:
        return project
    changed = {
        before.id: with_span(before, before.start, before.end + step, fps),
        after.id: with_span(after, after.start + step, after.end, fps),
    }
    return _with_changed(project, found, changed)


def _ripple_morph(project: Project, found: Found, to: Fraction, edge: Edge) -> Project:
    """Change a morph's length; what follows moves along."""
    morph, fps = found.clip, project.settings.fps
    wanted = to - morph.start if edge == "end" else morph.end - to
    by = max(frames.one(fps), wanted) - morph.duration
    clips = shifted(found.track.clips, morph.end, by)
    return with_clips(project, found.track, _laid(clips, anchors_of(found.track.clips)))


def _beside(found: Found, edge: Edge) -> AnyClip:
    index = found.track.clips.index(found.clip)
    return found.track.clips[index + (1 if edge == "end" else -1)]


def _with_edge(project: Project, found: Found, edge: Edge, time: Fraction) -> Project:
    clip, fps = found.clip, project.settings.fps
    start, end = (time, clip.end) if edge == "start" else (clip.start, time)
    return _with_changed(project, found, {clip.id: with_span(clip, start, end, fps)})


def _with_changed(project: Project, found: Found, changed: dict[str, AnyClip]) -> Project:
    clips = [changed.get(clip.id, clip) for clip in found.track.clips]
    return with_clips(project, found.track, _laid(clips, anchors_of(found.track.clips)))


def _laid(clips: list[AnyClip], anchors: dict[str, tuple[str, str]]) -> tuple[AnyClip, ...]:
    hard = [clip for clip in clips if not isinstance(clip, MorphClip)]
    return with_morphs(hard, [clip for clip in clips if isinstance(clip, MorphClip)], anchors)


def _limited(project: Project, found: Found, edge: Edge, time: Fraction) -> Fraction:
    """Return the nearest time to which an end may go."""
    clip, fps, frame = found.clip, project.settings.fps, frames.one(project.settings.fps)
    clips = found.track.clips
    index = clips.index(clip)
    if edge == "start":
        low, high = earliest_start(clip, fps), clip.end - frame
        for other in clips[max(0, index - 2) : index]:
            low = max(low, _limit_before(other, clips[index - 1], frame))
        for other in clips[index + 1 : index + 2]:
            high = min(high, other.start - frame)
    else:
        low, high = clip.start + frame, latest_end(clip, project)
        for other in clips[index + 1 : index + 3]:
            high = min(high, _limit_after(other, clips[index + 1], frame))
        for other in clips[max(0, index - 1) : index]:
            low = max(low, other.end + frame)
    own = clip.start if edge == "start" else clip.end
    # What has no legal place moves nowhere; what was beyond a limit before may stay there.
    return min(max(time, min(low, own)), max(high, own))


def _limit_before(other: AnyClip, neighbour: AnyClip, frame: Fraction) -> Fraction:
    """Return how early the next clip may start because of one of the two before it."""
    if other is not neighbour:
        return other.end
    return other.start + frame


def _limit_after(other: AnyClip, neighbour: AnyClip, frame: Fraction) -> Fraction:
    if other is not neighbour:
        return other.start
    return other.end - frame
