"""Styles (LoRA) of a job as cards, one below the other, and a place where more can be dropped."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.create.editor import Editor
from desktop.create.pictures_field import dropped_files
from desktop.create.style_card import StyleCard
from desktop.create.tools import Tools
from desktop.link import Answered
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.labels import column, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo
from engine.protocol.jobs.image import Lora
from engine.protocol.queries import ReadStyle, StyleRead

_SUFFIX = ".safetensors"


class StylesField(QWidget):
    """The cards, and a place where .safetensors files can be dropped.

    Attributes:
        family: of the models that the styles shall fit.
    """

    changed = Signal()
    family = "SDXL"

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
            card.show_style(answer.reply.style, self.family)

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
