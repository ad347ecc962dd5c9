"""Edits of the script: lines, speakers, takes and the pronunciation dictionary."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction

from msgspec.structs import replace

from engine.project.edit.find import refuse
from engine.project.fields import new_id
from engine.project.folder import one_line
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.script import LONGEST_LINE, Block, ChosenEngine, Pronunciation, Script, Speaker

COLOURS = ("#93C97C", "#8DB4EA", "#E58CBB", "#E3B34F", "#A797F2", "#55C7BD", "#E89B62", "#D8C063")
"""Of speakers, in the order in which they come."""

# Halves of a pair that came alone can be shown but not saved.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\s+")


def clean_line(text: str) -> str:
    """Return text as a block may hold it: blanks joined, no control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def divided(text: str) -> list[str]:
    """Return the lines of a text as blocks: empty ones fall away, one that is too long is cut between sentences."""
    return [piece for line in text.splitlines() for piece in _bounded(clean_line(line))]


def _bounded(line: str) -> Iterable[str]:
    while len(line) > LONGEST_LINE:
        ends = [match.end() for match in _SENTENCE_END.finditer(line, 0, LONGEST_LINE)]
        cut = ends[-1] if ends else line.rfind(" ", 1, LONGEST_LINE) + 1
        cut = cut if cut > 0 else LONGEST_LINE
        yield line[:cut].strip()
        line = line[cut:].lstrip()
    if line:
        yield line


# Lines


def add_lines(project: Project, texts: Sequence[str], *, after: str = "", speaker: str | None = None) -> Project:
    """Put new blocks behind a block, or at the end; without a speaker they have that of the block before them."""
    script = project.script
    place = _index(script, after) + 1 if after else len(script.blocks)
    before = script.blocks[place - 1] if place else None
    known = speaker if speaker is not None else before.speaker if before is not None else _first(script)
    fresh = tuple(Block(id=new_id(), text=text, speaker=known) for text in texts)
    return _with_blocks(project, (*script.blocks[:place], *fresh, *script.blocks[place:]))


def remove_blocks(project: Project, block_ids: Collection[str]) -> Project:
    """Take blocks out of the script; their sounds stay in the project."""
    return _with_blocks(project, tuple(block for block in project.script.blocks if block.id not in block_ids))


def move_block(project: Project, block_id: str, place: int) -> Project:
    """Put a block at a place, counted without it; beyond the ends it lands at them."""
    blocks = list(project.script.blocks)
    block = blocks.pop(_index(project.script, block_id))
    blocks.insert(max(0, place), block)
    return _with_blocks(project, tuple(blocks))


def set_text(project: Project, block_id: str, text: str) -> Project:
    """Change what is said; the takes stay."""
    if len(text) > LONGEST_LINE:
        refuse(
            f"A line holds at most {LONGEST_LINE} characters; this one has {len(text)}.",
            "Divide it into several lines.",
        )
    return change_block(project, block_id, lambda block: replace(block, text=_CONTROL.sub(" ", text)))


def split_block(project: Project, block_id: str, before: str, behind: str) -> Project:
    """Divide a block into two texts; the first one keeps the takes, the second gets none."""
    block = project.script.blocks[_index(project.script, block_id)]
    project = set_text(project, block_id, before.strip())
    project = change_block(project, block_id, lambda first: replace(first, gap=None, length=None))
    project = add_lines(project, (behind.strip(),), after=block_id, speaker=block.speaker)
    second = project.script.blocks[_index(project.script, block_id) + 1]
    more = {"description": block.description, "engine": block.engine, "gap": block.gap}
    return change_block(project, second.id, lambda each: replace(each, speaker=block.speaker, **more))


def join_blocks(project: Project, first_id: str, second_id: str) -> Project:
    """Join a block to the one before it, whose takes stay."""
    first = project.script.blocks[_index(project.script, first_id)]
    second = project.script.blocks[_index(project.script, second_id)]
    joined = " ".join(part for part in (first.text.strip(), second.text.strip()) if part)
    if not first.text.strip():
        # Nothing is lost of a line that follows an empty one.
        return remove_blocks(project, (first_id,))
    project = set_text(project, first_id, joined)
    project = change_block(project, first_id, lambda block: replace(block, gap=second.gap, length=None))
    return remove_blocks(project, (second_id,))


def change_block(project: Project, block_id: str, change: Callable[[Block], Block]) -> Project:
    """Return the project with one block changed; the same project when it does not differ or is gone."""
    blocks = tuple(change(block) if block.id == block_id else block for block in project.script.blocks)
    return _with_blocks(project, blocks)


