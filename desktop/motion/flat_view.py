"""The skeleton over the driving video, or over the picture that it shall move, or on black."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.link import Answered, EngineBase
from desktop.motion.figure import joint_at, paint_figure
from desktop.motion.projection import Pixels, project
from desktop.motion.session import MotionSession
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.engine_words import what_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.queries import PictureReply, Thumbnail

VIDEO, REFERENCE = "video", "reference"
_SIDE = 960
_REFERENCE_SIDE = 480


class VideoFrames(QObject):
    """Asks for frames of a movie, one at a time; while one is on its way only the newest wish is kept."""

    arrived = Signal()

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.path = ""
        self.image = QImage()
        self.problem = ""
        self._asked: tuple[str, float] | None = None
        self._wish: tuple[str, float] | None = None
        self._shown: tuple[str, float] | None = None

    def set_path(self, path: str) -> None:
        """Take another movie, "" for none."""
        if path != self.path:
            self.path, self.image, self.problem, self._shown = path, QImage(), "", None
            self.arrived.emit()

    def want(self, seconds: float) -> None:
        """Ask for the frame at a time; ``arrived`` follows."""
        wish = (self.path, max(0.0, round(seconds, 4)))
        if not self.path or wish in (self._asked, self._shown):
            return
        if self._asked is not None:
            self._wish = wish
            return
        self._asked = wish
        self._engine.ask(Thumbnail(path=wish[0], side=_SIDE, time=wish[1]), self._on_answer)

    def _on_answer(self, answer: Answered) -> None:
        asked, wish, self._asked, self._wish = self._asked, self._wish, None, None
        if asked is not None and asked[0] == self.path:
            if isinstance(answer.reply, PictureReply):
                reply, data = answer.reply, answer.payload[0]
                image = QImage(data, reply.width, reply.height, reply.width * 4, QImage.Format.Format_RGBA8888)
                self.image, self._shown = image.copy(), asked
            elif answer.failure is not None:
                self.problem = what_text(answer.failure)
            self.arrived.emit()
        if wish is not None:
            self.want(wish[1])


class FlatView(QWidget):
    """The motion as the driving video's camera sees it. A click on a joint chooses it.

    Args:
        session: the motion.
        engine: gives the frames of the video.
        thumbnails: give the reference picture.
        reference: returns the path of the picture that shall move, or "".
    """

    def __init__(
        self, session: MotionSession, engine: EngineBase, thumbnails: Thumbnails, reference: Callable[[], str]
    ) -> None:
        super().__init__()
        self._session, self._thumbnails, self._reference = session, thumbnails, reference
        self.frames = VideoFrames(engine, self)
        self.ground = VIDEO
        self.skeleton = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The skeleton over the driving video"))
        self.frames.arrived.connect(self.update)
        thumbnails.ready.connect(self._on_thumbnail)
        session.opened.connect(self._on_frame)
        session.changed.connect(self._on_frame)
        session.frame_changed.connect(self._on_frame)
        session.joint_changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(130), theme().px(160))

    def set_video(self, path: str) -> None:
        """Show a driving video, "" for none."""
        self.frames.set_path(path)
        self._on_frame()

    def set_ground(self, ground: str) -> None:
        """Show the skeleton over the video, or over the reference."""
        self.ground = ground
        self.update()

    def set_skeleton(self, shown: bool) -> None:
        self.skeleton = shown
        self.update()

    def ground_name(self) -> str:
        """Return the name of the file behind the skeleton, "" for none."""
        if self.ground == REFERENCE:
            return Path(self._reference()).name if self._reference() else ""
        return Path(self.frames.path).name if self.frames.path else ""

    def _on_frame(self) -> None:
        take = self._session.take
        if take is not None and len(take):
            self.frames.want(float(take.times[min(self._session.frame, len(take) - 1)]))
        self.update()

    def _on_thumbnail(self, _thumbnail: object) -> None:
        if self.ground == REFERENCE:
            self.update()

    def _place(self) -> QRectF:
        """Return where the picture of the driving video lies."""
        take = self._session.take
        wide, high = (take.width, take.height) if take is not None else (1, 1)
        scale = min(self.width() / wide, self.height() / high)
        width, height = wide * scale, high * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def points(self) -> Pixels | None:
        """Return where the joints of the shown frame are, (24, 2) pixels of this view."""
        joints, take = self._session.joints_at(self._session.frame), self._session.take
        if joints is None or take is None:
            return None
        place = self._place()
        found = project(joints, take.width, take.height) * (place.width() / take.width)
        found += np.array((place.left(), place.top()))
        return found

    # Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), look.colour("surround"))
        if self._session.take is None:
            return
        place = self._place()
        painter.setClipRect(self.rect())
        if self.ground == REFERENCE and self._reference():
            image = self._thumbnails.picture(self._reference(), _REFERENCE_SIDE)
            if image is not None:
                painting.cover(painter, place.toRect(), image, 0)
        elif self.ground == VIDEO and not self.frames.image.isNull():
            painter.drawImage(place, self.frames.image)
        else:
            painter.fillRect(place, look.colour("app"))
        points = self.points()
        if points is not None and self.skeleton:
            paint_figure(painter, points, chosen=self._session.joint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        points = self.points()
        joint = joint_at(points, event.position().x(), event.position().y()) if points is not None else -1
        if joint >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._session.choose_joint(joint)
