"""The speakers of a script: a list, and the voice of the one that is chosen."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.audio.own_voices import OwnVoices
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Painted
from desktop.widgets.chips import Chip
from desktop.widgets.fields import NumberField
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.pane import FieldBox, Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.script import Script, Speaker
from engine.protocol.voices import BUILT_IN, VoicePreset

_PRESETS_SHOWN = 3


class SpeakerRow(Painted, QAbstractButton):
    """A row of 48: colour, name, description."""

    ring_radius = 4

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker
        self.setCheckable(True)
        self.setText(speaker.name)
        self.setAccessibleName(speaker.name)
        self.setAccessibleDescription(speaker.description)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().height(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("tint"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        side = look.px(10)
        mark = QRectF(look.px(12), (self.height() - side) / 2, side, side)
        painting.frame(painter, mark, fill=QColor(self.speaker.colour), radius=2)
        left, half = look.px(32), self.height() / 2
        upper = QRectF(left, look.px(4), self.width() - left - look.px(8), half - look.px(3))
        painting.text(painter, upper, self.speaker.name, look.font("small", bold=True), look.colour("text"))
        lower = QRectF(left, half, upper.width(), half - look.px(5))
        words = self.speaker.description or tr("No description")
        painting.text(painter, lower, words, look.font("tiny"), look.colour("text2"))


class SpeakersPanel(QWidget):
    """Lists the speakers; the chosen one can be changed below."""

    added = Signal()
    changed = Signal(object)
    """arg: Speaker with other values."""

    removed = Signal(object)
    """arg: id of a speaker."""

    chosen = Signal(object)
    """arg: id of a speaker a person chose."""

    def __init__(self, voices: OwnVoices) -> None:
        super().__init__()
        self._speakers: tuple[Speaker, ...] = ()
        self._current = ""
        self.rows: list[SpeakerRow] = []
        self.header = Header(tr("Speakers"))
        self.add = IconButton("plus", tr("Add a speaker"))
        self.add.clicked.connect(self.added)
        self.header.tools.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        self._list.setSpacing(0)
        self.empty = label(
            tr("Add a speaker to describe a voice that several lines share."), "small", "text2", wrap=True
        )
        self.empty.setContentsMargins(*(theme().px(part) for part in (12, 8, 12, 8)))
        self.form = SpeakerForm(voices)
        self.form.changed.connect(self.changed)
        self.form.removed.connect(self.removed)
        self.setLayout(column(self.header, self.empty, self._list, self.form, line(), space=0))

    def show_script(self, script: Script) -> None:
        """Show the speakers of a script."""
        if script.speakers != self._speakers:
            self._speakers = script.speakers
            self._fill()
        known = {speaker.id for speaker in self._speakers}
        if self._current not in known:
            self._current = ""
        self._show_current()

    def current(self) -> Speaker | None:
        """Return the chosen speaker."""
        return next((speaker for speaker in self._speakers if speaker.id == self._current), None)

    def choose(self, speaker_id: str) -> None:
        """Show a speaker's voice, "" for none."""
        self._current = speaker_id
        self._show_current()

    def _fill(self) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = []
        for speaker in self._speakers:
            made = SpeakerRow(speaker)
            made.clicked.connect(lambda _on=False, key=speaker.id: self._pressed(key))
            self.rows.append(made)
            self._list.addWidget(made)
        self.empty.setVisible(not self._speakers)

    def _pressed(self, speaker_id: str) -> None:
        self.choose("" if speaker_id == self._current else speaker_id)
        if self._current:
            self.chosen.emit(speaker_id)

    def _show_current(self) -> None:
        for made in self.rows:
            made.setChecked(made.speaker.id == self._current)
        self.form.show_speaker(self.current())


