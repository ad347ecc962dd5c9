"""The faces of clips: painted once into a pixmap, then only laid down, so that scrolling costs nothing."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPixmap

from desktop.gallery.tile import SMALL
from desktop.state.thumbnails import Thumbnail, Thumbnails
from desktop.timeline.morph_faces import TIMES, MorphFaces, morph_of
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.rows import NAME_ROW
from desktop.timeline.words import clip_icon, clip_look, clip_name
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from engine.project.clips import AnyClip, MorphClip, MovieClip, PlacedClip, SoundClip, StillClip, TitleClip
from engine.project.media import MediaItem
from engine.project.schema import Project

WIDEST = 1600
"""Clips wider than this are painted piece by piece; a face is never wider."""

_BYTES = 96 * 2**20
_ICON = 13


class FaceKey(NamedTuple):
    """What a face depends on beside the clip itself. ``shift`` is where in the clip the piece begins, in pixels."""

    clip_id: str
    width: int
    height: int
    shift: int
    whole: int
    ratio: float


class Faces:
    """Paints and keeps the faces of clips.

    Args:
        thumbnails: small pictures.
        peaks: waveforms.
        morphs: frames of morphs; without, a morph is drawn as a dissolve of its two pictures.
    """

    def __init__(self, thumbnails: Thumbnails, peaks: ClipPeaks, morphs: MorphFaces | None = None) -> None:
        self._thumbnails = thumbnails
        self._peaks, self._morphs = peaks, morphs
        self._media: dict[str, MediaItem] = {}
        self._missing: frozenset[str] = frozenset()
        self._folder = Path()
        self._stills: dict[str, tuple[str, str]] = {}
        self._kept: OrderedDict[FaceKey, tuple[AnyClip, QPixmap]] = OrderedDict()
        self._bytes = 0
        self._waiting: defaultdict[str, set[FaceKey]] = defaultdict(set)
        self._wants: set[str] = set()
        self.aspect = 1.0
        self.version = 0
        """Counts the times at which faces were forgotten."""

    def show_project(self, project: Project, folder: Path, missing: Collection[str]) -> None:
        """Take over which media there are. ``missing`` are the ids of those whose files are not there."""
        media = {item.id: item for item in project.media}
        if folder != self._folder or frozenset(missing) != self._missing:
            self.clear()
        self._media, self._folder, self._missing = media, folder, frozenset(missing)
        aspect = project.settings.width / project.settings.height
        if aspect != self.aspect:
            self.aspect = aspect
            self.clear()
        stills = {}
        for track in project.timeline.tracks:
            for before, clip, after in zip(track.clips, track.clips[1:], track.clips[2:], strict=False):
                if isinstance(clip, MorphClip) and isinstance(before, StillClip) and isinstance(after, StillClip):
                    stills[clip.id] = before.media, after.media
        for clip_id in [each for each, pair in self._stills.items() if stills.get(each) != pair]:
            for key in [key for key in self._kept if key.clip_id == clip_id]:
                self._drop(key)
            self.version += 1
        self._stills = stills

    def clear(self) -> None:
        """Forget all faces: the look has changed."""
        self._kept.clear()
        self._waiting.clear()
        self._bytes = 0
        self.version += 1

    def forget(self, path: object) -> bool:
        """Something about a file has come; return whether a face waited for it."""
        keys = self._waiting.pop(str(path), set())
        for key in keys:
            self._drop(key)
        if keys:
            self.version += 1
        return bool(keys)

    def on_thumbnail(self, thumbnail: Thumbnail) -> bool:
        """A small picture has come; return whether a face waited for it."""
        return self.forget(thumbnail.key.path)

    def find(self, clip: AnyClip, key: FaceKey) -> QPixmap | None:
        """Return a face that is ready."""
        found = self._kept.get(key)
        if found is None or found[0] is not clip:
            return None
        self._kept.move_to_end(key)
        return found[1]

    def make(self, clip: AnyClip, key: FaceKey) -> QPixmap:
        """Paint a face and keep it."""
        pixmap = QPixmap(round(key.width * key.ratio), round(key.height * key.ratio))
        pixmap.setDevicePixelRatio(key.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        self._wants = set()
        painter = QPainter(pixmap)
        self._paint(painter, clip, key)
        painter.end()
        self._drop(key)
        self._kept[key] = clip, pixmap
        self._bytes += pixmap.width() * pixmap.height() * 4
        for path in self._wants:
            self._waiting[path].add(key)
        while self._bytes > _BYTES and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        return pixmap

    def _drop(self, key: FaceKey) -> None:
        found = self._kept.pop(key, None)
        if found is not None:
            self._bytes -= found[1].width() * found[1].height() * 4

    def _paint(self, painter: QPainter, clip: AnyClip, key: FaceKey) -> None:
        look, colours = theme(), clip_look(clip)
        whole = QRectF(-key.shift, 0, key.whole, key.height)
        line = look.colour(colours.line(look.dark))
        path = QPainterPath()
        path.addRoundedRect(whole, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        painter.fillRect(QRect(0, 0, key.width, key.height), look.colour(colours.fill(look.dark)))
        head = look.px(NAME_ROW)
        body = QRect(-key.shift, head, key.whole, key.height - head)
        if body.height() > look.px(10) and key.whole > 3:
            self._paint_body(painter, clip, body, key.width)
        painter.fillRect(QRect(0, 0, key.width, 2), line)
        missing = isinstance(clip, PlacedClip | SoundClip) and clip.media in self._missing
        if key.shift == 0 and key.whole >= look.px(22):
            # The line of a fade crosses the names of sounds and titles, so they stand behind it.
            fade = 0.0
            if isinstance(clip, SoundClip | TitleClip):
                fade = float(clip.fade_in / clip.duration) * key.whole
            start = fade + look.px(6) if 0 < fade < key.whole / 3 else 0.0
            self._paint_name(painter, clip, QRectF(start, 2, key.width - start, min(key.height, head) - 2), missing)
        if missing:
            painter.setClipping(False)
            painting.frame(painter, whole, edge=look.colour("warn"), radius=4, dashed=True)

    def _paint_name(self, painter: QPainter, clip: AnyClip, rect: QRectF, missing: bool) -> None:
        look, colours = theme(), clip_look(clip)
        side, left = look.px(_ICON), look.px(6)
        icon = "file-x" if missing else clip_icon(clip)
        tone = look.colour("warn") if missing else look.colour(colours.line(look.dark))
        paint_icon(painter, icon, tone, rect.left() + left, rect.center().y() - side / 2, side)
        words = rect.adjusted(left + side + look.px(4), 0, -look.px(4), 0)
        if words.width() > look.px(10):
            name = clip_name(clip, self._media)
            painting.text(painter, words, name, look.font("tiny"), look.colour("text"))

    def _paint_body(self, painter: QPainter, clip: AnyClip, body: QRect, width: int) -> None:
        if isinstance(clip, SoundClip):
            self._paint_wave(painter, clip, body, width)
        elif isinstance(clip, MorphClip):
            self._paint_morph(painter, clip, body, width)
        elif isinstance(clip, PlacedClip):
            self._paint_pictures(painter, clip, body, width)

    def _paint_pictures(self, painter: QPainter, clip: PlacedClip, body: QRect, width: int) -> None:
        item = self._media.get(clip.media)
        if item is None:
            return
        tile = max(8, round(body.height() * self.aspect))
        per_pixel = float(clip.duration) / max(1, body.width())
        for x in range(body.left(), min(body.right() + 1, width), tile):
            if x + tile <= 0:
                continue
            at = 0.0
            if isinstance(clip, MovieClip):
                seconds = float(clip.in_point) + (x - body.left()) * per_pixel * float(clip.speed)
                # Whole seconds are shared by clips of one movie and by all zooms but the closest.
                at = float(max(0, round(min(seconds, max(0.0, item.info.duration - 0.05)))))
                at = min(at, max(0.0, item.info.duration - 0.05))
            image = self._picture(item, at)
            if image is not None:
                painting.cover(painter, QRect(x, body.top(), tile, body.height()), image, 0)

    def _paint_morph(self, painter: QPainter, clip: MorphClip, body: QRect, width: int) -> None:
        """A morph shows its own frames; until they are here, its two pictures in each other."""
        pair = self._stills.get(clip.id)
        if pair is None:
            return
        frames = self._morph_frames(clip, pair)
        tile = max(8, round(body.height() * self.aspect))
        images = [self._picture(self._media[each], 0.0) if each in self._media else None for each in pair]
        for x in range(body.left(), min(body.right() + 1, width), tile):
            if x + tile <= 0:
                continue
            rect = QRect(x, body.top(), tile, body.height())
            middle = x - body.left() + min(tile, body.right() - x) / 2
            part = min(1.0, max(0.0, middle / max(1, body.width())))
            if frames:
                nearest = min(range(len(TIMES)), key=lambda index: abs(TIMES[index] - part))
                painting.cover(painter, rect, frames[nearest], 0)
                continue
            for image, opacity in zip(images, (1.0, part), strict=True):
                if image is not None:
                    painter.setOpacity(opacity)
                    painting.cover(painter, rect, image, 0)
            painter.setOpacity(1.0)

    def _morph_frames(self, clip: MorphClip, pair: tuple[str, str]) -> tuple[QImage, ...]:
        items = [self._media.get(each) for each in pair]
        first, second = items
        if self._morphs is None or first is None or second is None or self._missing.intersection(pair):
            return ()
        paths = str(self._folder / first.path), str(self._folder / second.path)
        wanted = morph_of(paths, (first, second), clip.settings, (clip.first_landmarks, clip.second_landmarks))
        found = self._morphs.frames(wanted)
        if not found:
            self._wants.add(wanted.key)
        return found

    def _paint_wave(self, painter: QPainter, clip: SoundClip, body: QRect, width: int) -> None:
        item = self._media.get(clip.media)
        if item is None:
            return
        path = str(self._folder / item.path)
        peaks = self._peaks.peaks(path, item.info.duration)
        if peaks is None:
            self._wants.add(path)
            return
        look = theme()
        pitch = look.px(3)
        first = max(0, -body.left()) // pitch
        count = max(0, min(width - body.left(), body.width()) // pitch - first)
        begin = float(clip.in_point)
        per_pixel = float(clip.duration * clip.speed) / max(1, body.width())
        start = begin + first * pitch * per_pixel
        values = peaks.between(start, start + count * pitch * per_pixel, count)
        middle, half = body.center().y() - 0.5, (body.height() - look.px(6)) / 2
        pen = QPen(look.colour(clip_look(clip).line(look.dark)), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for index, value in enumerate(values):
            x = body.left() + (first + index) * pitch + pitch / 2
            reach = max(0.5, value * half)
            painter.drawLine(round(x), round(middle - reach), round(x), round(middle + reach))

    def _picture(self, item: MediaItem, at: float) -> QImage | None:
        path = str(self._folder / item.path)
        image = self._thumbnails.picture(path, SMALL, at)
        if image is None:
            self._wants.add(path)
        return image
