"""How one item of the gallery is painted: picture, badges, mark, selection and focus."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.gallery.waveforms import Peaks, Waveforms
from desktop.state.gallery import ItemRole
from desktop.state.gallery_item import GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS, COLOUR_MARKS
from desktop.widgets.words import clock, tr

SOUND_KINDS = ("sound", "voice", "music")
MOVIE_KINDS = ("movie", "shot", "animation")
KIND_ICONS = {
    "picture": "image",
    "movie": "film",
    "shot": "clapperboard",
    "animation": "person-standing",
    "sound": "audio-lines",
    "voice": "mic",
    "music": "music",
    "motion": "activity",
}
GAP = 6
SMALL, LARGE = 240, 480
Index = QModelIndex | QPersistentModelIndex


def kind_word(kind: str) -> str:
    """Return the word of the glossary for a kind of media."""
    return {
        "picture": tr("Picture"),
        "movie": tr("Movie"),
        "shot": tr("Shot"),
        "animation": tr("Animation"),
        "sound": tr("Sound"),
        "voice": tr("Voice"),
        "music": tr("Music"),
        "motion": tr("Motion"),
    }[kind]


_BAR, _BAR_STEP = 2, 3
"""A bar of a wave, and the distance from one to the next, in pixels."""


class TileDelegate(QStyledItemDelegate):
    """Paints tiles in a grid.

    Args:
        thumbnails: gives pictures.
        waveforms: gives peaks of sounds.
        side: side of the picture for the 13 px base; :meth:`set_side` changes it.
    """

    def __init__(self, thumbnails: Thumbnails, waveforms: Waveforms, parent: QWidget, side: int = 75) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._waveforms = waveforms
        self._side = side

    @property
    def side(self) -> int:
        return theme().px(self._side)

    def set_side(self, side: int) -> None:
        self._side = side

    def cell(self) -> QSize:
        """Size of a tile with the space around it."""
        return QSize(self.side + theme().px(GAP), self.side + theme().px(GAP))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: GalleryItem | None = index.data(ItemRole)
        if item is None:
            return
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        gap = theme().px(GAP)
        rect = QRect(cell.left() + gap // 2, cell.top() + gap // 2, self.side, self.side)
        painter.save()
        self.paint_content(painter, rect, item)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painting.selection_ring(painter, rect)
        if state & QStyle.StateFlag.State_HasFocus and not selected:
            painting.frame(painter, rect.adjusted(-3, -3, 3, 3), edge=theme().colour("edgehi"), radius=7, width=1)
        painter.restore()

    def paint_content(self, painter: QPainter, rect: QRect, item: GalleryItem) -> None:
        """Paint an item without what its place in the grid adds."""
        if item.missing:
            self._paint_missing(painter, rect)
        elif item.kind in SOUND_KINDS:
            self._paint_sound(painter, rect, item)
        else:
            self._paint_picture(painter, rect, item)
        if item.rejected:
            painter.fillRect(rect, theme().colour("surround", 0.6))
        self._paint_badges(painter, rect, item)

    def _paint_picture(self, painter: QPainter, rect: QRect, item: GalleryItem) -> None:
        # Two sizes serve every slider position and both pixel ratios; each is made once and cached on the disk.
        wanted = max(rect.width(), rect.height()) * theme_ratio(self.parent())
        side = SMALL if wanted <= SMALL else LARGE
        image = self._thumbnails.picture(item.path, side)
        if image is not None:
            painting.cover(painter, rect, image, 4)
        elif self._thumbnails.problem(item.path, side):
            self._paint_icon(painter, rect, "image-off")
        else:
            painting.frame(painter, rect, fill=theme().colour("raised"), radius=4)

    def _paint_sound(self, painter: QPainter, rect: QRect, item: GalleryItem) -> None:
        look = theme()
        clip = CLIPS["voice" if item.kind == "voice" else "music"]
        painting.frame(painter, rect, fill=look.colour(clip.fill(look.dark)), radius=4)
        peaks = self._waveforms.peaks(item.path)
        if peaks is not None:
            paint_peaks(painter, rect.adjusted(8, 8, -8, -8), peaks, clip.line(look.dark))

    def _paint_icon(self, painter: QPainter, rect: QRect, icon: str) -> None:
        look = theme()
        painting.frame(painter, rect, fill=look.colour("raised"), radius=4)
        side = look.px(20)
        x, y = rect.center().x() - side / 2, rect.center().y() - side / 2
        paint_icon(painter, icon, look.colour("text3"), x, y, side)

    def _paint_missing(self, painter: QPainter, rect: QRect) -> None:
        look = theme()
        painting.frame(painter, rect, fill=look.colour("field"), edge=look.colour("warn"), radius=4, dashed=True)
        side = look.px(18)
        paint_icon(painter, "file-x", look.colour("warn"), rect.center().x() - side / 2, rect.center().y() - side, side)
        words = QRect(rect.left() + 4, rect.center().y() + 4, rect.width() - 8, look.px(14))
        font, align = look.font("tiny"), Qt.AlignmentFlag.AlignHCenter
        painting.text(painter, words, tr("missing"), font, look.colour("warn"), align)

    def _paint_badges(self, painter: QPainter, rect: QRect, item: GalleryItem) -> None:
        x, bottom = rect.left() + 3, rect.bottom() - 2
        if item.kind != "picture" and not item.missing:
            x += painting.badge(
                painter, x, bottom, clock(item.duration) if item.duration else "", KIND_ICONS[item.kind]
            )
            x += 3
        if item.rating and x + theme().px(28) < rect.right():
            painting.badge(painter, x, bottom, str(item.rating), "star", filled=True)
        if item.stack_size > 1:
            place = stack_badge(rect, item.stack_size)
            painting.badge(painter, place.left(), place.bottom(), str(item.stack_size), "layers")
        if item.mark:
            painter.setPen(QPen(theme().colour("app"), 1.5))
            painter.setBrush(theme().colour(COLOUR_MARKS[item.mark]))
            painter.drawEllipse(QPointF(rect.left() + 9, rect.top() + 9), 5, 5)
        if item.rejected:
            side = theme().px(14)
            paint_icon(painter, "ban", theme().colour("err"), rect.right() - side - 3, rect.bottom() - side - 3, side)


def stack_badge(rect: QRect, count: int) -> QRectF:
    """Return where on a tile the number of takes stands: its upper right corner."""
    width = theme().px(18) + theme().metrics("tiny", bold=True).horizontalAdvance(str(count)) + 4
    return QRectF(rect.right() - width - 2, rect.top() + 3, width, theme().px(16))


def theme_ratio(widget: object) -> float:
    """Return the pixel ratio of the screen a delegate's view is on."""
    return widget.devicePixelRatioF() if isinstance(widget, QWidget) else 1.0


def paint_peaks(painter: QPainter, rect: QRect, peaks: Peaks, colour: str) -> None:
    """Paint peaks as bars around the middle of ``rect``, all of the same whole width."""
    count = min(len(peaks), rect.width() // _BAR_STEP)
    if count < 1:
        return
    middle, half = rect.center().y(), rect.height() / 2
    loudest = max(max(-low, high) for low, high in peaks) or 1.0
    edges = [index * len(peaks) // count for index in range(count + 1)]
    for index, (first, last) in enumerate(pairwise(edges)):
        reach = max(1, round(max(max(-low, high) for low, high in peaks[first:last]) / loudest * half))
        left = rect.left() + index * rect.width() // count
        painter.fillRect(left, middle - reach, _BAR, 2 * reach, theme().colour(colour))
