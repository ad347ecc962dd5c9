"""Styles (LoRA) as cards: picture, name, trigger words, strength with its number, on or off, take out."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.create.editor import Editor
from desktop.create.pictures_field import dropped_files
from desktop.create.tools import Tools
from desktop.link import Answered
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.fields import NumberField, Slider
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, column, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo
from engine.protocol.jobs.image import Lora
from engine.protocol.models import LoraInfo
from engine.protocol.queries import ReadStyle, StyleRead

_SUFFIX = ".safetensors"
_PICTURE = 44
_SLIDER_MOST = 1.5
_LOWEST, _HIGHEST = -4.0, 4.0


class _Picture(QWidget):
    """The picture beside a style's file, or the palette icon."""

    def __init__(self, tools: Tools | None) -> None:
        super().__init__()
        self._tools = tools
        self._path = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if tools is not None:
            tools.thumbnails.ready.connect(self._on_ready)

    def set_path(self, path: str) -> None:
        self._path = path
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_PICTURE), theme().px(_PICTURE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        image = self._tools.thumbnails.picture(self._path, 240) if self._tools and self._path else None
        if image is not None:
            painting.cover(painter, self.rect(), image, 4)
            return
        painting.frame(painter, self.rect(), fill=look.colour("hover"), radius=4)
        side = look.px(18)
        place = QRect(0, 0, side, side)
        place.moveCenter(self.rect().center())
        paint_icon(painter, "palette", look.colour("text2"), place.left(), place.top(), side)

    def _on_ready(self, _thumbnail: object) -> None:
        if self._path:
            self.update()


class StyleCard(QFrame):
    """One style."""

    changed = Signal()
    removed = Signal()

    def __init__(self, lora: Lora, tools: Tools | None) -> None:
        super().__init__()
        self.setProperty("ground", "plate")
        self.lora = lora
        path = Path(lora.source.path)
        self.name = ElidedLabel(path.stem if path.suffix == _SUFFIX else lora.source.path, "strong", middle=True)
        self.words = ElidedLabel(str(path.parent) if path.parent.name else tr("from the store"), "tiny", "text2")
        self._picture = _Picture(tools)
        self.eye = IconButton("eye", "", checkable=True, side=24, icon_side=15)
        self.remove = IconButton("x", tr("Take out “{name}”", name=self.name.text()), side=24, icon_side=15)
        self.slider = Slider(0, 150, name=tr("Strength of {name}", name=self.name.text()))
        self.number = NumberField(_LOWEST, _HIGHEST, decimals=2, step=0.05)
        self.number.setAccessibleName(self.slider.accessibleName())
        self.number.setFixedWidth(theme().px(56))
        head = row(column(self.name, self.words, space=1), self.eye, self.remove, space=0)
        head.setStretch(0, 1)
        strength = row(self.slider, self.number, space=8)
        strength.setStretch(0, 1)
        inner = row(column(self._picture, None), column(head, strength, space=2), space=9, margins=(8, 8, 6, 8))
        inner.setStretch(1, 1)
        self.setLayout(inner)
        self._show_strength(lora.strength)
        self._show_eye(True)
        self.slider.valueChanged.connect(self._slid)
        self.number.valueChanged.connect(self._typed)
        self.eye.clicked.connect(self._switched)
        self.remove.clicked.connect(self.removed)

    def on(self) -> bool:
        return not self.eye.isChecked()

    def current(self) -> Lora:
        """Return the style with the strength as it is set."""
        return msgspec.structs.replace(self.lora, strength=round(self.number.value(), 2))

    def show_style(self, style: LoraInfo | None) -> None:
        """Show what the file's header tells, and what keeps it from working."""
        if style is None:
            self.words.set_text(tr("This file is no style"), "warn")
            return
        self._picture.set_path(style.thumbnail)
        if style.title:
            self.name.set_text(style.title)
        if style.family and not style.fits_sdxl:
            self.words.set_text(tr("A style for {family}", family=style.family), "warn")
        elif style.trigger_words:
            self.words.set_text(tr("trigger: {words}", words=", ".join(style.trigger_words)))
        elif style.family:
            self.words.set_text(tr("for {family}", family=style.family))

    def show_missing(self) -> None:
        self.words.set_text(tr("This file is not there"), "warn")

    def set_on(self, on: bool) -> None:
        self.eye.setChecked(not on)
        self._show_eye(on)

    def _show_eye(self, on: bool) -> None:
        self.eye.set_icon_name("eye" if on else "eye-off")
        self.eye.set_name(tr("Leave {name} out", name=self.name.text()) if on else tr("Use it again"))
        self.slider.setEnabled(on)
        self.number.setEnabled(on)
        self.name.set_text(self.name.text(), "text" if on else "text3")

    def _show_strength(self, strength: float) -> None:
        for part, value in ((self.slider, round(strength * 100)), (self.number, strength)):
            part.blockSignals(True)
            part.setValue(value)  # type: ignore[arg-type]
            part.blockSignals(False)

    def _slid(self, hundredths: int) -> None:
        self._show_strength(hundredths / 100)
        self.changed.emit()

    def _typed(self, strength: float) -> None:
        self._show_strength(strength)
        self.changed.emit()

    def _switched(self) -> None:
        self._show_eye(self.on())
        self.changed.emit()


class StylesField(QWidget):
    """The cards, and a place where .safetensors files can be dropped."""

    changed = Signal()

    def __init__(self, tools: Tools | None, most: int) -> None:
        super().__init__()
        self._tools = tools
        self._most = most
        self._asked: dict[int, StyleCard] = {}
        self._headed = False
        self.cards: list[StyleCard] = []
        self.add_button = Button(tr("Add style"), "plus", Kind.QUIET, height=26, bold=True)
        self.add_button.clicked.connect(self.ask)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(theme().px(8))
        self._foot = row(self.add_button, None)
        self._whole = column(self._layout, self._foot, space=0)
        self.setLayout(self._whole)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.add_button)

    def take_add_button(self) -> Button:
        """Return the button that adds one, for the heading of a section; the field is then as high as its cards."""
        self._foot.removeWidget(self.add_button)
        self._headed = True
        self._show()
        return self.add_button

    def styles(self) -> list[Lora]:
        """Return the styles that are on; those switched off stay as cards."""
        return [card.current() for card in self.cards if card.on()]

    def set_styles(self, styles: list[Lora]) -> None:
        """Show these styles, all on."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for lora in styles[: self._most]:
            self._append(lora)
        self._show()

    def add(self, path: str) -> None:
        """Take one more style."""
        if len(self.cards) < self._most and all(card.lora.source.path != path for card in self.cards):
            self._append(msgspec.convert({"source": {"path": path}}, type=Lora))
            self._show()
            self.changed.emit()

    def ask(self) -> None:
        """Ask for style files."""
        names, _ = QFileDialog.getOpenFileNames(self, tr("Add style"), "", f"(*{_SUFFIX})")
        for name in names:
            self.add(name)

    def _append(self, lora: Lora) -> None:
        card = StyleCard(lora, self._tools)
        card.changed.connect(self.changed)
        card.removed.connect(lambda: self._take_out(card))
        self.cards.append(card)
        self._layout.addWidget(card)
        path = Path(lora.source.path)
        if path.is_absolute() and not path.is_file():
            card.show_missing()
        elif path.is_absolute() and self._tools is not None:
            query_id = self._tools.engine.ask(ReadStyle(path=str(path)), self._on_style)
            self._asked[query_id] = card

    def _on_style(self, answer: Answered) -> None:
        card = self._asked.pop(answer.query_id, None)
        if card in self.cards and card is not None and isinstance(answer.reply, StyleRead):
            card.show_style(answer.reply.style)

    def _take_out(self, card: StyleCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.add_button.setEnabled(len(self.cards) < self._most)
        if self._headed:
            self.setVisible(bool(self.cards))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(path.suffix == _SUFFIX for path in dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in dropped_files(event.mimeData()):
            if path.suffix == _SUFFIX:
                self.add(str(path))
        event.acceptProposedAction()


class StylesEditor(Editor):
    """The styles of a job. One that is switched off is not part of the job."""

    def __init__(self, info: FieldInfo, tools: Tools | None = None) -> None:
        self.field = StylesField(tools, info.most or 16)
        super().__init__(info, self.field)
        self.field.changed.connect(self.changed)

    def value(self) -> Any:
        return [msgspec.to_builtins(lora) for lora in self.field.styles()]

    def set_value(self, value: Any) -> None:
        self.field.set_styles([msgspec.convert(each, type=Lora) for each in value])