class SpeakerForm(QWidget):
    """Name, description, seed and speed of one speaker. Changes count when a field is left."""

    changed = Signal(object)
    removed = Signal(object)
    said = Signal(object)
    """arg: str, a short message."""

    def __init__(self, voices: OwnVoices) -> None:
        super().__init__()
        self._voices = voices
        self._speaker: Speaker | None = None
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.description = _Description()
        self.presets = QWidget()
        flow = FlowLayout(6)
        self.presets.setLayout(flow)
        for preset in BUILT_IN[:_PRESETS_SHOWN]:
            chip = Chip(preset.name, checkable=False)
            chip.setToolTip(preset.description)
            chip.clicked.connect(lambda _on=False, preset=preset: self._use(preset))
            flow.addWidget(chip)
        self.more = Chip(tr("More …"), checkable=False)
        self.more.clicked.connect(self._open_voices)
        flow.addWidget(self.more)
        self.seed = NumberField(0, 2**31 - 1)
        self.speed = NumberField(0.5, 2.0, decimals=2, unit="x", step=0.05)
        self.remove = Button(tr("Remove speaker"), "trash-2")
        pair = row(
            FieldBox(tr("Seed"), self.seed, help_text=tr("The same seed keeps one voice over all lines.")),
            FieldBox(tr("Speed"), self.speed, help_text=tr("Of the built-in voice; 1 is its own pace.")),
        )
        parts = column(
            FieldBox(tr("Name"), self.name),
            FieldBox(tr("Voice"), self.description, help_text=tr("Age, accent, pitch, timbre, pace. For Maya1.")),
            self.presets,
            pair,
            self.remove,
            space=8,
            margins=(12, 4, 12, 12),
        )
        self.setLayout(column(box(parts), space=0))
        self.name.editingFinished.connect(self._tell)
        self.description.finished.connect(self._tell)
        self.seed.editingFinished.connect(self._tell)
        self.speed.editingFinished.connect(self._tell)
        self.remove.clicked.connect(self._remove)

    def show_speaker(self, speaker: Speaker | None) -> None:
        """Show a speaker's values; nothing for None."""
        self.setVisible(speaker is not None)
        if speaker is None or speaker == self._speaker:
            self._speaker = speaker
            return
        self._speaker = speaker
        self.name.setText(speaker.name)
        self.description.setPlainText(speaker.description)
        self.seed.setValue(speaker.seed)
        self.speed.setValue(speaker.speed)

    def _open_voices(self) -> None:
        menu = QMenu(self)
        for voice in self._voices.all():
            action = menu.addAction(voice.name, partial(self._use, voice))
            action.setToolTip(voice.description)
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        keep = menu.addAction(tr("Keep this voice …"), self._ask_name)
        keep.setEnabled(bool(self.description.toPlainText().strip()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _ask_name(self) -> None:
        words = tr("Name of the voice")
        name, good = QInputDialog.getText(self, tr("Keep this voice"), words, text=self.name.text())
        if good and name.strip():
            self.keep_voice(" ".join(name.split())[:60])

    def keep_voice(self, name: str) -> None:
        """Keep the description as one of the person's own voices."""
        description = " ".join(self.description.toPlainText().split())[:1000]
        problem = self._voices.keep(VoicePreset(name=name, description=description))
        if problem:
            self.said.emit(tr("The voice was not kept: {reason}.", reason=problem.rstrip(".")))
        else:
            self.said.emit(tr("“{name}” is one of your voices now.", name=name))

    def _use(self, preset: VoicePreset) -> None:
        self.description.setPlainText(preset.description)
        self._tell()

    def _tell(self) -> None:
        if self._speaker is None:
            return
        made = Speaker(
            id=self._speaker.id,
            name=" ".join(self.name.text().split()) or self._speaker.name,
            description=" ".join(self.description.toPlainText().split())[:1000],
            colour=self._speaker.colour,
            seed=int(self.seed.value()),
            speed=round(self.speed.value(), 2),
        )
        if made != self._speaker:
            self._speaker = made
            self.changed.emit(made)

    def _remove(self) -> None:
        if self._speaker is not None:
            self.removed.emit(self._speaker.id)


class _Description(QPlainTextEdit):
    """A few lines; left with Tab."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(76))
        self.setPlaceholderText(tr("Woman in her 40s, warm, low, calm pace."))

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusOutEvent(event)
        self.finished.emit()
