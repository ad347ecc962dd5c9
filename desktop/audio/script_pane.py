"""The middle of the audio pane: the script with its tools above, and what speaks it below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from desktop.audio.script_view import ScriptView
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.chips import Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.script import LONGEST_GAP

_ONE_ROW = 800
"""Width from which voice and buttons stand in one row."""
_WITH_WORDS = 560
"""Width from which the tools carry their words."""


class ScriptPane(QWidget):
    """Header, lines, footer. What is pressed goes out as signals."""

    line_wanted = Signal()
    text_wanted = Signal()
    subtitles_wanted = Signal()
    engine_chosen = Signal(object)
    gap_changed = Signal(object)
    """arg: float, seconds."""

    get_voice = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = Header(tr("Script"))
        self.view = ScriptView()
        self.add_line = Button(tr("Write a line"), "plus")
        self.paste_text = Button(tr("Paste text"), "copy")
        self.open_subtitles = Button(tr("Open subtitles …"), "captions")
        self.empty = EmptyState(
            "audio-lines",
            tr("Write what is said in your film. Every line is spoken by itself."),
            self.add_line,
            self.paste_text,
            self.open_subtitles,
            hint=tr("Or drop subtitles or sounds here."),
        )
        self._stack = QStackedWidget()
        for page in (self.empty, self.view):
            self._stack.addWidget(page)
        self.add_line.clicked.connect(self.line_wanted)
        self.paste_text.clicked.connect(self.text_wanted)
        self.open_subtitles.clicked.connect(self.subtitles_wanted)
        self._build_tools()
        whole = column(self.header, self._stack, line(), self._footer(), space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _build_tools(self) -> None:
        self.listen = IconButton("volume-2", tr("Hear lines while they are spoken"), checkable=True)
        self.listen.setChecked(True)
        self.play_all = IconButton("play", tr("Play the whole script"))
        self.add = IconButton("plus", tr("Add a line"), keys="Return")
        self.add.clicked.connect(self.line_wanted)
        self.subtitles = Button("SRT", "captions", height=26)
        self.subtitles.setToolTip(tr("Subtitles in and out"))
        self.record = Button(tr("Record"), "circle-dot", height=26)
        self.record.setCheckable(True)
        self.place = Button(tr("Place on timeline"), "arrow-down-to-line", height=26)
        self.record.setToolTip(tr("Record a take of the chosen line"))
        self.place.setToolTip(tr("Place on timeline"))
        self._words = {each: each.text() for each in (self.subtitles, self.record, self.place)}
        for part in (self.play_all, self.listen, self.add, self.subtitles, self.record, self.place):
            self.header.tools.addWidget(part)

    def _footer(self) -> QWidget:
        self.engine = Segment(
            [
                Option("maya1", tr("Maya1 · final"), help=tr("The large voice: described, and acts emotions.")),
                Option("builtin", tr("Built-in · draft"), help=tr("The small voice that is always there.")),
            ],
            name=tr("Speaks with"),
        )
        self.engine.chosen.connect(self.engine_chosen)
        self.engine_state = ElidedLabel("", "tiny", "text2")
        self.get = Button(tr("Get Maya1 …"), "download", height=26)
        self.get.clicked.connect(self.get_voice)
        self.gap = NumberField(0.0, float(LONGEST_GAP), decimals=2, unit="s", step=0.05)
        self.gap.setAccessibleName(tr("Pause between lines"))
        self.gap.setToolTip(tr("Pause between lines"))
        self.gap.setFixedWidth(theme().px(84))
        self.gap.editingFinished.connect(lambda: self.gap_changed.emit(self.gap.value()))
        words = label(tr("Pause"), "small", "text2")
        words.setBuddy(self.gap)
        self.speak_all = Button(tr("Speak all"))
        self.speak = Button(tr("Speak the line"), kind=Kind.MAIN, keys="Ctrl+Return")
        voice = row(self.engine, self.engine_state, self.get, None, words, self.gap, space=8)
        buttons = row(None, self.speak_all, self.speak, space=8)
        self._foot = row(voice, buttons, space=8, margins=(12, 8, 12, 8))
        self._foot.setStretch(0, 1)
        return box(self._foot, "pane")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(700), theme().px(460))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(340), theme().px(220))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_ONE_ROW)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._foot.direction() is not way:
            self._foot.setDirection(way)
        self._show_words()

    def set_record_words(self, words: str) -> None:
        """Change what the button for recording says."""
        self._words[self.record] = words
        self._show_words()

    def _show_words(self) -> None:
        wide = self.width() >= theme().px(_WITH_WORDS)
        for button, words in self._words.items():
            # A recording that goes on is always told in words.
            button.setText(words if wide or button.isChecked() else "")
            button.setAccessibleName(words)
            button.setMinimumWidth(button.sizeHint().width())

    def show_empty(self, empty: bool) -> None:
        """Show the lines, or what belongs here."""
        self._stack.setCurrentWidget(self.empty if empty else self.view)
        for part in (self.place, self.speak_all, self.speak, self.play_all):
            part.setEnabled(not empty)
