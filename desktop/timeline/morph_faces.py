"""Real frames of morphs for their clips, asked of the engine one morph after the other and kept."""

import struct
from collections import OrderedDict, deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.link import Answered, EngineBase, EngineState, EngineStatus
from engine.project.landmarks import LANDMARK_COUNT, Landmarks
from engine.project.media import MediaItem
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.queries import DetectFaces, FacesReply, MorphFrames, MorphFramesReply, MorphSide

TIMES = (0.08, 0.25, 0.42, 0.58, 0.75, 0.92)
"""Which frames are kept, as parts of the morph."""

_RENDERED, _SHOWN = 192, 112
_MOST = 400
_FACE_BYTES = LANDMARK_COUNT * 2 * 8


@dataclass(frozen=True)
class MorphOf:
    """What a morph looks like depends on this alone."""

    first: str
    """Path of the first picture."""
    second: str
    first_sha256: str
    second_sha256: str
    settings: MorphSettings
    landmarks: tuple[Landmarks | None, Landmarks | None]

    @property
    def key(self) -> str:
        """Return a short name of it."""
        return f"morph {hash(self)}"


def morph_of(
    paths: tuple[str, str],
    items: tuple[MediaItem, MediaItem],
    settings: MorphSettings,
    own: tuple[Landmarks | None, Landmarks | None],
) -> MorphOf:
    """Return what the frames of a morph between two media items depend on."""
    landmarks = own[0] or items[0].landmarks, own[1] or items[1].landmarks
    return MorphOf(*paths, items[0].sha256, items[1].sha256, settings, landmarks)


class MorphFaces(QObject):
    """Gives small frames of morphs.

    Args:
        engine: detects faces where they are not known, and renders.
    """

    ready = Signal(object)
    """arg: str, the key of a morph whose frames have come."""

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._kept: OrderedDict[str, tuple[QImage, ...]] = OrderedDict()
        self._waiting: deque[MorphOf] = deque()
        self._known: set[str] = set()
        self._points: dict[str, bytes] = {}
        self._now: MorphOf | None = None
        engine.status_changed.connect(self._on_status)

    def frames(self, morph: MorphOf) -> tuple[QImage, ...]:
        """Return the frames of a morph at :data:`TIMES`; none while they are asked for, or when there are none."""
        key = morph.key
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if key not in self._known:
            self._known.add(key)
            # What is asked for last is what is seen now.
            self._waiting.appendleft(morph)
            self._go_on()
        return ()

    def _go_on(self) -> None:
        if self._now is None and self._waiting and self._engine.ready:
            self._now = self._waiting.popleft()
            self._ask()

    def _ask(self) -> None:
        morph = self._now
        assert morph is not None
        sides = zip(
            (morph.first, morph.second), (morph.first_sha256, morph.second_sha256), morph.landmarks, strict=True
        )
        wire = []
        for path, sha256, landmarks in sides:
            if landmarks is None and sha256 not in self._points:
                self._engine.ask(DetectFaces(path=path, sha256=sha256), self._on_faces)
                return
            wire.append(_side(path, sha256, landmarks, self._points.get(sha256, b"")))
        query = MorphFrames(
            first=wire[0], second=wire[1], settings=morph.settings, times=TIMES, side=_RENDERED, shown_side=_SHOWN
        )
        self._engine.ask(query, self._on_frames)

    def _on_faces(self, answer: Answered) -> None:
        query = answer.query
        if self._now is None or not isinstance(query, DetectFaces):
            return
        reply = answer.reply
        faces = answer.payload if isinstance(reply, FacesReply) else ()
        self._points[query.sha256] = max(faces, key=_extent, default=b"")
        self._ask()

    def _on_frames(self, answer: Answered) -> None:
        morph, self._now = self._now, None
        reply = answer.reply
        if morph is not None and isinstance(reply, MorphFramesReply):
            size = reply.width, reply.height
            images = [QImage(data, *size, size[0] * 4, QImage.Format.Format_RGBA8888) for data in answer.payload]
            self._kept[morph.key] = tuple(image.convertToFormat(QImage.Format.Format_RGB32) for image in images)
            while len(self._kept) > _MOST:
                self._known.discard(self._kept.popitem(last=False)[0])
            self.ready.emit(morph.key)
        self._go_on()

    def _on_status(self, status: EngineStatus) -> None:
        if status.state is not EngineState.READY and self._now is not None:
            self._waiting.appendleft(self._now)
            self._now = None
        elif status.state is EngineState.READY:
            self._go_on()


def _side(path: str, sha256: str, landmarks: Landmarks | None, found: bytes) -> MorphSide:
    if landmarks is None:
        return MorphSide(path=path, sha256=sha256, points=found)
    points = [value for point in landmarks.points for value in point]
    return MorphSide(
        path=path,
        sha256=sha256,
        points=struct.pack(f"<{len(points)}d", *points),
        moved=landmarks.moved,
        key_points=tuple((point.id, point.x, point.y) for point in landmarks.key_points),
    )


def _extent(face: bytes) -> float:
    """Return how much of the picture a face takes, from its points as they travel."""
    if len(face) != _FACE_BYTES:
        return 0.0
    values = struct.unpack(f"<{2 * LANDMARK_COUNT}d", face)
    across, down = values[0::2], values[1::2]
    return float((max(across) - min(across)) * (max(down) - min(down)))