def set_speaker(project: Project, block_ids: Collection[str], speaker_id: str | None) -> Project:
    """Let a speaker say some blocks."""
    blocks = tuple(
        replace(block, speaker=speaker_id) if block.id in block_ids else block for block in project.script.blocks
    )
    return _with_blocks(project, blocks)


def set_engine(project: Project, block_id: str, engine: ChosenEngine) -> Project:
    """Let a block be spoken with another engine than the script's; "" follows the script."""
    return change_block(project, block_id, lambda block: replace(block, engine=engine))


def set_gap(project: Project, block_id: str, gap: Fraction | None) -> Project:
    """Set the silence behind a block, in seconds; None is the script's."""
    return change_block(project, block_id, lambda block: replace(block, gap=gap))


# Takes


def add_take(project: Project, block_id: str, item: MediaItem) -> Project:
    """Add a sound to a block's takes and choose it; nothing happens when the block is gone."""
    return change_block(
        project,
        block_id,
        lambda block: replace(block, takes=tuple(dict.fromkeys((*block.takes, item.id))), take=item.id),
    )


def choose_take(project: Project, block_id: str, take: str) -> Project:
    """Choose one of a block's takes."""
    return change_block(project, block_id, lambda block: replace(block, take=take) if take in block.takes else block)


def drop_take(project: Project, block_id: str, take: str) -> Project:
    """Take one sound out of a block's takes; it stays in the project."""
    return change_block(project, block_id, lambda block: _without(block, {take}))


def without_takes(script: Script, gone: Collection[str]) -> Script:
    """Return a script that no longer needs some media items."""
    blocks = tuple(_without(block, gone) for block in script.blocks)
    return script if blocks == script.blocks else replace(script, blocks=blocks)


def _without(block: Block, gone: Collection[str]) -> Block:
    kept = tuple(take for take in block.takes if take not in gone)
    if kept == block.takes:
        return block
    return replace(block, takes=kept, take=block.take if block.take in kept else (kept or (None,))[-1])


# Speakers and words


def add_speaker(project: Project, name: str, description: str = "") -> Project:
    """Add a speaker in the next colour; the first one speaks the lines that have nobody."""
    script = project.script
    colour = COLOURS[len(script.speakers) % len(COLOURS)]
    made = Speaker(id=new_id(), name=one_line(name), description=description[:1000], colour=colour)
    project = replace(project, script=replace(script, speakers=(*script.speakers, made)))
    free = [block.id for block in script.blocks if block.speaker is None]
    return set_speaker(project, free, made.id) if not script.speakers else project


def change_speaker(project: Project, speaker: Speaker) -> Project:
    """Put a speaker in the place of the one with the same id."""
    speakers = tuple(speaker if each.id == speaker.id else each for each in project.script.speakers)
    return replace(project, script=replace(project.script, speakers=speakers))


def remove_speaker(project: Project, speaker_id: str) -> Project:
    """Remove a speaker; their lines have nobody then."""
    script = project.script
    speakers = tuple(each for each in script.speakers if each.id != speaker_id)
    blocks = tuple(replace(block, speaker=None) if block.speaker == speaker_id else block for block in script.blocks)
    return replace(project, script=replace(script, speakers=speakers, blocks=blocks))


def set_word(project: Project, word: str, said: str) -> Project:
    """Say how a word is said; nothing for ``said`` removes the entry."""
    word, said = clean_line(word.replace("=", " ")), clean_line(said)
    others = tuple(entry for entry in project.script.words if entry.word.casefold() != word.casefold())
    if word and said:
        if len(word) > 100 or len(said) > 190:
            refuse("An entry of the dictionary is too long.", "Use at most 100 and 190 characters.")
        others = tuple(sorted((*others, Pronunciation(word=word, said=said)), key=lambda each: each.word.casefold()))
    return replace(project, script=replace(project.script, words=others))


def change_script(project: Project, **values: object) -> Project:
    """Change what holds for the whole script."""
    return replace(project, script=replace(project.script, **values))


def _first(script: Script) -> str | None:
    return script.speakers[0].id if script.speakers else None


def _index(script: Script, block_id: str) -> int:
    found = next((index for index, block in enumerate(script.blocks) if block.id == block_id), None)
    if found is None:
        refuse("The line is no longer in the script.")
    return found


def _with_blocks(project: Project, blocks: tuple[Block, ...]) -> Project:
    if blocks == project.script.blocks:
        return project
    return replace(project, script=replace(project.script, blocks=blocks))
