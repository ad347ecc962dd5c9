"""How a model is fitted into the memory: one bar of parts against what is there, and each part with its size."""

from itertools import cycle
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.engine_words import engine_text
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import memory, tr
from engine.protocol.devices import MemoryPart, OffloadPlan
from engine.protocol.queries import Estimate

_TONES = {"fits": "ok", "tight": "warn", "does_not_fit": "err"}
_BAR, _ROW, _SWATCH = 10, 17, 8
_COLUMNS = 2
_GAP = 1
_LEAST_SHOWN = 2**20


class Share(NamedTuple):
    """A part of the bar.

    Attributes:
        words: what it is.
        bytes: how much of the device it takes at the busiest moment; 0 when it is not there then.
        absent: where it is instead, in a word.
    """

    words: str
    bytes: int
    absent: str = ""


class MemoryPlan(QWidget):
    """A section of a panel; hidden while nothing is known.

    Args:
        work: what the network holds while it works, in words: "one window".
    """

    def __init__(self, work: str) -> None:
        super().__init__()
        self._work = work
        self.bar = _Bar()
        self.how = ElidedLabel("", "tiny", "text2")
        head = row(label(tr("Memory plan"), "section"), None, self.how, space=8)
        inner = column(head, self.bar, space=8, margins=(12, 11, 12, 12))
        self.setLayout(column(box(inner), line(), space=0))
        self.hide()

    def show_estimate(self, estimate: Estimate | None) -> None:
        """Show the plan of an estimate; nothing where it has none."""
        plan = estimate.plan if estimate is not None else None
        self.setVisible(plan is not None and bool(plan.parts))
        if estimate is None or plan is None:
            return
        self.how.set_text(" · ".join(part for part in (plan_word(plan), plan.number_format) if part))
        self.setToolTip(engine_text(plan.note))
        shares = shares_of(plan, self._work)
        self.bar.show_shares(shares, estimate.memory_available, estimate.fit)


class _Bar(QWidget):
    """The bar, and below it what its parts are."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[Share, ...] = ()
        self._available = 0
        self._fit = "fits"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: tuple[Share, ...], available: int, fit: str) -> None:
        self._shares, self._available, self._fit = shares, available, fit
        said = ", ".join(f"{share.words} {_figure(share)}" for share in shares)
        self.setAccessibleName(f"{tr('Memory plan')}: {said}")
        self.updateGeometry()
        self.update()

    def shares(self) -> tuple[Share, ...]:
        return self._shares

    def sizeHint(self) -> QSize:
        look = theme()
        rows = -(-len(self._shares) // _COLUMNS)
        return QSize(look.px(240), look.px(_BAR + 6 + rows * _ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tones = self._tones()
        self._paint_bar(painter, tones)
        self._paint_names(painter, tones)

    def _tones(self) -> list[QColor]:
        """The biggest part has the colour of the state; the others take turns in two quiet ones."""
        look = theme()
        biggest = max(self._shares, key=lambda share: share.bytes, default=None)
        quiet = cycle((look.colour("text3"), look.colour("edgehi")))
        state = look.colour(_TONES[self._fit])
        return [state if share is biggest else next(quiet) for share in self._shares]

    def _paint_bar(self, painter: QPainter, tones: list[QColor]) -> None:
        look = theme()
        height, total = look.px(_BAR), sum(share.bytes for share in self._shares)
        whole = max(total, self._available)
        painting.frame(painter, QRectF(0, 0, self.width(), height), fill=look.colour("press"), radius=2)
        if not whole:
            return
        x = 0.0
        for share, tone in zip(self._shares, tones, strict=True):
            width = self.width() * share.bytes / whole
            if width > _GAP:
                painter.fillRect(QRectF(x, 0, width - _GAP, height), tone)
            x += width
        if total > self._available > 0:
            # Where the memory ends that there is.
            painter.fillRect(QRectF(self.width() * self._available / whole - 1, 0, 2, height), look.colour("text"))

    def _paint_names(self, painter: QPainter, tones: list[QColor]) -> None:
        look = theme()
        space = look.px(16)
        width = (self.width() - space * (_COLUMNS - 1)) / _COLUMNS
        font, metrics = look.font("tiny"), look.metrics("tiny")
        for number, (share, tone) in enumerate(zip(self._shares, tones, strict=True)):
            down, across = divmod(number, _COLUMNS)
            place = QRectF(
                across * (width + space), look.px(_BAR + 6) + down * look.px(_ROW), width, float(look.px(_ROW))
            )
            side = look.px(_SWATCH)
            swatch = QRectF(place.left(), place.center().y() - side / 2, side, side)
            painting.frame(
                painter, swatch, fill=tone if share.bytes else None, edge=None if share.bytes else tone, radius=2
            )
            figure = _figure(share)
            taken = metrics.horizontalAdvance(figure) + 2
            right = QRectF(place.right() - taken, place.top(), taken, place.height())
            painting.text(painter, right, figure, font, look.colour("text2"))
            left = place.left() + side + look.px(5)
            words = QRectF(left, place.top(), right.left() - left - look.px(4), place.height())
            painting.text(painter, words, share.words, font, look.colour("text2"))


def shares_of(plan: OffloadPlan, work: str) -> tuple[Share, ...]:
    """Return the parts of a plan as they are shown: what is on the device first, in the order of their work.

    Args:
        plan: with its parts.
        work: what the network holds while it works, in words.
    """
    there: list[Share] = []
    elsewhere: list[Share] = []
    for part in plan.parts:
        name = _name_of(part, plan)
        if part.weights:
            there.append(Share(name, part.weights))
        else:
            elsewhere.append(Share(name, 0, tr("freed") if part.role == "encoder" else tr("waits")))
        if part.work:
            words = {"network": work, "encoder": tr("reading"), "decoder": tr("decoding")}[part.role]
            there.append(Share(words, part.work))
    rest = plan.device_memory - sum(share.bytes for share in there)
    driver = [Share(tr("driver"), rest)] if rest >= _LEAST_SHOWN else []
    return (*there, *driver, *elsewhere)


def plan_word(plan: OffloadPlan) -> str:
    """Return the plan in a few words; nothing where all stays on the device."""
    return {
        "none": "",
        "model": tr("part by part"),
        "group": tr("group offload"),
        "fp8": tr("8-bit weights"),
        "sequential": tr("layer by layer"),
    }[plan.kind]


def _name_of(part: MemoryPart, plan: OffloadPlan) -> str:
    decoder = tr("decoder, tiled") if plan.vae_tiling else tr("decoder")
    return {"encoder": tr("text encoder"), "network": tr("transformer"), "decoder": decoder}[part.role]


def _figure(share: Share) -> str:
    return memory(share.bytes) if share.bytes else share.absent
