"""When the lines of a script are heard."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from engine.project.edit.limits import source_length
from engine.project.schema import Project
from engine.project.script import Block, Script


class BlockTime(NamedTuple):
    """When a block begins, how long its sound is, and how much time it takes without its gap; seconds.

    ``sound`` is 0 while nothing is spoken.
    """

    start: Fraction
    sound: Fraction
    extent: Fraction

    @property
    def end(self) -> Fraction:
        """The end of what is heard, or of the time that was given to it."""
        return self.start + (self.sound or self.extent)


def sound_lengths(project: Project) -> dict[str, Fraction]:
    """Return how long the chosen takes are, by the id of their media items; what has no known length is left out."""
    items = project.media_by_id()
    wanted = {block.take for block in project.script.blocks if block.take is not None}
    found = {take: source_length(items[take]) for take in wanted if take in items}
    return {take: length for take, length in found.items() if length is not None}


def gap_of(script: Script, block: Block) -> Fraction:
    """Return the silence behind a block."""
    return script.gap if block.gap is None else block.gap


def block_times(script: Script, lengths: Mapping[str, Fraction]) -> tuple[BlockTime, ...]:
    """Return the times of all blocks, in their order.

    A block takes the time of its chosen take, and at least its own ``length``. Its gap follows when it takes any time:
    what is not spoken and has no length leaves no trace.

    Args:
        script: the blocks and gaps.
        lengths: seconds of the takes, as :func:`sound_lengths` gives them.
    """
    times: list[BlockTime] = []
    now = script.lead
    for block in script.blocks:
        sound = lengths.get(block.take, Fraction(0)) if block.take is not None else Fraction(0)
        extent = max(sound, block.length or Fraction(0))
        times.append(BlockTime(now, sound, extent))
        if extent:
            now += extent + gap_of(script, block)
    return tuple(times)


def total(times: tuple[BlockTime, ...]) -> Fraction:
    """Return where the last line ends, without the gap behind it."""
    return max((time.start + time.extent for time in times if time.extent), default=Fraction(0))
