"""The create pane: one tab for each job kind that the engine knows, and its panel."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.create.morph_panel import MorphPanel
from desktop.create.panel import JobPanel, Workshop
from desktop.create.voice_panel import VoicePanel
from desktop.widgets import painting
from desktop.widgets.buttons import _Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import line
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


@dataclass(frozen=True)
class PanelSpec:
    """One tab: its name in the program, its words, its icon, and what makes its panel."""

    key: str
    text: str
    icon: str
    make: Callable[[Workshop], JobPanel]


PANELS: tuple[PanelSpec, ...] = (
    PanelSpec("morph", "Morph", "blend", MorphPanel),
    PanelSpec("voice", "Voice", "mic", VoicePanel),
)
"""The panels whose engines exist. A new job kind adds one line."""


class _Tab(_Painted, QAbstractButton):
    """A tab of 52: an icon of 18 over a word."""

    ring_radius = 4

    def __init__(self, spec: PanelSpec) -> None:
        super().__init__()
        self._icon = spec.icon
        self.setText(tr(spec.text))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.metrics("tiny", bold=True).horizontalAdvance(self.text()) + look.px(16), look.px(51))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on, over = self.isChecked(), self.underMouse()
        if self.hasFocus():
            painting.frame(painter, self.rect().adjusted(2, 2, -2, -3), edge=look.colour("accent"), radius=4, width=2)
        side = look.px(18)
        tone = "accenttext" if on else "text" if over else "text2"
        paint_icon(painter, self._icon, look.colour(tone), (self.width() - side) / 2, look.px(9), side)
        words = QRectF(0, look.px(29), self.width(), look.px(16))
        font = look.font("tiny", bold=on)
        colour = look.colour("text" if on or over else "text2")
        painting.text(painter, words, self.text(), font, colour, Qt.AlignmentFlag.AlignHCenter)
        if on:
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), look.colour("accent"))


class CreatePane(QWidget):
    """The tabs and the panel in front. A panel is made when its tab is first opened."""

    made = Signal(object)
    """arg: JobPanel that was made just now."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Create"))
        self.head = QWidget()
        self.head.setProperty("ground", "pane")
        self.head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.setSpacing(0)
        self._group = QButtonGroup(self)
        self.tabs: dict[str, _Tab] = {}
        self._panels: dict[str, JobPanel] = {}
        self._stack = QStackedWidget()
        for spec in PANELS:
            tab = _Tab(spec)
            self.tabs[spec.key] = tab
            self._group.addButton(tab)
            tabs.addWidget(tab)
            tab.clicked.connect(lambda _on=False, key=spec.key: self.open(key))
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addLayout(tabs)
        head.addWidget(line())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(328), theme().px(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), theme().px(200))

    def panel(self, key: str) -> JobPanel:
        """Return a panel, made on first use."""
        if key not in self._panels:
            spec = next(spec for spec in PANELS if spec.key == key)
            panel = spec.make(self._workshop)
            self._panels[key] = panel
            self._stack.addWidget(panel)
            self.made.emit(panel)
        return self._panels[key]

    def open(self, key: str) -> JobPanel:
        """Bring a panel to the front."""
        panel = self.panel(key)
        self._stack.setCurrentWidget(panel)
        self.tabs[key].setChecked(True)
        return panel

    def current(self) -> JobPanel:
        panel = self._stack.currentWidget()
        assert isinstance(panel, JobPanel)
        return panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((key for key, tab in self.tabs.items() if tab.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if focused is None or step is None:
            super().keyPressEvent(event)
            return
        keys = list(self.tabs)
        key = keys[(keys.index(focused) + step) % len(keys)]
        self.open(key)
        self.tabs[key].setFocus(Qt.FocusReason.TabFocusReason)
