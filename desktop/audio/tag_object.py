"""Emotion tags inside a text: pills in orchid, dashed in amber where the voice does not know them."""

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from desktop.widgets import painting
from desktop.widgets.theme import theme

TAG_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
MARK = "\ufffc"
_NAME = QTextFormat.Property.UserProperty.value + 1
_HEIGHT, _SIDE, _AROUND = 18, 8, 2


def tag_format(name: str, font: QFont) -> QTextCharFormat:
    """Return the format of the character that stands for a tag."""
    made = QTextCharFormat()
    made.setObjectType(TAG_OBJECT)
    made.setProperty(_NAME, name)
    made.setFont(font)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
    return made


def name_of(format_: QTextFormat) -> str:
    """Return the name of the tag that a format stands for, "" for plain words."""
    return str(format_.property(_NAME) or "") if format_.objectType() == TAG_OBJECT else ""


def pill_width(name: str) -> float:
    """Return how wide a pill is."""
    look = theme()
    return look.metrics("small").horizontalAdvance(words_of(name)) + 2 * look.px(_SIDE)


def words_of(name: str) -> str:
    """Return what a pill says."""
    return name.replace("_", " ")


def paint_pill(painter: QPainter, rect: QRectF, name: str, *, known: bool) -> None:
    """Paint a pill, 18 high, in the middle of a rectangle's height."""
    look = theme()
    height = look.px(_HEIGHT)
    pill = QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
    if known:
        painting.frame(painter, pill, fill=look.colour("tag_fill"), radius=height / 2)
    else:
        painting.frame(
            painter, pill, fill=look.colour("pane"), edge=look.colour("warn"), radius=height / 2, dashed=True
        )
    colour = look.colour("tag_text" if known else "warn")
    painting.text(painter, pill, words_of(name), look.font("small"), colour, Qt.AlignmentFlag.AlignHCenter)


class TagObject(QPyTextObject):
    """Draws the tags of one document. ``known`` is what its voice acts."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.known: frozenset[str] = frozenset()
        document.documentLayout().registerHandler(TAG_OBJECT, self)

    def intrinsicSize(self, doc: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        metrics = QFontMetrics(doc.defaultFont())
        around = 2 * theme().px(_AROUND)
        return QSizeF(pill_width(name_of(format_)) + around, metrics.ascent() + metrics.descent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        around = theme().px(_AROUND)
        name = name_of(format_)
        painter.save()
        paint_pill(painter, QRectF(rect).adjusted(around, 0, -around, 0), name, known=name in self.known)
        painter.restore()
