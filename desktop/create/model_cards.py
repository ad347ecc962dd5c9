"""Models to choose from as cards: name, whether it fits here, and its memory as a bar against what there is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop.create.editor import Editor
from desktop.models import words
from desktop.state.devices import Devices
from desktop.state.models import Models
from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.chips import STATES
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import column
from desktop.widgets.theme import theme
from desktop.widgets.words import memory, tr
from engine.protocol.devices import Device
from engine.protocol.fields import FieldInfo
from engine.protocol.models import ModelState


class _Card(Painted, QAbstractButton):
    """One model."""

    ring_radius = 6

    def __init__(self, identifier: str, title: str) -> None:
        super().__init__()
        self.identifier = identifier
        self._model: ModelState | None = None
        self._fit = words.Fit("waiting", tr("Not known"), "")
        self._part = 0.0
        self._facts = ""
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_model(self, model: ModelState | None, device: Device | None, here: bool) -> None:
        """Show what is known of it."""
        self._model = model
        if model is not None:
            self._fit = words.fit_of(model, device)
            total = device.memory_total if device is not None else 0
            self._part = min(1.0, model.memory / total) if total else 0.0
            needs = tr("needs {needs} of {total}", needs=memory(model.memory), total=memory(total)) if total else ""
            state = "" if here else tr("not installed")
            self._facts = " · ".join(part for part in (needs, state) if part)
        self.setToolTip(" ".join(part for part in (words.purpose(model) if model else "", self._fit.sentence) if part))
        self.setAccessibleName(f"{self.text()}, {self._fit.word}, {self._facts}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(64 if self.isChecked() else 34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on = self.isChecked()
        fill = look.colour("tint" if on else "hover" if self.underMouse() else "raised")
        edge = look.colour("accent" if on else "edge")
        painting.frame(painter, self.rect(), fill=fill, edge=edge, radius=6)
        pad, head = look.px(10), QRectF(0, 0, self.width(), look.px(34))
        self._paint_mark(painter, pad, head)
        icon, tone = STATES[self._fit.state]
        width = look.metrics("small").horizontalAdvance(self._fit.word)
        side = look.px(14)
        x = self.width() - pad - width
        painting.text(
            painter, QRectF(x, 0, width + 2, head.height()), self._fit.word, look.font("small"), look.colour(tone)
        )
        paint_icon(painter, icon, look.colour(tone), x - side - look.px(5), (head.height() - side) / 2, side)
        left = pad + look.px(24)
        name = QRectF(left, 0, x - side - look.px(12) - left, head.height())
        painting.text(painter, name, self.text(), look.font("small", bold=on), look.colour("text"))
        if on:
            self._paint_memory(painter, pad, tone)

    def _paint_mark(self, painter: QPainter, pad: int, head: QRectF) -> None:
        look = theme()
        side = look.px(15)
        ring = QRectF(pad, (head.height() - side) / 2, side, side)
        if self.isChecked():
            painting.frame(painter, ring, fill=look.colour("accent"), radius=side / 2)
            inner = side * 0.26
            dot = ring.adjusted(inner, inner, -inner, -inner)
            painting.frame(painter, dot, fill=look.colour("accentink"), radius=side / 2)
        else:
            painting.frame(painter, ring, edge=look.colour("edgehi"), radius=side / 2)

    def _paint_memory(self, painter: QPainter, pad: int, tone: str) -> None:
        look = theme()
        bar = QRectF(pad, look.px(33), self.width() - 2 * pad, look.px(5))
        painting.frame(painter, bar, fill=look.colour("press"), radius=2.5)
        if self._part:
            filled = QRectF(bar.left(), bar.top(), max(5.0, bar.width() * self._part), bar.height())
            painting.frame(painter, filled, fill=look.colour(tone), radius=2.5)
        below = QRectF(pad, look.px(41), self.width() - 2 * pad, look.px(17))
        painting.text(painter, below, self._facts, look.font("tiny"), look.colour("text2"))


class ModelCards(QWidget):
    """The cards; arrow keys go from one to the next.

    Args:
        models: what is known of them.
        devices: what this computer has.
        name: accessible name of the group.
    """

    chosen = Signal(object)
    """arg: str, the value a person chose."""

    def __init__(self, models: Models, devices: Devices, name: str) -> None:
        super().__init__()
        self._models = models
        self._devices = devices
        self._group = QButtonGroup(self)
        self._cards: dict[str, _Card] = {}
        self._layout = column(space=6)
        self.setLayout(self._layout)
        self.setAccessibleName(name)
        self._group.buttonToggled.connect(self._on_toggled)
        self._group.buttonClicked.connect(self._on_clicked)
        models.changed.connect(self.refresh)
        devices.changed.connect(self.refresh)

    def set_choices(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Offer (value, title, id of the catalog) in this order; what was chosen stays chosen where it is offered."""
        if [value for value, _, _ in choices] == list(self._cards):
            for value, _, identifier in choices:
                self._cards[value].identifier = identifier
            self.refresh()
            return
        before = self.value()
        for card in self._cards.values():
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for value, title, identifier in choices:
            card = _Card(identifier, title)
            self._cards[value] = card
            self._group.addButton(card)
            self._layout.addWidget(card)
        self.set_value(before if before in self._cards else next(iter(self._cards), ""))
        self.refresh()

    def value(self) -> str:
        return next((value for value, card in self._cards.items() if card.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling."""
        if value in self._cards:
            self._cards[value].setChecked(True)

    def card(self, value: str) -> QAbstractButton:
        return self._cards[value]

    def refresh(self, *_args: object) -> None:
        """Show what is known of the models now."""
        for card in self._cards.values():
            here = self._models.is_here(card.identifier)
            card.show_model(self._models.model(card.identifier), self._devices.chosen, here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        values = list(self._cards)
        if step is None or not values:
            super().keyPressEvent(event)
            return
        value = values[(values.index(self.value()) + step) % len(values)]
        self._cards[value].setChecked(True)
        self._cards[value].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(value)

    def _on_toggled(self, card: QAbstractButton, _on: bool) -> None:
        card.updateGeometry()

    def _on_clicked(self, card: QAbstractButton) -> None:
        self.chosen.emit(next(value for value, each in self._cards.items() if each is card))


class ModelCardsEditor(Editor):
    """The chosen card as a value of a form."""

    def __init__(self, info: FieldInfo, cards: ModelCards) -> None:
        super().__init__(info, cards)
        self._cards = cards
        cards.chosen.connect(self._on_chosen)

    def value(self) -> Any:
        return self._cards.value() or self.info.default

    def set_value(self, value: Any) -> None:
        self._cards.set_value(str(value))

    def _on_chosen(self, _value: object) -> None:
        self.changed.emit()
