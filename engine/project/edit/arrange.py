"""Putting clips down on a track: what cross-fades, what gives way, what moves on."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import Literal

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip
from engine.project.edit.morphs import Anchors, with_morphs
from engine.project.edit.overlap import is_sound
from engine.project.edit.parts import part
from engine.project.fields import new_id

Landing = Literal["overlap", "overwrite", "insert"]
"""How clips land: a partial overlap with a neighbour is a cross-fade, or all beneath is cut away, or what follows moves
on to make room."""


def arrange(
    resting: Iterable[AnyClip],
    landing: Sequence[AnyClip],
    anchors: Anchors,
    fps: Fraction,
    *,
    cross_fade: bool = True,
) -> tuple[AnyClip, ...]:
    """Return the clips of a track after some were put down on it.

    Args:
        resting: the clips that lie there, a sound track in themselves.
        landing: the clips that are put down, a sound track in themselves too.
        anchors: which stills the morphs among all of them join.
        fps: the frame grid, for keyframes of clips that are cut.
        cross_fade: whether a partial overlap with one neighbour becomes a cross-fade.
    """
    everything = [*resting, *landing]
    landing_ids = {clip.id for clip in landing}
    hard = sorted((clip for clip in everything if not isinstance(clip, MorphClip)), key=_start)
    settled: list[AnyClip] = [clip for clip in hard if clip.id not in landing_ids]
    for clip in hard:
        if clip.id in landing_ids:
            settled = _put(settled, clip, fps, cross_fade, landing_ids)
    morphs = sorted((clip for clip in everything if isinstance(clip, MorphClip)), key=_start)
    return with_morphs(settled, morphs, anchors)


def _put(
    settled: list[AnyClip], clip: AnyClip, fps: Fraction, cross_fade: bool, landing: Collection[str]
) -> list[AnyClip]:
    with_clip = sorted((*settled, clip), key=_start)
    index = with_clip.index(clip)
    if cross_fade and is_sound(with_clip[max(0, index - 2) : index + 3]):
        return with_clip
    kept: list[AnyClip] = []
    for other in settled:
        # Two clips that land together were a cross-fade before.
        kept += [other] if other.id in landing else without(other, clip.start, clip.end, fps)
    return sorted((*_without_stumps(kept, clip, fps), clip), key=_start)


def _without_stumps(kept: list[AnyClip], clip: AnyClip, fps: Fraction) -> list[AnyClip]:
    """Mend a cross-fade that was cut through: before the cut the earlier clip hands over, after it the later stays."""
    ending = sorted((other for other in kept if other.end == clip.start), key=_start)
    if len(ending) > 1:
        first, second = ending
        kept[kept.index(first)] = part(first, first.start, second.start, fps)
    beginning = sorted((other for other in kept if other.start == clip.end), key=lambda other: other.end)
    if len(beginning) > 1:
        kept.remove(beginning[0])
    return kept


def without(clip: AnyClip, start: Fraction, end: Fraction, fps: Fraction) -> list[AnyClip]:
    """Return what is left of a clip outside ``start``..``end``: nothing, one piece, or two."""
    if clip.end <= start or clip.start >= end:
        return [clip]
    pieces = []
    if clip.start < start:
        pieces.append(part(clip, clip.start, start, fps))
    if clip.end > end:
        rest = part(clip, end, clip.end, fps)
        pieces.append(replace(rest, id=new_id()) if pieces else rest)
    return pieces


def shifted(clips: Iterable[AnyClip], since: Fraction, by: Fraction) -> list[AnyClip]:
    """Return clips of which those that start at or after ``since`` are moved by ``by`` seconds."""
    return [replace(clip, start=clip.start + by) if clip.start >= since else clip for clip in clips]


def follow(clips: Sequence[AnyClip], since: Fraction, by: Fraction, anchors: Anchors) -> tuple[AnyClip, ...]:
    """Return the clips of another track that goes along with an edit: what starts at or after ``since`` moves.

    Clips that would meet what stays before them come only as far as there is room.
    """
    staying = max((clip.end for clip in clips if clip.start < since), default=Fraction(0))
    first = min((clip.start for clip in clips if clip.start >= since), default=None)
    if first is None:
        return tuple(clips)
    amount = by if by > 0 else max(by, min(Fraction(0), staying - first))
    moved = shifted(clips, since, amount)
    hard = [clip for clip in moved if not isinstance(clip, MorphClip)]
    return with_morphs(hard, [clip for clip in moved if isinstance(clip, MorphClip)], anchors)


def _start(clip: AnyClip) -> Fraction:
    return clip.start
