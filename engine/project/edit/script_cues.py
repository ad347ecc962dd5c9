"""Between the script and subtitles: lines with their times, in milliseconds."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from engine.project.edit.script import change_block, clean_line
from engine.project.fields import new_id
from engine.project.schema import Project
from engine.project.script import LONGEST_LINE, Block
from engine.project.script_times import block_times, sound_lengths
from engine.protocol.emotions import parts

_GONE = "\x00"
"""Where a tag was: no text of a project has this character."""


class Line(NamedTuple):
    """What is said from ``start`` to ``end``, in milliseconds."""

    start: int
    end: int
    text: str


def shown(text: str) -> str:
    """Return a line as people read it: without emotion tags."""
    # The blank before a tag that stands before a full stop goes with it.
    words = "".join(_GONE if part.is_tag else part.text for part in parts(text))
    bare = re.sub(rf"\s*{_GONE}[\s{_GONE}]*(?=[.,;:!?…])", "", words).replace(_GONE, " ")
    return " ".join(bare.split())


def lines_of(project: Project) -> list[Line]:
    """Return the lines that take any time, in their order."""
    times = block_times(project.script, sound_lengths(project))
    return [
        Line(round(time.start * 1000), round(time.end * 1000), words)
        for block, time in zip(project.script.blocks, times, strict=True)
        if time.extent and (words := shown(block.text))
    ]


def with_lines(project: Project, lines: Sequence[Line]) -> Project:
    """Add lines behind the script, each with its time as ``length`` and the pause that follows it as ``gap``.

    In an empty script they keep their times; else they count from the script's end. A line that begins before the one
    before it has ended begins at that end.
    """
    script = project.script
    speaker = script.speakers[0].id if script.speakers else None
    fresh: list[Block] = []
    first = now = lines[0].start if lines else 0
    for line in sorted(lines):
        start = max(line.start, now)
        end = max(line.end, start + 1)
        if fresh:
            fresh[-1] = replace(fresh[-1], gap=Fraction(start - now, 1000))
        text = clean_line(line.text)[:LONGEST_LINE]
        fresh.append(Block(id=new_id(), text=text, speaker=speaker, length=Fraction(end - start, 1000)))
        now = end
    if not fresh:
        return project
    lead = Fraction(first, 1000)
    if not script.blocks:
        return replace(project, script=replace(script, lead=lead, blocks=tuple(fresh)))
    project = change_block(project, script.blocks[-1].id, lambda block: replace(block, gap=lead))
    return replace(project, script=replace(project.script, blocks=(*project.script.blocks, *fresh)))
