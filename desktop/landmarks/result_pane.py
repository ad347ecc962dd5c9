"""The pane at the right: the result at t, the selection in numbers, the problems, and what ends the work."""

from PySide6.QtCore import Signal

from desktop.landmarks.edits import Edits
from desktop.landmarks.placing import PlacingPart
from desktop.landmarks.preview import Preview, Result
from desktop.landmarks.problems_part import ProblemsPart
from desktop.landmarks.result_view import ResultView
from desktop.landmarks.selection_part import SelectionPart
from desktop.landmarks.session import Session
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.engine_words import failure_text
from desktop.widgets.labels import box, column, row
from desktop.widgets.numbers import number_text
from desktop.widgets.pane import Pane
from desktop.widgets.words import tr
from engine.protocol.errors import Failure

WIDTH = 300


class ResultPane(Pane):
    """Right pane of the editor."""

    expand_wanted = Signal()
    """The result is to be shown large."""

    detect_wanted = Signal()
    done = Signal()

    def __init__(self, session: Session, edits: Edits, preview: Preview, placing: PlacingPart) -> None:
        super().__init__(tr("Result"), scrolls=True)
        self._session = session
        self._preview = preview
        self.expand = IconButton("maximize", tr("Show the result large"), checkable=True)
        self.expand.clicked.connect(self.expand_wanted)
        self.header.tools.addWidget(self.expand)
        self.view = ResultView()
        self.placing = placing
        self.selection = SelectionPart(session, edits)
        self.problems = ProblemsPart(session, edits, preview)
        self.add(box(column(self.view, margins=(12, 12, 12, 12))))
        for part in (placing, self.selection, self.problems):
            self.add(part)
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
        for signal in (session.settled, session.side_changed):
            signal.connect(self.refresh)
        self._on_time(preview.at)

    def set_side(self, side: int) -> None:
        """Act on one of the pictures."""
        self.selection.set_side(side)

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

    def _on_time(self, at: object) -> None:
        self.header.set_title(tr("Result at t {time}", time=number_text(float(str(at)), 2)))

    def _on_failed(self, failure: Failure) -> None:
        self.view.show_image(None, failure_text(failure))

    def refresh(self, *_args: object) -> None:
        """Show everything as it is."""
        if self.view.image() is None or not self._preview.possible:
            self.view.show_image(None, self._no_result())
        self.detect.setEnabled(bool(self._session.sides))
        self.selection.refresh()
        self.placing.refresh()
