"""The lower part of the motion page: joints, curves, and what corrects them."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.motion.curve_plot import LETTERS, CurvePlot, axis_colour
from desktop.motion.joint_table import JointTable
from desktop.motion.session import MotionSession
from desktop.motion.skeleton import joint_name
from desktop.motion.take import keys_of
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.fields import Slider
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr

SPEEDS = (0.5, 0.75, 1.25, 1.5, 2.0)


class Legend(QWidget):
    """Says which line is X, Y and Z, and that the faint ones are as detected."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("X, Y and Z; faint: as detected"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(18))

    def minimumSizeHint(self) -> QSize:
        # Every curve is named, however narrow the pane.
        return QSize(len(LETTERS) * theme().px(38), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter, x, middle = QPainter(self), 0, self.height() / 2
        font = look.font("tiny")
        for axis, letter in enumerate(LETTERS):
            if x + look.px(34) > self.width():
                return
            painter.setPen(QPen(look.colour(axis_colour(axis)), 2))
            painter.drawLine(x, round(middle), x + look.px(14), round(middle))
            place = self.rect().adjusted(x + look.px(19), 0, 0, 0)
            painting.text(painter, place, letter, font, look.colour("text2"))
            x += look.px(38)
        words = tr("faint: as detected")
        if x + look.metrics("tiny").horizontalAdvance(words) <= self.width():
            painting.text(painter, self.rect().adjusted(x, 0, 0, 0), words, font, look.colour("text3"))


class CurvePane(QWidget):
    """Corrects the motion of the session."""

    fit_wanted = Signal()
    """The motion shall be put where the person of the reference picture is."""

    def __init__(self, session: MotionSession) -> None:
        super().__init__()
        self._session = session
        self.plot = CurvePlot(session)
        self.table = JointTable(session)
        self.header = Header(tr("Curves"))
        self.legend = Legend()
        self.undo = IconButton("undo", tr("Undo"), keys="Ctrl+Z")
        self.redo = IconButton("redo", tr("Redo"), keys="Ctrl+Shift+Z")
        self.smooth = Slider(0, 100, name=tr("Smooth"))
        self.smooth.setFixedWidth(theme().px(84))
        self.smooth.setToolTip(tr("How much the whole motion is smoothed; it is shown at once."))
        self.key = Button(tr("Add keyframe"), "diamond", height=26)
        self.trim = Button(tr("Trim"), "scissors", height=26)
        self.trim.setToolTip(tr("Keep what lies between the two lines; I and O set them."))
        self.numbers = IconButton("list", tr("Show the positions as a table"), keys="Ctrl+T", checkable=True)
        self.more = IconButton("ellipsis", tr("Fill gaps, mirror, fit, speed, loop"))
        tools = self.header.tools
        self.header.layout().itemAt(0).widget().layout().insertWidget(2, self.legend, 1)  # type: ignore[union-attr]
        for part in (
            self.undo,
            self.redo,
            label(tr("Smooth"), "small", "text2"),
            self.smooth,
            self.key,
            self.trim,
            self.numbers,
            self.more,
        ):
            tools.addWidget(part)
        body = row(self.table, line("v"), self.plot, space=0)
        body.setStretch(2, 1)
        layout = column(line(), self.header, box(body, "app"), space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._wire()
        self._on_opened()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(216))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(140))

    def _wire(self) -> None:
        session = self._session
        self.undo.clicked.connect(session.undo)
        self.redo.clicked.connect(session.redo)
        self.smooth.valueChanged.connect(session.smooth)
        self.key.clicked.connect(session.toggle_key)
        self.trim.clicked.connect(self.trim_now)
        self.numbers.toggled.connect(self.table.show_numbers)
        self.more.clicked.connect(self._open_menu)
        self.plot.sought.connect(session.go_to)
        self.plot.range_changed.connect(self._show_trim)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.frame_changed.connect(self._show_key)
        session.joint_changed.connect(self._on_changed)

    def trim_now(self) -> None:
        """Keep the frames between the two lines."""
        self._session.trim(*self.plot.kept)

    def menu(self) -> QMenu:
        """Return the changes of the whole motion."""
        session, menu = self._session, QMenu(self)
        menu.addAction(tr("Fill gaps"), partial(session.repair, fill_gaps=True))
        menu.addAction(tr("Remove outliers"), partial(session.repair, outliers=True))
        menu.addAction(tr("Mirror"), session.mirror)
        menu.addAction(tr("Fit to the reference picture"), self.fit_wanted.emit)
        speed = menu.addMenu(tr("Speed"))
        for factor in SPEEDS:
            speed.addAction(tr("{n} times as fast", n=short_number(factor)), partial(session.retime, factor))
        loop = menu.addMenu(tr("Loop, there and back"))
        for frames in self._lengths():
            loop.addAction(counted(frames, "{n} frame", "{n} frames"), partial(session.loop, frames))
        menu.addSeparator()
        follow = menu.addAction(tr("Move what hangs on the joint too"))
        follow.setCheckable(True)
        follow.setChecked(session.follow)
        follow.toggled.connect(self._set_follow)
        return menu

    def _lengths(self) -> list[int]:
        take = self._session.take
        count = len(take) if take is not None else 0
        return sorted({each for each in (49, 89, 129, 2 * count - 1, 4 * count - 3) if each > count > 1})

    def _set_follow(self, follow: bool) -> None:
        self._session.follow = follow

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_opened(self) -> None:
        self.smooth.blockSignals(True)
        self.smooth.setValue(0)
        self.smooth.blockSignals(False)
        self._on_changed()

    def _on_changed(self) -> None:
        session = self._session
        there = session.take is not None and len(session.take) > 0
        self.header.set_title(tr("Curves · {joint}", joint=joint_name(session.joint)))
        self.setAccessibleName(tr("Curves of {joint}", joint=joint_name(session.joint)))
        for button, name, words in (
            (self.undo, session.undo_label, tr("Undo")),
            (self.redo, session.redo_label, tr("Redo")),
        ):
            button.setEnabled(bool(name))
            keys = "Ctrl+Z" if button is self.undo else "Ctrl+Shift+Z"
            button.set_name(f"{words}: {name}" if name else words, keys)
        if session.undo_label != tr("Smooth") and self.smooth.value() and not self.smooth.isSliderDown():
            # The slider belongs to the newest edit: after another one it starts from nothing again.
            self.smooth.blockSignals(True)
            self.smooth.setValue(0)
            self.smooth.blockSignals(False)
        for part in (self.smooth, self.more, self.key, self.table):
            part.setEnabled(there)
        self._show_key()
        self._show_trim()

    def _show_key(self) -> None:
        session, take = self._session, self._session.take
        added = take is not None and (session.joint, session.frame) in take.added
        has_one = take is not None and session.frame in keys_of(take, session.joint)
        self.key.setText(tr("Remove keyframe") if added else tr("Add keyframe"))
        self.key.setEnabled(take is not None and len(take) > 0 and (added or not has_one))
        self.key.updateGeometry()

    def _show_trim(self) -> None:
        take = self._session.take
        self.trim.setEnabled(take is not None and len(take) > 1 and self.plot.kept != (0, len(take)))
