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

from desktop.create.animate_panel import AnimatePanel
from desktop.create.image_panel import ImagePanel
from desktop.create.morph_panel import MorphPanel
from desktop.create.panel import JobPanel
from desktop.create.train_panel import TrainPanel
from desktop.create.video_panel import VideoPanel
from desktop.create.voice_panel import VoicePanel
from desktop.create.workshop import Workshop
from desktop.widgets import painting
from desktop.widgets.buttons import IconButton, Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import box, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.jobs import AnyJob


@dataclass(frozen=True)
class PanelSpec:
    """One panel: its name in the program, its words, its icon, what makes it, and the tags of the jobs it makes.

    The panel of the training has no tab; its work area shows it alone.
    """

    key: str
    text: str
    icon: str
    make: Callable[[Workshop], JobPanel]
    jobs: tuple[str, ...]
    in_tabs: bool = True


PANELS: tuple[PanelSpec, ...] = (
    PanelSpec("image", "Portrait", "image-plus", ImagePanel, ("image", "series", "image_grid")),
    PanelSpec("morph", "Morph", "blend", MorphPanel, ("morph",)),
    PanelSpec("video", "Shot", "clapperboard", VideoPanel, ("video",)),
    PanelSpec("voice", "Voice", "mic", VoicePanel, ("voice",)),
    PanelSpec("animate", "Animation", "person-standing", AnimatePanel, ("animate",)),
    PanelSpec("train", "Training", "activity", TrainPanel, ("motion_train",), in_tabs=False),
)
"""The panels in the order of their tabs. A new job kind adds one line."""


def panel_for(job: AnyJob) -> str | None:
    """Return the key of the panel that makes such a job, or None."""
    tag = str(job.__struct_config__.tag)
    return next((spec.key for spec in PANELS if tag in spec.jobs), None)


class _Tab(Painted, QAbstractButton):
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
        for spec in (spec for spec in PANELS if spec.in_tabs):
            tab = _Tab(spec)
            self.tabs[spec.key] = tab
            self._group.addButton(tab)
            tabs.addWidget(tab)
            tab.clicked.connect(lambda _on=False, key=spec.key: self.open(key))
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        self._tabs = box(tabs)
        # Work areas that show one panel alone have its name in place of the tabs.
        self._title = label("", "section")
        self._last = PANELS[0].key
        self.back = IconButton("arrow-left", tr("Back to the other panels"))
        self.back.clicked.connect(lambda: self.open(self._last))
        self._alone = box(row(self.back, self._title, None, space=4, margins=(8, 4, 8, 4)))
        self._alone.setVisible(False)
        head.addWidget(self._tabs)
        head.addWidget(self._alone)
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
        self._alone.setVisible(key not in self.tabs)
        self._tabs.setVisible(key in self.tabs)
        if key in self.tabs:
            self._last = key
            self.tabs[key].setChecked(True)
        else:
            self._title.setText(panel.accessibleName())
        return panel

    def use_job(self, job: AnyJob, *, next_seed: bool = False) -> JobPanel | None:
        """Open the panel that makes such a job, filled with its settings; None when no panel makes it.

        Args:
            job: of a recipe, of a waiting job, of a clip.
            next_seed: take the seed after the job's, for a new variation or a new take.
        """
        key = panel_for(job)
        if key is None:
            return None
        panel = self.open(key)
        panel.use_job(job)
        if next_seed:
            panel.use_next_seed()
        return panel

    def animate(self, picture: str) -> JobPanel:
        """Open the animation panel with a picture of the person."""
        panel = self.open("animate")
        assert isinstance(panel, AnimatePanel)
        panel.set_reference(picture)
        return panel

    def animate_by(self, motion: str) -> JobPanel:
        """Open the animation panel with a motion; picture and settings stay."""
        panel = self.open("animate")
        assert isinstance(panel, AnimatePanel)
        panel.set_motion(motion)
        return panel

    def reference(self) -> str:
        """Return the picture that the animation panel has, "" for none."""
        panel = self._panels.get("animate")
        return panel.reference.path() if isinstance(panel, AnimatePanel) else ""

    def train_panel(self) -> TrainPanel:
        """Return the panel of trainings."""
        panel = self.panel("train")
        assert isinstance(panel, TrainPanel)
        return panel

    def make_shot(self, picture: str) -> JobPanel:
        """Open the shot panel with the picture that the shot begins with."""
        panel = self.open("video")
        assert isinstance(panel, VideoPanel)
        panel.set_start(picture)
        return panel

    def extend_shot(self, movie: str) -> JobPanel:
        """Open the shot panel with the movie that goes on."""
        panel = self.open("video")
        assert isinstance(panel, VideoPanel)
        panel.extend(movie)
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
