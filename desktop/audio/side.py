"""The column at the left of the script: speakers, emotion tags, pronunciation, and what needs a look."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.audio.lines import Problem
from desktop.audio.own_voices import OwnVoices
from desktop.audio.speakers import SpeakersPanel
from desktop.audio.tag_object import paint_pill, pill_width, words_of
from desktop.widgets.buttons import IconButton, LinkButton, Painted
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import ElidedLabel, IconLabel, box, clear, column, label, line, row
from desktop.widgets.pane import Header, scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.script import Pronunciation, Script
from engine.protocol.emotions import EMOTIONS

_TAGS_FIRST = (
    "laugh", "chuckle", "giggle", "sigh", "gasp", "whisper", "cry", "angry", "excited", "sarcastic", "curious", "sing",
)  # fmt: skip
_MOST_PROBLEMS = 20


class TagPill(Painted, QAbstractButton):
    """A tag that is put in at the caret when pressed."""

    ring_radius = 9

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setText(words_of(name))
        self.setToolTip(tr(EMOTIONS[name]))
        self.setAccessibleName(tr("Insert {tag}", tag=words_of(name)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(pill_width(self.name)) + theme().px(4), max(24, theme().px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 if not self.underMouse() else 0.85)
        around = theme().px(2)
        paint_pill(painter, QRectF(self.rect()).adjusted(around, 0, -around, 0), self.name, known=True)


class TagsPanel(QWidget):
    """All emotion tags; the usual ones first, the rest on request."""

    wanted = Signal(object)
    """arg: str, a tag."""

    def __init__(self) -> None:
        super().__init__()
        self.header = Header(tr("Emotion tags"), height=32)
        self.pills = [TagPill(name) for name in (*_TAGS_FIRST, *(n for n in EMOTIONS if n not in _TAGS_FIRST))]
        flow = FlowLayout(2)
        for pill in self.pills:
            pill.clicked.connect(lambda _on=False, name=pill.name: self.wanted.emit(name))
            flow.addWidget(pill)
        self.more = LinkButton("", "small")
        self.more.clicked.connect(self._toggle)
        pills = QWidget()
        pills.setLayout(flow)
        self._all = True
        self._toggle()
        inner = column(pills, self.more, space=2, margins=(10, 6, 10, 8))
        self.setLayout(column(self.header, box(inner), line(), space=0))

    def show_engine(self, engine: str) -> None:
        """Say for which voice they are."""
        acts = engine == "maya1"
        self.header.count.set_text(f"Maya1 · {len(EMOTIONS)}" if acts else tr("left out in a draft"), "text2")

    def _toggle(self) -> None:
        self._all = not self._all
        rest = len(self.pills) - len(_TAGS_FIRST)
        for pill in self.pills[len(_TAGS_FIRST) :]:
            pill.setVisible(self._all)
        self.more.setText(tr("Fewer") if self._all else tr("{n} more", n=rest))
        self.more.updateGeometry()


class WordsPanel(QWidget):
    """The pronunciation dictionary: a word, and how it is said."""

    changed = Signal(object, object)
    """args: str word, str how it is said; "" removes it."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[Pronunciation, ...] | None = None
        self._renamed = ""
        self.header = Header(tr("Pronunciation"), height=32)
        self.add = IconButton("plus", tr("Add a word"))
        self.add.clicked.connect(self._open)
        self.header.tools.addWidget(self.add)
        self.word, self.said = QLineEdit(), QLineEdit()
        self.word.setPlaceholderText(tr("Word"))
        self.word.setAccessibleName(tr("Word"))
        self.word.setMaxLength(100)
        self.said.setPlaceholderText(tr("How it is said"))
        self.said.setAccessibleName(tr("How it is said"))
        self.said.setMaxLength(190)
        for field in (self.word, self.said):
            field.returnPressed.connect(self._take)
        self._fields = box(row(self.word, self.said, space=6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.empty = label(tr("Say here how names and words sound: Søren, SUR-en."), "small", "text2", wrap=True)
        inner = column(self._fields, self.empty, self._rows, space=6, margins=(12, 6, 8, 8))
        self.setLayout(column(self.header, box(inner), line(), space=0))
        self._fields.hide()

    def show_script(self, script: Script) -> None:
        """Show the dictionary of a script."""
        if script.words == self._words:
            return
        self._words = script.words
        clear(self._rows)
        for entry in script.words:
            self._rows.addWidget(self._row(entry))
        self.empty.setVisible(not script.words and self._fields.isHidden())

    def _row(self, entry: Pronunciation) -> QWidget:
        word = ElidedLabel(entry.word, "small")
        said = ElidedLabel(entry.said, "small", "text2")
        change = IconButton("pencil", tr("Change how {word} is said", word=entry.word), side=24, icon_side=13)
        change.clicked.connect(lambda: self._open(entry))
        remove = IconButton("x", tr("Remove {word}", word=entry.word), side=24, icon_side=13)
        remove.clicked.connect(lambda: self.changed.emit(entry.word, ""))
        layout = row(word, said, change, remove, space=4)
        layout.setStretch(0, 2)
        layout.setStretch(1, 3)
        return box(layout)

    def _open(self, entry: object = None) -> None:
        self._fields.show()
        self.empty.hide()
        self._renamed = entry.word if isinstance(entry, Pronunciation) else ""
        self.word.setText(self._renamed)
        self.said.setText(entry.said if isinstance(entry, Pronunciation) else "")
        target = self.said if isinstance(entry, Pronunciation) else self.word
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if not self.word.text().strip():
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.said.text().strip():
            self.said.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._fields.hide()
            word = " ".join(self.word.text().split())
            if self._renamed and self._renamed.casefold() != word.casefold():
                self.changed.emit(self._renamed, "")
            self.changed.emit(word, self.said.text())


class ProblemsPanel(QWidget):
    """What needs a look; each with the line it is about, and the repair where one is known."""

    opened = Signal(object)
    """arg: Problem whose line is wanted."""

    repaired = Signal(object)
    """arg: Problem whose tag is to be replaced by the known one."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Problem, ...] = ()
        self.header = Header(tr("Problems"), height=32)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(*(theme().px(part) for part in (12, 6, 12, 8)))
        self._rows.setSpacing(theme().px(6))
        self.setLayout(column(self.header, self._rows, space=0))
        self.hide()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show a list; nothing of the panel is seen without problems."""
        if problems == self._shown:
            return
        self._shown = problems
        clear(self._rows)
        for problem in problems[:_MOST_PROBLEMS]:
            self._rows.addWidget(self._row(problem))
        if len(problems) > _MOST_PROBLEMS:
            self._rows.addWidget(label(tr("{n} more", n=len(problems) - _MOST_PROBLEMS), "small", "text2"))
        self.header.count.set_text(str(len(problems)), "text2")
        self.setVisible(bool(problems))

    def _row(self, problem: Problem) -> QWidget:
        words = label(problem.words, "small", wrap=True)
        links = row(space=12)
        go = LinkButton(tr("Show line {n}", n=problem.number), "small")
        go.clicked.connect(lambda: self.opened.emit(problem))
        links.addWidget(go)
        if problem.instead:
            use = LinkButton(tr("Use “{tag}”", tag=words_of(problem.instead)), "small")
            use.clicked.connect(lambda: self.repaired.emit(problem))
            links.addWidget(use)
        links.addStretch(1)
        mark = IconLabel("triangle-alert", "warn", 14)
        head = row(mark, words, space=8)
        head.setStretch(1, 1)
        head.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        return box(column(head, links, space=2))


class SideColumn(QWidget):
    """Speakers, tags, pronunciation and problems, one below the other.

    Args:
        voices: descriptions to choose from.
    """

    def __init__(self, voices: OwnVoices) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.speakers, self.tags = SpeakersPanel(voices), TagsPanel()
        self.words, self.problems = WordsPanel(), ProblemsPanel()
        parts = box(column(self.speakers, self.tags, self.words, self.problems, None, space=0))
        self.setLayout(column(scroll_area(parts), space=0))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(232), theme().px(500))

    def show_script(self, script: Script, problems: tuple[Problem, ...]) -> None:
        """Show what belongs to a script."""
        self.speakers.show_script(script)
        self.words.show_script(script)
        self.tags.show_engine(script.engine)
        self.problems.show_problems(problems)
