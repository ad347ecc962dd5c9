"""What can be done with the script: every edit is one step of undo."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.state.document import Document
from desktop.state.telling import apply_or_say
from desktop.widgets.words import counted, tr
from engine.project.edit import script as edits
from engine.project.edit.script_place import place_script
from engine.project.edit.takes import show_line
from engine.project.schema import Project
from engine.project.script import LONGEST_LINE, Block, ChosenEngine, Script, Speaker
from engine.protocol.emotions import marked, parts

Edit = Callable[[Project], Project]


class ScriptCommands(QObject):
    """Edits the script of the document on behalf of the pane."""

    said = Signal(object)
    """arg: str, why something could not be done, or what was done."""

    wanted = Signal(object)
    """arg: str, id of the block that the caret should go to."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def do(self, label: str, edit: Edit, merge: str = "") -> bool:
        """Do an edit so that it can be undone; say why when it cannot be done."""
        return apply_or_say(self._document, label, edit, self.said.emit, merge=merge)

    @property
    def script(self) -> Script:
        return self._document.project.script

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.script.blocks

    # Lines

    def add_line(self, after: str = "", text: str = "") -> None:
        """Add a line behind another one, or at the end, and go there."""
        before = {block.id for block in self.blocks}
        if self.do(tr("Add line"), lambda p: edits.add_lines(p, (text,), after=after)):
            self.wanted.emit(next(block.id for block in self.blocks if block.id not in before))

    def add_text(self, text: str, after: str = "") -> None:
        """Add a text, one line of the script for each of its lines."""
        lines = edits.divided(text)
        if not lines:
            self.said.emit(tr("There is no text to add."))
            return
        cut = any(len(line) > LONGEST_LINE for line in text.splitlines())
        if self.do(tr("Add text"), lambda p: edits.add_lines(p, lines, after=after)) and cut:
            self.said.emit(
                counted(len(lines), "{n} line was added.", "A line was too long; the text became {n} lines.")
            )

    def paste_into(self, block_id: str, text: str) -> None:
        """Put several lines in at a line: an empty one takes the first of them."""
        lines = edits.divided(text)
        block = self.script.block(block_id)
        if block is None or not lines:
            return

        def edit(project: Project) -> Project:
            rest = lines
            if not block.text.strip():
                project, rest = edits.set_text(project, block_id, lines[0]), lines[1:]
            return edits.add_lines(project, rest, after=block_id)

        self.do(tr("Paste lines"), edit)

    def set_text(self, block_id: str, text: str) -> None:
        """Change the words of a line; a long one that was pasted becomes several."""
        if len(text) > LONGEST_LINE:
            pieces = edits.divided(text)
            self.do(
                tr("Edit line"),
                lambda p: edits.add_lines(edits.set_text(p, block_id, pieces[0]), pieces[1:], after=block_id),
            )
            self.said.emit(tr("A line holds {n} characters; the text was divided.", n=LONGEST_LINE))
            return
        self.do(tr("Edit line"), lambda p: edits.set_text(p, block_id, text), merge=f"line {block_id}")

    def split(self, block_id: str, before: str, behind: str) -> None:
        """Divide a line at the caret."""
        index = self._index(block_id)
        if index >= 0 and self.do(tr("Divide line"), lambda p: edits.split_block(p, block_id, before, behind)):
            self.wanted.emit(self.blocks[index + 1].id)

    def join(self, block_id: str) -> None:
        """Join a line to the one before it."""
        index = self._index(block_id)
        if index > 0:
            first = self.blocks[index - 1].id
            self.do(tr("Join lines"), lambda p: edits.join_blocks(p, first, block_id))
            self.wanted.emit(first if self._index(first) >= 0 else block_id)

    def step(self, block_id: str, way: int) -> None:
        """Go to the line before or behind one."""
        index = self._index(block_id) + way
        if 0 <= index < len(self.blocks):
            self.wanted.emit(self.blocks[index].id)

    def move(self, block_id: str, place: int) -> None:
        """Move a line to a place, counted without it."""
        self.do(tr("Move line"), lambda p: edits.move_block(p, block_id, place))

    def nudge(self, block_id: str, way: int) -> None:
        """Move a line up or down by one."""
        index = self._index(block_id)
        if index >= 0 and 0 <= index + way < len(self.blocks):
            self.move(block_id, index + way)
            self.wanted.emit(block_id)

    def remove(self, block_id: str) -> None:
        """Take a line out of the script."""
        index = self._index(block_id)
        if self.do(tr("Remove line"), lambda p: edits.remove_blocks(p, (block_id,))) and self.blocks:
            self.wanted.emit(self.blocks[min(index, len(self.blocks) - 1)].id)

    def set_speaker(self, block_id: str, speaker_id: str | None) -> None:
        """Let a speaker say a line."""
        self.do(tr("Change speaker"), lambda p: edits.set_speaker(p, (block_id,), speaker_id))

    def set_line_engine(self, block_id: str, engine: ChosenEngine) -> None:
        """Let a line be spoken with another voice engine than the script."""
        self.do(tr("Change voice engine"), lambda p: edits.set_engine(p, block_id, engine))

    def set_gap(self, block_id: str, seconds: float | None) -> None:
        """Set the pause behind a line; None is the script's."""
        gap = None if seconds is None else Fraction(round(seconds * 1000), 1000)
        self.do(tr("Change pause"), lambda p: edits.set_gap(p, block_id, gap))

    def set_description(self, block_id: str, text: str) -> None:
        """Describe the voice of one line; nothing takes the speaker's."""
        text = edits.clean_line(text)[:1000]
        self.do(
            tr("Describe voice"),
            lambda p: edits.change_block(p, block_id, lambda block: replace(block, description=text)),
        )

    # Takes

    def choose_take(self, block_id: str, number: int) -> None:
        """Choose a take by its number from 0, also for the clip that was placed from the line."""
        block = self.script.block(block_id)
        if block is not None and 0 <= number < len(block.takes):
            take = block.takes[number]
            self.do(tr("Choose take"), lambda p: show_line(edits.choose_take(p, block_id, take), block_id))

    def drop_take(self, block_id: str) -> None:
        """Take the chosen sound out of a line; it stays in the gallery."""
        block = self.script.block(block_id)
        if block is not None and block.take is not None:
            take = block.take
            self.do(tr("Remove take"), lambda p: show_line(edits.drop_take(p, block_id, take), block_id))

    def place(self, at: Fraction) -> bool:
        """Lay all spoken lines on the timeline, at their times."""
        count = sum(block.take is not None for block in self.blocks)
        done = self.do(tr("Place script"), lambda p: place_script(p, at))
        if done:
            left = len(self.blocks) - count
            words = counted(count, "{n} line was placed on the timeline.", "{n} lines were placed on the timeline.")
            missing = counted(left, "{n} line is not spoken yet.", "{n} lines are not spoken yet.") if left else ""
            self.said.emit(f"{words} {missing}".rstrip())
        elif count:
            self.said.emit(tr("The script lies on the timeline as it is."))
        return done

    # Speakers, words, and the whole script

    def add_speaker(self, description: str = "") -> str:
        """Add a speaker and return the id."""
        number = len(self.script.speakers) + 1
        name = tr("Narrator") if number == 1 else tr("Speaker {n}", n=number)
        self.do(tr("Add speaker"), lambda p: edits.add_speaker(p, name, description))
        return self.script.speakers[-1].id

    def change_speaker(self, speaker: Speaker) -> None:
        """Give a speaker other values."""
        self.do(tr("Change speaker"), lambda p: edits.change_speaker(p, speaker))

    def remove_speaker(self, speaker_id: str) -> None:
        """Remove a speaker; the lines stay."""
        self.do(tr("Remove speaker"), lambda p: edits.remove_speaker(p, speaker_id))

    def set_word(self, word: str, said: str) -> None:
        """Say how a word is said; "" forgets it."""
        self.do(tr("Change pronunciation"), lambda p: edits.set_word(p, word, said))

    def change_script(self, label: str, **values: object) -> None:
        """Change what holds for the whole script."""
        self.do(label, partial(_changed, values=values))

    def repair_tag(self, block_id: str, tag: str, instead: str) -> None:
        """Put a known tag in the place of an unknown one."""
        block = self.script.block(block_id)
        if block is not None:
            pieces = [
                marked(instead if part.text == tag else part.text) if part.is_tag else part.text
                for part in parts(block.text)
            ]
            self.do(tr("Repair tag"), lambda p: edits.set_text(p, block_id, "".join(pieces)))

    def _index(self, block_id: str) -> int:
        return next((index for index, block in enumerate(self.blocks) if block.id == block_id), -1)


def _changed(project: Project, *, values: dict[str, object]) -> Project:
    return edits.change_script(project, **values)
