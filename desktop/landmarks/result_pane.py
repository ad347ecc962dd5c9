"""The pane at the right: the result at t, the selection in numbers, the problems, and what ends the work."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.landmarks.edits import Edits
from desktop.landmarks.placing import PlacingPart
from desktop.landmarks.preview import Preview, Result
from desktop.landmarks.problems import Problem, find_problems
from desktop.landmarks.regions import REGIONS, region_of
from desktop.landmarks.rows import ProblemRow
from desktop.landmarks.session import Session
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.chips import StateMark
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import ElidedLabel, box, column, label, row
from desktop.widgets.pane import FieldBox, Pane, section
from desktop.widgets.theme import theme
from desktop.widgets.toast import announce
from desktop.widgets.words import counted, tr
from engine.project.landmarks import LANDMARK_COUNT

WIDTH = 300
_FAR = 65_535.0


class ResultView(QWidget):
    """Shows the newest frame, whole, on the neutral ground."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._words = ""
        self.setAccessibleName(tr("Result"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme().px(275)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(120))

    def image(self) -> QImage | None:
        return self._image

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """Show a frame, or say why there is none."""
        self._image = image
        self._words = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme()
        painting.frame(painter, self.rect(), fill=look.colour("surround"), radius=4)
        if self._image is None:
            words = self.rect().adjusted(look.px(20), 0, -look.px(20), 0)
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text3"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(words, int(flags), self._words)
            return
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = round(self._image.width() * scale), round(self._image.height() * scale)
        place = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # Shrinking by much in one step would shimmer where the full frame replaces the live one.
        shown = self._image
        target = place.size() * self.devicePixelRatioF()
        if shown.width() > 2 * target.width():
            shown = shown.scaled(
                target, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        painter.drawImage(place, shown)


class ResultPane(Pane):
    """Right pane of the editor."""

    expand_wanted = Signal()
    """The result is to be shown large."""

    problem_acted = Signal(object)
    """arg: Problem whose button was pressed."""

    detect_wanted = Signal()
    done = Signal()

    def __init__(self, session: Session, edits: Edits, preview: Preview, placing: PlacingPart) -> None:
        super().__init__(tr("Result"), scrolls=True)
        self._session = session
        self._edits = edits
        self._preview = preview
        self._side = 0
        self._problems: tuple[Problem, ...] = ()
        self.expand = IconButton("maximize", tr("Show the result large"), checkable=True)
        self.expand.clicked.connect(self.expand_wanted)
        self.header.tools.addWidget(self.expand)
        self.view = ResultView()
        self.add(box(column(self.view, margins=(12, 12, 12, 12))))
        self.placing = placing
        self.add(placing)
        self.add(self._selection_part())
        self.add(self._problem_part())
        self.detect = Button(tr("Detect again …"), height=32)
        self.detect.clicked.connect(self.detect_wanted)
        self.done_button = Button(tr("Done"), kind=Kind.MAIN)
        self.done_button.clicked.connect(self.done)
        buttons = row(self.detect, self.done_button, space=8)
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        self.footer.addLayout(buttons)
        self.show_footer()
        preview.arrived.connect(self._on_result)
        preview.time_changed.connect(self._on_time)
        preview.failed.connect(self._on_failed)
        session.opened.connect(self._on_opened)
        session.settled.connect(self.refresh)
        session.moved.connect(self._on_moved)
        session.side_changed.connect(self.refresh)
        session.mesh_changed.connect(self.refresh_problems)
        session.selection.changed.connect(self.refresh_selection)
        self._on_time(preview.at)

    def _selection_part(self) -> QWidget:
        self.chosen = ElidedLabel("", "small")
        self.current = ElidedLabel("", "tiny", "text3", align=Qt.AlignmentFlag.AlignRight)
        self.x_field = NumberField(-_FAR, _FAR, decimals=1, unit=tr("px"), step=1)
        self.y_field = NumberField(-_FAR, _FAR, decimals=1, unit=tr("px"), step=1)
        for field in (self.x_field, self.y_field):
            field.valueChanged.connect(self._place)
        fields = row(FieldBox("X", self.x_field), FieldBox("Y", self.y_field), space=8)
        self.reset = Button(tr("Reset"), "rotate-ccw")
        self.reset.setToolTip(tr("Back to where the detector had found the chosen points") + "  ⌫")
        self.reset.clicked.connect(lambda: self._edits.reset(self._side))
        self.copy = Button(tr("Copy offset to B"))
        self.copy.clicked.connect(lambda: self._edits.copy_offset(self._side))
        self.relax = Button(tr("Relax"))
        self.relax.setToolTip(tr("Move the chosen points to the nearest place without turned triangles") + "  R")
        self.relax.clicked.connect(lambda: self._edits.relax(self._side))
        self.delete = Button(tr("Delete key points"))
        self.delete.clicked.connect(lambda: self._edits.delete_keys())
        head = row(self.chosen, self.current, space=8)
        head.setStretch(0, 1)
        buttons = row(self.reset, self.copy, space=8)
        buttons.setStretch(0, 2)
        buttons.setStretch(1, 3)
        more = row(self.relax, self.delete, space=8)
        more.setStretch(0, 2)
        more.setStretch(1, 3)
        self._more = box(more)
        return section(tr("Selection"), box(head), box(fields), box(buttons), self._more)

    def _problem_part(self) -> QWidget:
        self.count = StateMark("ok", "0", framed=True)
        self._rows = column(space=12)
        self.none = label(
            tr("None. No triangle is turned over and every point is in the picture."), "small", "text3", wrap=True
        )
        head = row(label(tr("Problems"), "section"), self.count, None, space=8)
        return box(column(box(head), self.none, box(self._rows), space=10, margins=(12, 11, 12, 12)))

    def problems(self) -> tuple[Problem, ...]:
        return self._problems

    def problem_rows(self) -> list[ProblemRow]:
        found = [self._rows.itemAt(index) for index in range(self._rows.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, ProblemRow)]

    def set_side(self, side: int) -> None:
        """Act on one of the pictures."""
        self._side = side
        self.copy.setText(tr("Copy offset to {side}", side=self._session.letter(1 - side)))
        self.refresh_selection()

    # Showing

    def _on_opened(self) -> None:
        self.view.show_image(None, self._no_result())
        self.refresh()

    def _no_result(self) -> str:
        if not self._session.paired:
            return tr("Choose a second picture to see the morph while you edit.")
        if self._preview.possible:
            return tr("The morph is being prepared …")
        return tr("Both pictures need a face.")

    def _on_result(self, result: Result) -> None:
        self.view.show_image(result.image)
        self.refresh_problems()

    def _on_time(self, at: object) -> None:
        self.header.set_title(tr("Result at t {time}", time=f"{at:.2f}"))

    def _on_failed(self, failure: object) -> None:
        self.view.show_image(None, f"{failure.what} {failure.todo}")  # type: ignore[attr-defined]

    def _on_moved(self, side: object) -> None:
        if side == self._side:
            self._show_place()
        self.refresh_problems()

    def refresh(self, *_args: object) -> None:
        """Show everything as it is."""
        if self.view.image() is None:
            self.view.show_image(None, self._no_result())
        self.detect.setEnabled(bool(self._session.sides))
        self.refresh_selection()
        self.refresh_problems()
        self.placing.refresh()

    def refresh_selection(self) -> None:
        """Show the selection in words and numbers."""
        selection = self._session.selection
        count = selection.count
        words = counted(count, "{n} point", "{n} points") if count else tr("Nothing is chosen")
        keys = selection.keys
        names = [tr(each.text) for each in REGIONS if each.key in selection.chosen_regions()]
        if count and names:
            words += " · " + (", ".join(names) if len(names) < 3 else tr("{n} regions", n=len(names)))
        self.chosen.set_text(words, "text" if count else "text3")
        current = selection.current
        if current >= LANDMARK_COUNT:
            self.current.set_text(tr("key point {n}", n=current - LANDMARK_COUNT + 1))
        else:
            self.current.set_text(tr("point {n}", n=current) if current >= 0 else "")
        tip = tr(region_of()[current].text) if 0 <= current < LANDMARK_COUNT else ""
        self.current.setAccessibleDescription(tip)
        landmarks = bool(selection.landmarks.any())
        for button in (self.reset, self.relax):
            button.setEnabled(landmarks)
        self.copy.setEnabled(landmarks and self._session.paired)
        self.delete.setVisible(bool(keys))
        self._more.setVisible(count > 0)
        self._show_place()

    def _show_place(self) -> None:
        place = self._current_place()
        for field, value in ((self.x_field, place[0] if place else 0.0), (self.y_field, place[1] if place else 0.0)):
            field.blockSignals(True)
            field.setEnabled(place is not None)
            field.setValue(value)
            field.blockSignals(False)

    def _current_place(self) -> tuple[float, float] | None:
        current = self._session.selection.current
        face = self._session.sides[self._side].face if self._side < len(self._session.sides) else None
        if face is None or current < 0:
            return None
        if current >= LANDMARK_COUNT:
            return face.key_place(self._session.selection.key_ids[current - LANDMARK_COUNT])
        x, y = face.points[current].tolist()
        return x, y

    def _place(self, _value: float) -> None:
        current = self._session.selection.current
        before = self._current_place()
        if before is None or self._edits.dragging:
            return
        # A field shows tenths: the axis that was not typed keeps all its digits.
        x = self.x_field.value() if abs(self.x_field.value() - before[0]) > 0.05 else before[0]
        y = self.y_field.value() if abs(self.y_field.value() - before[1]) > 0.05 else before[1]
        if (x, y) != before:
            self._edits.place(self._side, current, x, y)
            self._show_place()

    def refresh_problems(self) -> None:
        """List what is wrong."""
        found = find_problems(self._session, self._preview.left_out)
        self.none.setVisible(not found and bool(self._session.faces))
        if found == self._problems:
            return
        before = sum(each.state != "info" for each in self._problems)
        self._problems = found
        serious = [each for each in found if each.state != "info"]
        worst = "warn" if serious else "info"
        self.count.set_state(worst if found else "ok", str(len(found)))
        self.count.setAccessibleName(counted(len(found), "{n} problem", "{n} problems"))
        rows = self.problem_rows()
        # While a point is dragged the list changes often: rows that stay the same keep their place and the focus.
        for index, problem in enumerate(found):
            if index < len(rows) and rows[index].problem == problem:
                continue
            made = ProblemRow(problem)
            made.acted.connect(self.problem_acted)
            if index < len(rows):
                had_focus = rows[index].button.hasFocus()
                self._rows.replaceWidget(rows[index], made)
                rows[index].hide()
                rows[index].deleteLater()
                if had_focus:
                    made.button.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._rows.addWidget(made)
        for row_left in rows[len(found) :]:
            self._rows.removeWidget(row_left)
            row_left.hide()
            row_left.deleteLater()
        if len(serious) != before and not self._edits.dragging:
            announce(self, counted(len(serious), "{n} problem in the mesh", "{n} problems in the mesh"))
