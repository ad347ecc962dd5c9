"""The script of a project: who speaks which lines, how words are said, and which take of each line was chosen."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.project.fields import Colour, Id, Name, check_duration, check_fraction

LONGEST_LINE = 5000
"""Characters of a block; a longer text is divided when it is put in."""
LONGEST_GAP = Fraction(60)

VoiceEngine = Literal["builtin", "maya1"]
ChosenEngine = Literal["", "builtin", "maya1"]
"""The empty one follows the script."""

BlockText = Annotated[
    str, msgspec.Meta(max_length=LONGEST_LINE, pattern=r"\A[^\x00-\x08\x0b-\x1f\x7f]*\Z", title="Line")
]
Description = Annotated[str, msgspec.Meta(max_length=1000, pattern=r"\A[^\x00-\x08\x0b-\x1f\x7f]*\Z")]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]


class Speaker(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A described voice that several lines share. The description is for the large voice; the seed keeps it one."""

    id: Id
    name: Name
    description: Description = ""
    colour: Colour = "#93C97C"
    seed: Seed = 0
    speed: Annotated[float, msgspec.Meta(ge=0.5, le=2.0)] = 1.0
    """Of the built-in voice."""


class Pronunciation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a word is said."""

    word: Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=r"\A[^\x00-\x1f\x7f=]+\Z")]
    said: Annotated[str, msgspec.Meta(min_length=1, max_length=190, pattern=r"\A[^\x00-\x1f\x7f]+\Z")]


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A line or a few sentences that are spoken together.

    Attributes:
        text: with emotion tags such as ``<sigh>``.
        speaker: who speaks it; None is the voice without a description of its own.
        description: in place of the speaker's, where this line is to sound otherwise.
        engine: in place of the script's.
        takes: sounds of this line, the oldest first.
        take: the chosen one, None while nothing is spoken.
        gap: seconds of silence behind it; None is the script's.
        length: the least time it takes, in seconds, such as that of the subtitle it came from; None for its sound's.
    """

    id: Id
    text: BlockText = ""
    speaker: Id | None = None
    description: Description = ""
    engine: ChosenEngine = ""
    takes: Annotated[tuple[Id, ...], msgspec.Meta(max_length=1000)] = ()
    take: Id | None = None
    gap: Fraction | None = None
    length: Fraction | None = None

    def __post_init__(self) -> None:
        if self.gap is not None:
            check_fraction("gap", self.gap, 0, 100 * 3600)
        if self.length is not None:
            check_duration("length", self.length)


class Script(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The lines in their order, and what holds for all of them.

    Attributes:
        lead: seconds of silence before the first line.
        gap: seconds of silence between lines that have none of their own.
        engine: draft with the built-in voice, or final with the large one.
        temperature, top_p: of the large voice, as in the voice job.
        loudness: LUFS to which every take is levelled; None leaves it.
    """

    name: Name = ""
    speakers: Annotated[tuple[Speaker, ...], msgspec.Meta(max_length=200)] = ()
    blocks: Annotated[tuple[Block, ...], msgspec.Meta(max_length=20_000)] = ()
    words: Annotated[tuple[Pronunciation, ...], msgspec.Meta(max_length=1000)] = ()
    lead: Fraction = Fraction(0)
    gap: Fraction = Fraction(3, 10)
    engine: VoiceEngine = "builtin"
    temperature: Annotated[float, msgspec.Meta(ge=0.0, le=2.0)] = 0.4
    top_p: Annotated[float, msgspec.Meta(gt=0.0, le=1.0)] = 0.9
    loudness: Annotated[float, msgspec.Meta(ge=-40.0, le=-5.0)] | None = -16.0

    def __post_init__(self) -> None:
        check_fraction("lead", self.lead, 0, 100 * 3600)
        check_fraction("gap", self.gap, 0, LONGEST_GAP)

    def block(self, block_id: str) -> Block | None:
        """Return a block by its id, None when it is gone."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """Return a speaker by its id, None for none."""
        return next((speaker for speaker in self.speakers if speaker.id == speaker_id), None)
