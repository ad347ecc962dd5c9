"""Small painting helpers that buttons, chips and delegates share."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen, QPixmap

from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.tokens import BADGE_ALPHA, ON_PICTURE


def frame(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    radius: float = 6,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Paint a rounded frame whose line lies on whole pixels inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge is not None else 0
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(inner, corner, corner)


def elided(text: str, metrics: QFontMetrics, width: float, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """Return a text shortened to a width; nothing where not even its first letter fits."""
    shown = metrics.elidedText(text, mode, max(0, int(width)))
    return "" if shown == "…" else shown


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Paint one line of text, shortened to fit, centred in height."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = elided(words, QFontMetrics(font), rect.width(), mode)
    painter.drawText(QRectF(rect), align | Qt.AlignmentFlag.AlignVCenter, shown)


def cover(painter: QPainter, rect: QRect, image: QImage | QPixmap, radius: float = 4) -> None:
    """Paint a picture that fills ``rect`` and is cut where it does not fit."""
    if image.isNull() or rect.isEmpty():
        return
    scale = max(rect.width() / image.width(), rect.height() / image.height())
    width, height = rect.width() / scale, rect.height() / scale
    # Portraits keep their heads: what is cut away in height comes from below.
    source = QRectF((image.width() - width) / 2, (image.height() - height) * 0.3, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if radius:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), radius, radius)
        painter.setClipPath(path)
    if isinstance(image, QPixmap):
        painter.drawPixmap(QRectF(rect), image, source)
    else:
        painter.drawImage(QRectF(rect), image, source)
    painter.restore()


def picture(painter: QPainter, place: QRect, image: QImage) -> None:
    """Paint a whole picture into ``place``; one much larger than that is averaged, or fine hair would be jagged."""
    size = place.size() * painter.device().devicePixelRatio()
    if size.width() * 2 < image.width() and not size.isEmpty():
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    painter.drawImage(place, image)


def badge(painter: QPainter, x: float, bottom: float, words: str, icon: str = "", *, filled: bool = False) -> int:
    """Paint a badge (16 high, white on 78 % black) with its lower left corner at a place; return its width."""
    look = theme()
    font = look.font("tiny", bold=True)
    metrics = QFontMetrics(font)
    height, side, pad = look.px(16), look.px(11), look.px(4)
    icon_width = side + (look.px(3) if words else 0) if icon else 0
    width = pad * 2 + icon_width + metrics.horizontalAdvance(words)
    rect = QRectF(x, bottom - height, width, height)
    ground = QColor(ON_PICTURE.black)
    ground.setAlphaF(BADGE_ALPHA)
    frame(painter, rect, fill=ground, radius=look.px(3))
    if icon:
        paint_icon(painter, icon, ON_PICTURE.white, x + pad, rect.center().y() - side / 2, side, filled=filled)
    painter.setFont(font)
    painter.setPen(QColor(ON_PICTURE.white))
    painter.drawText(
        rect.adjusted(pad + icon_width, 0, -pad, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
    )
    return int(width)


def selection_ring(painter: QPainter, rect: QRect, radius: float = 4) -> None:
    """Paint 2 px of accent around a picture with a gap of 1 px."""
    frame(painter, QRectF(rect).adjusted(-3, -3, 3, 3), edge=theme().colour("accent"), radius=radius + 3, width=2)


def key_caps(painter: QPainter, keys: str, right: float, height: float, tone: str = "text2") -> float:
    """Paint a shortcut as one little frame for each key, ending at ``right``; return where it starts."""
    look = theme()
    font = look.font("tiny")
    metrics = QFontMetrics(font)
    side = look.px(17)
    for word in reversed(keys.split(" ")):
        width = max(side, metrics.horizontalAdvance(word) + look.px(10))
        rect = QRectF(right - width, (height - side) / 2, width, side)
        frame(painter, rect, edge=look.colour("edge"), radius=4)
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)
        right = rect.left() - look.px(6)
    return right
