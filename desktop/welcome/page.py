"""The page that is shown while no project is open."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

import resources
from desktop.create.pictures_field import dropped_files
from desktop.state.devices import Devices, short_device_name
from desktop.state.models import Models
from desktop.state.thumbnails import Thumbnails
from desktop.welcome.abilities import model_abilities, own_abilities
from desktop.welcome.ability_table import AbilityTable
from desktop.widgets import painting
from desktop.widgets.buttons import Kind, LinkButton, Painted, shortcut_text
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import IconLabel, box, clear, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, memory, tr

_WIDTH = 1116
_SHOWN = 3


class RecentProject(NamedTuple):
    """A project that was opened before: where it lies, its name, when it was saved, and some of its pictures."""

    path: Path
    title: str
    saved: float
    seconds: float
    pictures: tuple[str, ...]


class StartButton(Painted, QAbstractButton):
    """A start, 56 high: icon, title, one line of explanation, shortcut."""

    def __init__(self, icon: str, title: str, text: str, keys: str, kind: Kind) -> None:
        super().__init__()
        self._icon = icon
        self._more = text
        self._keys = keys
        self._main = kind is Kind.MAIN
        self.setText(title)
        self.setAccessibleName(f"{title}. {text}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(296), theme().px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        over = self.underMouse()
        if self._main:
            painting.frame(painter, self.rect(), fill=look.colour("accenthi" if over else "accent"), radius=6)
            ink = quiet = look.colour("accentink")
        else:
            fill, edge = look.colour("hover" if over else "raised"), look.colour("edge")
            painting.frame(painter, self.rect(), fill=fill, edge=edge, radius=6)
            ink, quiet = look.colour("text"), look.colour("text2")
        side = look.px(20)
        paint_icon(painter, self._icon, ink, look.px(15), (self.height() - side) / 2, side)
        keys = shortcut_text(self._keys)
        small = look.font("small")
        keys_width = look.metrics("small").horizontalAdvance(keys)
        words = self.rect().adjusted(look.px(47), look.px(9), -look.px(16) - keys_width, -look.px(27))
        painting.text(painter, words, self.text(), look.font("strong"), ink)
        words = self.rect().adjusted(look.px(47), look.px(28), -look.px(16) - keys_width, -look.px(9))
        painting.text(painter, words, self._more, look.font("tiny"), quiet)
        right = self.rect().adjusted(0, 0, -look.px(15), 0)
        painting.text(painter, right, keys, small, quiet, Qt.AlignmentFlag.AlignRight)


class MorphStrip(QWidget):
    """Nine frames of one morph, made by this program from two of its sample portraits."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage(str(resources.path("welcome", "morph.jpg")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Nine frames of a morph from one portrait to another"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(124))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(self.rect(), 6, 6)
        painter.setClipPath(path)
        painting.cover(painter, self.rect(), self._image, 0)


