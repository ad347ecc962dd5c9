"""Morphs follow their stills.

A morph is the change between two stills that are neighbours on a track. It starts where the first one ends and ends
where the second one starts, always: after an edit every morph is laid anew into the gap between its two stills.

* Both stills are still there and neighbours: the morph fills the time between them, whatever it is now.
* They are not: the morph joins the clips it now lies between, when both are stills and no other morph is there.
* Else it goes. So it does when no time is left between the stills.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, StillClip
from engine.project.edit import frames
from engine.project.edit.find import find_track, refuse, with_clips
from engine.project.edit.overlap import is_sound
from engine.project.edit.parts import with_span
from engine.project.fields import new_id
from engine.project.schema import Project
from engine.protocol.jobs.morph import MorphSettings

Anchors = Mapping[str, tuple[str, str]]
"""Id of a morph -> ids of the stills before and after it."""


def anchors_of(clips: Sequence[AnyClip]) -> dict[str, tuple[str, str]]:
    """Return which stills the morphs of a track join."""
    return {
        clip.id: (before.id, after.id)
        for before, clip, after in zip(clips, clips[1:], clips[2:], strict=False)
        if isinstance(clip, MorphClip)
    }


def with_morphs(hard: Sequence[AnyClip], morphs: Iterable[MorphClip], anchors: Anchors) -> tuple[AnyClip, ...]:
    """Return a track's clips with its morphs laid into the gaps.

    Args:
        hard: all other clips by rising start.
        morphs: the morphs, as they were.
        anchors: which stills they joined.
    """
    places = {clip.id: index for index, clip in enumerate(hard)}
    starts = [clip.start for clip in hard]
    gaps: dict[int, MorphClip] = {}
    waiting = []
    for morph in morphs:
        before, after = (places.get(each, -9) for each in anchors.get(morph.id, ("", "")))
        if before >= 0 and after == before + 1:
            gaps.setdefault(before, morph)
        else:
            waiting.append(morph)
    for morph in waiting:
        gaps.setdefault(bisect_left(starts, morph.start) - 1, morph)
    laid: list[AnyClip] = []
    for index, (clip, following) in enumerate(pairwise((*hard, None))):
        assert clip is not None
        laid.append(clip)
        if index in gaps and isinstance(clip, StillClip) and isinstance(following, StillClip):
            gap = following.start - clip.end
            if gap > 0:
                laid.append(replace(gaps[index], start=clip.end, duration=gap))
    return tuple(laid)


def join_with_morph(
    project: Project,
    track_id: str,
    still_ids: Sequence[str],
    *,
    length: Fraction,
    settings: MorphSettings = MorphSettings(),  # noqa: B008 - frozen
) -> Project:
    """Put morphs between neighbouring stills of a track.

    Where there is time between two stills, the morph takes it. Where they meet, ``length`` seconds are taken from both
    in equal parts, as far as each keeps a frame.

    Raises:
        PortraitsError: USAGE when no two of the stills are neighbours or neither can give a frame.
    """
    track, fps, wanted = find_track(project, track_id), project.settings.fps, set(still_ids)
    clips = list(track.clips)
    made = 0
    for index in range(len(clips) - 1, 0, -1):
        before, after = clips[index - 1], clips[index]
        if not (isinstance(before, StillClip) and isinstance(after, StillClip)):
            continue
        if before.id in wanted and after.id in wanted and after.start >= before.end:
            pair = _with_room(before, after, length, fps)
            if pair is not None:
                first, second = pair
                span = second.start - first.end
                morph = MorphClip(id=new_id(), start=first.end, duration=span, settings=settings)
                laid = [*clips[: index - 1], first, morph, second, *clips[index + 1 :]]
                # A still that cross-fades on its other side may have no time to give.
                if is_sound(laid):
                    clips = laid
                    made += 1
    if not made:
        refuse("There are no two stills side by side to morph.", "Choose stills that are neighbours on one track.")
    return with_clips(project, track, clips)


def _with_room(
    before: StillClip, after: StillClip, length: Fraction, fps: Fraction
) -> tuple[StillClip, StillClip] | None:
    if after.start > before.end:
        return before, after
    frame = frames.one(fps)
    wanted = max(frame, frames.nearest(length, fps))
    from_before = min(frames.at_or_before(wanted / 2, fps), before.duration - frame)
    from_before = max(Fraction(0), frames.at_or_before(from_before, fps))
    from_after = min(wanted - from_before, frames.at_or_before(after.duration - frame, fps))
    if from_before + from_after <= 0:
        return None
    first = with_span(before, before.start, before.end - from_before, fps)
    second = with_span(after, after.start + from_after, after.end, fps) if from_after > 0 else after
    assert isinstance(first, StillClip)
    assert isinstance(second, StillClip)
    return first, second
