"""The motion in space, with a camera that a person turns by the pointer or the arrow keys."""

from PySide6.QtCore import QLineF, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.motion.comparing import Restored
from desktop.motion.figure import joint_at, paint_figure
from desktop.motion.projection import Orbit, Stage, floor_lines, orbit_project, stage_of
from desktop.motion.session import NO_JOINT, MotionSession
from desktop.motion.skeleton import joint_name
from desktop.motion.take import Joints
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_TRAIL, _TRAIL_STEP = 4, 3
_KEY_DEGREES = 5.0
_DEGREES_A_PIXEL = 0.4


class OrbitView(QWidget):
    """Keys: arrows turn, plus and minus come nearer and go away, Home looks from the driving video's side.

    Args:
        session: the motion.
        comparison: the motion after tokens, shown in place of it or beside it.
    """

    looked = Signal(object)
    """arg: Orbit, where the camera is now."""

    def __init__(self, session: MotionSession, comparison: Restored) -> None:
        super().__init__()
        self._session, self._comparison = session, comparison
        self.orbit = Orbit()
        self.shown = "before"
        """before, after or both."""
        self.trail = True
        """Whether the frames before are shown faintly."""
        self._stage: Stage | None = None
        self._from: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The motion in space"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        session.opened.connect(self._on_opened)
        session.changed.connect(self.update)
        session.frame_changed.connect(self.update)
        session.joint_changed.connect(self.update)
        comparison.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(130), theme().px(160))

    def set_shown(self, shown: str) -> None:
        """Show the motion before tokens, after them, or both."""
        self.shown = shown
        self.update()

    def look(self, orbit: Orbit) -> None:
        """Move the camera."""
        if orbit == self.orbit:
            return
        self.orbit = orbit
        self.setAccessibleDescription(tr("Turned by {n} degrees", n=round(orbit.turn)))
        self.looked.emit(orbit)
        self.update()

    def _on_opened(self) -> None:
        take = self._session.take
        self._stage = stage_of(take.joints) if take is not None and len(take) else None
        self.update()

    # Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("app"))
        stage, take = self._stage, self._session.take
        if stage is not None and take is not None:
            self._paint_floor(painter, stage)
            frame, restored = self._session.frame, self._comparison.restored
            after = restored is not None and self.shown != "before" and frame < len(restored)
            if after and restored is not None and self.shown == "after":
                self._paint(painter, stage, restored.joints[frame], chosen=self._session.joint)
            else:
                for back in range(_TRAIL, 0, -1) if self.trail and self.shown == "before" else ():
                    past = frame - _TRAIL_STEP * back
                    if past >= 0 and take.valid[past]:
                        self._paint(painter, stage, take.joints[past], strength=0.12 + 0.05 * (_TRAIL - back))
                if take.valid[frame]:
                    self._paint(painter, stage, take.joints[frame], chosen=self._session.joint)
                if after and restored is not None:
                    self._paint(painter, stage, restored.joints[frame], strength=0.55)
            if not take.valid[frame]:
                words = tr("The person is not in this frame.")
                painting.text(
                    painter, self.rect(), words, look.font("small"), look.colour("text2"), Qt.AlignmentFlag.AlignHCenter
                )
        if self.hasFocus():
            painting.frame(painter, self.rect().adjusted(2, 2, -2, -2), edge=look.colour("accent"), radius=0, width=2)

    def _paint(
        self, painter: QPainter, stage: Stage, joints: Joints, *, chosen: int = -1, strength: float = 1.0
    ) -> None:
        points = orbit_project(joints, stage, self.orbit, self.width(), self.height())
        paint_figure(painter, points, chosen=chosen, strength=strength)

    def _paint_floor(self, painter: QPainter, stage: Stage) -> None:
        lines = orbit_project(floor_lines(stage), stage, self.orbit, self.width(), self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawLines([QLineF(*first.tolist(), *second.tolist()) for first, second in lines])

    def _joint_under(self, place: QPointF) -> int:
        joints = self._session.joints_at(self._session.frame)
        if self._stage is None or joints is None:
            return -1
        points = orbit_project(joints, self._stage, self.orbit, self.width(), self.height())
        return joint_at(points, place.x(), place.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from, self._dragged = event.position(), False
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        by = event.position() - self._from
        if self._dragged or by.manhattanLength() > 4:
            self._dragged, self._from = True, event.position()
            self.look(self.orbit.moved(by.x() * _DEGREES_A_PIXEL, by.y() * _DEGREES_A_PIXEL))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._from is not None and not self._dragged:
            joint = self._joint_under(event.position())
            if joint >= 0:
                self._session.choose_joint(joint)
        self._from = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.look(self.orbit.moved(zoom=1.1 ** (event.angleDelta().y() / 120)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEY_DEGREES * (3 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        match event.key():
            case Qt.Key.Key_Left:
                self.look(self.orbit.moved(turn=-step))
            case Qt.Key.Key_Right:
                self.look(self.orbit.moved(turn=step))
            case Qt.Key.Key_Up:
                self.look(self.orbit.moved(tilt=step))
            case Qt.Key.Key_Down:
                self.look(self.orbit.moved(tilt=-step))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.look(self.orbit.moved(zoom=1.15))
            case Qt.Key.Key_Minus:
                self.look(self.orbit.moved(zoom=1 / 1.15))
            case Qt.Key.Key_Home:
                self.look(Orbit(0.0, 0.0))
            case _:
                event.ignore()

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self._session.joint != NO_JOINT:
            self.setAccessibleDescription(tr("Shown: {joint}", joint=joint_name(self._session.joint)))
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusOutEvent(event)
        self.update()
