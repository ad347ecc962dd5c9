"""The card of a style (LoRA): picture, name, trigger words, strength with its number, on or off, take out."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.create.tools import Tools
from desktop.widgets import painting
from desktop.widgets.buttons import IconButton
from desktop.widgets.fields import NumberField, Slider
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, column, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.jobs.image import Lora
from engine.protocol.models import LoraInfo

_SUFFIX = ".safetensors"
_PICTURE = 44
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

    def show_style(self, style: LoraInfo | None, family: str) -> None:
        """Show what the file's header tells, and what keeps it from working with models of a family."""
        text, fits = about_style(style, family)
        if text:
            self.words.set_text(text, None if fits else "warn")
        if style is not None:
            self._picture.set_path(style.thumbnail)
            if style.title:
                self.name.set_text(style.title)

    def show_missing(self) -> None:
        self.words.set_text(tr("This file is not there"), "warn")

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


def about_style(style: LoraInfo | None, family: str) -> tuple[str, bool]:
    """Return in a few words what a style's header tells, and whether it works with models of a family.

    Args:
        style: None for a file that is no style.
        family: of the models, as headers name it: ``SDXL``, ``Wan``.
    """
    if style is None:
        return tr("This file is no style"), False
    if style.family and style.family != family:
        return tr("A style for {family}", family=style.family), False
    if style.trigger_words:
        return tr("trigger: {words}", words=", ".join(style.trigger_words)), True
    return (tr("for {family}", family=style.family) if style.family else ""), True
