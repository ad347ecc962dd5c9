"""What the film's header says about the moment under the playhead."""

from fractions import Fraction

from desktop.timeline.words import kind_of, name_in_row
from desktop.widgets.numbers import number_text
from desktop.widgets.words import within
from engine.project.clips import AnyClip, MorphClip
from engine.project.schema import Project


def describe(project: Project, time: Fraction) -> tuple[str, str]:
    """Return the name of what is seen at a time, and its kind with the place in it: ``("Marcus → Jonas", "morph")``."""
    media = project.media_by_id()
    for track in project.timeline.tracks:
        if track.kind != "picture" or track.hidden:
            continue
        for index, clip in enumerate(track.clips):
            if clip.start <= time < clip.end:
                return name_in_row(track.clips, index, media), _facts(clip, time, project.settings.fps)
    return "", ""


def _facts(clip: AnyClip, time: Fraction, fps: Fraction) -> str:
    kind = within(kind_of(clip))
    if isinstance(clip, MorphClip):
        # The same part as the film's: its first frame is already one step away from the first still.
        part = ((time - clip.start) * fps + 1) / (clip.duration * fps + 1)
        return f"{kind} · t {number_text(float(part), 2)}"
    return kind