class ProjectTile(Painted, QAbstractButton):
    """A recent project: its pictures, its name, when it was saved."""

    def __init__(self, project: RecentProject, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.project = project
        self._thumbnails = thumbnails
        thumbnails.ready.connect(self._on_ready)
        self.setText(project.title)
        self.setAccessibleName(f"{project.title}, {self._facts()}")
        self.setToolTip(str(project.path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _count(self) -> int:
        return max(1, min(3, len(self.project.pictures)))

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(self._count() * px(120) + (self._count() - 1) * 2, px(120) + px(42))

    def _facts(self) -> str:
        when = day_words(self.project.saved)
        return f"{when}, {clock(self.project.seconds)}" if self.project.seconds else when

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        height = look.px(120)
        area = QRect(0, 0, self.width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(area, 6, 6)
        painter.setClipPath(path)
        painter.fillRect(area, look.colour("raised"))
        # As many as there is room for; no slice of a face at the end.
        count = max(1, min(self._count(), round(self.width() / look.px(120))))
        edges = [round(index * (self.width() + 2) / count) for index in range(count + 1)]
        for left, right, picture in zip(edges, edges[1:], self.project.pictures, strict=False):
            image = self._thumbnails.picture(picture, 240)
            if image is not None:
                painting.cover(painter, QRect(left, 0, right - left - 2, height), image, 0)
        painter.restore()
        if not self.project.pictures:
            side = look.px(24)
            x, y = area.center().x() - side / 2, area.center().y() - side / 2
            paint_icon(painter, "film", look.colour("text3"), x, y, side)
        if self.underMouse():
            painting.frame(painter, area, edge=look.colour("edgehi"), radius=6)
        words = QRect(0, height + look.px(8), self.width(), look.px(16))
        painting.text(painter, words, self.text(), look.font("small", bold=True), look.colour("text"))
        words.translate(0, look.px(16))
        painting.text(painter, words, self._facts(), look.font("tiny"), look.colour("text2"))

    def _on_ready(self, _thumbnail: object) -> None:
        self.update()


def day_words(seconds: float, today: date | None = None) -> str:
    """Return a day in words: today, yesterday, Tuesday, 3 November."""
    day = datetime.fromtimestamp(seconds).astimezone().date()
    ago = ((today or datetime.now().astimezone().date()) - day).days
    if ago == 0:
        return tr("today")
    if ago == 1:
        return tr("yesterday")
    pattern = "dddd" if 1 < ago < 7 else "d MMMM" if ago < 300 else "d MMMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


class WelcomePage(QScrollArea):
    """The page. Files that are dropped on it start a project."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    models_wanted = Signal(object)
    """arg: str, the id of a model, "" for all of them."""
    project_wanted = Signal(object)
    """arg: Path of a recent project."""

    files_dropped = Signal(object)
    """arg: tuple of Path."""

    def __init__(self, thumbnails: Thumbnails, devices: Devices, models: Models) -> None:
        super().__init__()
        self._models = models
        self._thumbnails = thumbnails
        self._devices = devices
        self._recent: tuple[RecentProject, ...] = ()
        self._all = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Welcome"))
        name = column(
            label(tr("Portraits"), "display"),
            label(tr("Films of faces and people, made on your own computer."), "body", "text2"),
            space=2,
        )
        head = row(IconLabel("mark", "accent", 40), name, None, space=16)
        lower = row(self._starts(), self._right(), space=28)
        lower.setStretch(0, 0)
        lower.setStretch(1, 1)
        inner = box(column(head, 24, MorphStrip(), 28, lower, None, space=0))
        inner.setMaximumWidth(theme().px(_WIDTH))
        middle = row(None, inner, None, space=0, margins=(32, 44, 32, 24))
        middle.setStretch(1, 1000)
        self.setWidget(box(middle, "app"))
        devices.changed.connect(self._show_abilities)
        models.changed.connect(self._show_abilities)
        self._show_abilities()
        self.show_recent(())

    def _starts(self) -> QWidget:
        self.sample = StartButton(
            "play", tr("Open the sample project"), tr("Six portraits, five morphs, one voice"), "", Kind.MAIN
        )
        self.new = StartButton("file-plus", tr("New project"), tr("Start with an empty timeline"), "Ctrl+N", Kind.PLAIN)
        self.open = StartButton("folder-open", tr("Open …"), tr("A project, or drop files here"), "Ctrl+O", Kind.PLAIN)
        self.sample.clicked.connect(self.sample_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        offline = row(
            IconLabel("wifi-off", "text2", 15),
            label(tr("Works offline. Nothing leaves this computer."), "small", "text2", wrap=True),
        )
        offline.setStretch(1, 1)
        made = box(column(self.sample, self.new, self.open, 4, offline, None, space=8))
        made.setFixedWidth(theme().px(296))
        return made

    def _right(self) -> QWidget:
        self.recent_title = label(tr("Recent projects"), "section")
        self.show_all = LinkButton(tr("Show all"), "small")
        self.show_all.clicked.connect(self._toggle_all)
        self._tiles = QVBoxLayout()
        self._tiles.setSpacing(theme().px(12))
        self._none = label(tr("Projects you open appear here."), "small", "text3")
        self.abilities = AbilityTable()
        self.abilities.models_wanted.connect(self.models_wanted)
        head = row(self.recent_title, None, self.show_all)
        return box(column(head, self._none, self._tiles, 12, self.abilities, None, space=8))

    def show_recent(self, projects: Sequence[RecentProject]) -> None:
        """Show projects, the newest first."""
        self._recent = tuple(projects)
        self._fill_tiles()

    def _fill_tiles(self) -> None:
        clear(self._tiles)
        shown = self._recent if self._all else self._recent[:_SHOWN]
        line_parts: list[QWidget | None] = []
        for index, project in enumerate(shown):
            tile = ProjectTile(project, self._thumbnails)
            tile.clicked.connect(lambda _on=False, path=project.path: self.project_wanted.emit(path))
            line_parts.append(tile)
            if index % _SHOWN == _SHOWN - 1 or index == len(shown) - 1:
                self._tiles.addWidget(box(row(*line_parts, None, space=16)))
                line_parts = []
        self._none.setVisible(not self._recent)
        self.show_all.setVisible(len(self._recent) > _SHOWN)
        self.show_all.setText(tr("Show fewer") if self._all else tr("Show all"))

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._fill_tiles()

    def _show_abilities(self, *_args: object) -> None:
        device = self._devices.chosen
        parts = []
        if device is not None:
            parts.append(short_device_name(device.name))
            if device.kind != "cpu":
                parts.append(memory(device.memory_total))
            report = self._devices.report
            if report is not None and report.memory_total:
                parts.append(tr("{amount} memory", amount=memory(report.memory_total)))
        abilities = [*own_abilities(device), *model_abilities(self._models, device)]
        self.abilities.show_abilities(abilities, " · ".join(parts))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit(tuple(dropped_files(event.mimeData())))
        event.acceptProposedAction()
