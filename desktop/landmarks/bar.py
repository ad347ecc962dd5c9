"""The bar of the active tool: what it does and how it is set, linking, mirror, mesh."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.landmarks.edits import Edits
from desktop.landmarks.key_edits import KEY_GROUPS
from desktop.landmarks.tools import LEAST_RADIUS, MOST_RADIUS, Toolbox
from desktop.landmarks.view import Views
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.fields import ComboBox, NumberField, Slider
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

HEIGHT = 36
_NARROW = 700


class ToolBar(QWidget):
    """Row of 36 above the canvases."""

    turned = Signal(object, object)
    """args: float factor, float degrees, that the selection is to be scaled and turned by."""

    def __init__(self, tools: Toolbox, edits: Edits, views: Views) -> None:
        super().__init__()
        self._tools = tools
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = label("", "section")
        self.hint = ElidedLabel("", "small", "text3")
        self._settings = QStackedWidget()
        self._pages = {"": self._settings.addWidget(self._hint_page())}
        self._pages["brush"] = self._settings.addWidget(self._brush_page())
        self._pages["key"] = self._settings.addWidget(self._key_page())
        self._pages["turn"] = self._settings.addWidget(self._turn_page())
        self.linked = self._toggle(tr("Linked A and B"), "link", tr("Zoom and pan both pictures together"), "A")
        self.mirror = self._toggle(tr("Mirror"), "flip-horizontal-2", tr("Move both sides of the face alike"), "H")
        self.mesh = self._toggle(tr("Mesh"), "eye", tr("Show mesh and points"), "")
        self.linked.clicked.connect(views.set_linked)
        self.mirror.clicked.connect(edits.moves.set_mirror)
        self.mesh.clicked.connect(tools.show_mesh)
        views.linked_changed.connect(self.linked.setChecked)
        edits.moves.mirror_changed.connect(self.mirror.setChecked)
        self.linked.setChecked(views.linked)
        inner = row(
            self.name, self._settings, line("v"), self.linked, self.mirror, self.mesh, space=8, margins=(12, 0, 8, 0)
        )
        inner.setStretch(1, 1)
        layout = column(box(inner), line(), space=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFixedHeight(theme().px(HEIGHT))
        tools.changed.connect(self.refresh)
        self.refresh()

    def set_paired(self, paired: bool) -> None:
        """Linking needs two pictures."""
        self.linked.setEnabled(paired)

    def refresh(self) -> None:
        """Show the tool in hand and its settings."""
        tool = self._tools.tool
        self.name.setText(tr(tool.text))
        self.hint.set_text(tr(tool.hint))
        self._settings.setCurrentIndex(self._pages.get(tool.key, 0))
        self._show(self.radius, round(self._tools.radius))
        self._show(self.softness, round(self._tools.softness * 100))
        self.radius_field.blockSignals(True)
        self.radius_field.setValue(self._tools.radius)
        self.radius_field.blockSignals(False)
        self.mesh.setChecked(self._tools.mesh)
        self.mesh.set_icon_name("eye" if self._tools.mesh else "eye-off")
        if self.group.currentText() != self._tools.key_group:
            self.group.setEditText(self._tools.key_group)

    @staticmethod
    def _toggle(text: str, icon: str, tip: str, keys: str) -> Button:
        button = Button(text, icon, Kind.PLAIN, height=26)
        button.setCheckable(True)
        button.setToolTip(f"{tip}  {keys}".strip())
        button.setAccessibleName(text)
        button.setMinimumWidth(button.sizeHint().width())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme().px(_NARROW)
        for button in (self.linked, self.mirror, self.mesh):
            # Beside the table there is no room for their words: icon, tooltip and accessible name stay.
            button.setText("" if narrow else button.accessibleName())
            button.setMinimumWidth(button.sizeHint().width())

    @staticmethod
    def _show(slider: Slider, value: int) -> None:
        slider.blockSignals(True)
        slider.setValue(value)
        slider.blockSignals(False)

    def _hint_page(self) -> QWidget:
        layout = row(self.hint, space=0)
        return box(layout)

    def _brush_page(self) -> QWidget:
        self.radius = Slider(LEAST_RADIUS, MOST_RADIUS, name=tr("Radius of the brush"))
        self.radius.valueChanged.connect(lambda value: self._tools.set_brush(radius=value))
        self.radius_field = NumberField(LEAST_RADIUS, MOST_RADIUS, unit=tr("px"))
        self.radius_field.setAccessibleName(tr("Radius of the brush"))
        self.radius_field.setFixedWidth(theme().px(66))
        self.radius_field.valueChanged.connect(lambda value: self._tools.set_brush(radius=value))
        self.softness = Slider(0, 100, name=tr("Softness of the brush"))
        self.softness.valueChanged.connect(lambda value: self._tools.set_brush(softness=value / 100))
        for slider in (self.radius, self.softness):
            slider.setMinimumWidth(theme().px(40))
            slider.setMaximumWidth(theme().px(96))
        words = [label(tr(text), "small", "text2") for text in ("Radius", "Softness")]
        words[0].setBuddy(self.radius_field)
        words[1].setBuddy(self.softness)
        layout = row(words[0], self.radius, self.radius_field, words[1], self.softness, None, space=8)
        layout.setStretch(1, 2)
        layout.setStretch(4, 2)
        return box(layout)

    def _key_page(self) -> QWidget:
        self.group = ComboBox(name=tr("Group of new key points"))
        self.group.setEditable(True)
        self.group.setFixedHeight(theme().px(26))
        self.group.setMaximumWidth(theme().px(140))
        for name in KEY_GROUPS:
            self.group.addItem(tr(name))
        self.group.currentTextChanged.connect(lambda text: self._tools.set_key_group(text.strip()[:120]))
        words = label(tr("Group"), "small", "text2")
        words.setBuddy(self.group)
        layout = row(words, self.group, None, space=8)
        return box(layout)

    def _turn_page(self) -> QWidget:
        self.scale = NumberField(10, 400, decimals=1, unit="%", step=1)
        self.scale.setValue(100)
        self.scale.setAccessibleName(tr("Scale the selection"))
        self.angle = NumberField(-180, 180, decimals=1, unit="°", step=0.5)
        self.angle.setAccessibleName(tr("Turn the selection, clockwise"))
        apply = Button(tr("Apply"), height=26)
        apply.clicked.connect(self._apply_turn)
        for field in (self.scale, self.angle):
            field.setFixedWidth(theme().px(84))
        words = [label(tr(text), "small", "text2") for text in ("Scale", "Turn")]
        words[0].setBuddy(self.scale)
        words[1].setBuddy(self.angle)
        return box(row(words[0], self.scale, words[1], self.angle, apply, None, space=8))

    def _apply_turn(self) -> None:
        self.turned.emit(self.scale.value() / 100, self.angle.value())
        self.scale.setValue(100)
        self.angle.setValue(0)
