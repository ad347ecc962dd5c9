"""What is known of the lines of the script as it was last shown: their times, states, files and waves."""

from fractions import Fraction

from desktop.audio.block_card import LineFacts
from desktop.audio.lines import engine_of, state_of
from desktop.audio.playing import Sounding
from desktop.audio.speaking import Doing, Speaking
from desktop.state.document import Document
from desktop.timeline.peaks import ClipPeaks, SoundPeaks
from desktop.widgets.numbers import number_text
from desktop.widgets.words import tr
from engine.project.schema import Project
from engine.project.script import Block
from engine.project.script_times import BlockTime, block_times, gap_of, sound_lengths, total

_NO_TIME = BlockTime(Fraction(0), Fraction(0), Fraction(0))


class Facts:
    """Looks the project over once for all lines.

    Args:
        document: the project, and where its media lies.
        speaking: what is being done for the lines.
        peaks: the waves of their takes.
    """

    def __init__(self, document: Document, speaking: Speaking, peaks: ClipPeaks) -> None:
        self._document, self._speaking, self._peaks = document, speaking, peaks
        self.project: Project | None = None
        self._numbers: dict[str, int] = {}
        self._times: dict[str, BlockTime] = {}
        self._paths: dict[str, str] = {}
        self.total = Fraction(0)

    def look(self) -> Project:
        """Take over the project as it is now, and return it."""
        project = self.project = self._document.project
        blocks = project.script.blocks
        times = block_times(project.script, sound_lengths(project))
        self._numbers = {block.id: number for number, block in enumerate(blocks, 1)}
        self._times = {block.id: time for block, time in zip(blocks, times, strict=True)}
        takes = {take for block in blocks for take in block.takes}
        folder = self._document.media_folder
        self._paths = {item.id: str(folder / item.path) for item in project.media if item.id in takes}
        self.total = total(times)
        return project

    def shows(self, project: Project) -> bool:
        """Return whether nothing that concerns the script has changed since."""
        before = self.project
        return before is not None and before.script is project.script and before.media is project.media

    def __contains__(self, block_id: str) -> bool:
        return block_id in self._numbers

    def number(self, block_id: str) -> int:
        """Return the number of a line from 1, 0 for none."""
        return self._numbers.get(block_id, 0)

    def length(self, block_id: str) -> float:
        """Return how long the chosen take is, in seconds."""
        return float(self._times.get(block_id, _NO_TIME).sound)

    def path(self, take: str | None) -> str:
        """Return the file of a take, "" for none."""
        return self._paths.get(take or "", "")

    def sounding(self, block: Block) -> Sounding:
        """Return a line's take as it is played in a row."""
        time = self._times.get(block.id, _NO_TIME)
        gap = gap_of(self._document.project.script, block) + time.extent - time.sound
        return Sounding(block.id, self.path(block.take), float(time.sound), float(gap))

    def of(self, block: Block) -> tuple[LineFacts, Doing | None, SoundPeaks | None]:
        """Return what the card of a line shows."""
        project = self.project or self._document.project
        script = project.script
        facts = LineFacts(
            number=self.number(block.id),
            speaker=script.speaker(block.speaker),
            engine=engine_of(script, block),
            time=self._times.get(block.id, _NO_TIME),
            state=state_of(project, block),
            own=_own(block, script.engine),
        )
        path = self.path(block.take)
        peaks = self._peaks.peaks(path, float(facts.time.sound)) if path else None
        return facts, self._speaking.doing(block.id), peaks


def _own(block: Block, engine: str) -> str:
    """In what a line differs from the script."""
    own = []
    if block.engine and block.engine != engine:
        own.append("Maya1" if block.engine == "maya1" else tr("Built-in"))
    if block.description:
        own.append(tr("own voice"))
    if block.gap is not None:
        own.append(tr("pause {n} s", n=number_text(float(block.gap), 2)))
    return " · ".join(own)
