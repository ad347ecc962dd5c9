"""The motion page: library, the two views, transport, and curves. NumPy and pyqtgraph come with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSplitter, QStackedWidget, QWidget

from desktop.motion.comparing import TOKENIZER, Comparison
from desktop.motion.curve_pane import CurvePane
from desktop.motion.entries import FOLDER, SUFFIX, KeptMotions, MotionEntry
from desktop.motion.extract_dialog import MODELS
from desktop.motion.flat_view import REFERENCE, VIDEO, FlatView
from desktop.motion.library import Library
from desktop.motion.library_commands import LibraryCommands
from desktop.motion.orbit_view import OrbitView
from desktop.motion.playback import Playback
from desktop.motion.projection import Orbit
from desktop.motion.session import MotionSession
from desktop.motion.source_video import SourceVideos
from desktop.motion.transport import MotionTransport
from desktop.shell.services import Services
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Chip, Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import system_reason
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_POSE_MODEL = MODELS["mediapipe"]
_CTRL = Qt.KeyboardModifier.ControlModifier


class MotionPage(QWidget):
    """Everything about motions.

    Args:
        services: project, engine, queue, models.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
        reference: returns the picture that the animation panel has, or "".
    """

    said = Signal(object)
    """arg: str, a short message."""

    models_wanted = Signal(object)
    """arg: tuple of ids of models."""

    animate_wanted = Signal(object)
    """arg: Path of a motion."""

    def __init__(self, services: Services, new_path: Callable[[str, str], Path], reference: Callable[[], str]) -> None:
        super().__init__()
        self._services, self._new_path, self._reference = services, new_path, reference
        self._videos = SourceVideos(services.document, services.paths.data / "driving-videos.json")
        self._item_id = ""
        self.session = MotionSession(services.engine, self)
        self.playback = Playback(self.session)
        self.comparison = Comparison(
            self.session, services.engine, services.queue, services.models, services.paths.cache / "tokens"
        )
        kept = KeptMotions(services.paths.data / FOLDER)
        self.commands = LibraryCommands(services, kept, new_path, self)
        self.library = Library(services, self.commands)
        self.flat = FlatView(self.session, services.engine, services.thumbnails, reference)
        self.orbit = OrbitView(self.session, self.comparison)
        self.transport = MotionTransport(self.session, self.playback, self.comparison)
        self.curves = CurvePane(self.session)
        self.setAccessibleName(tr("Motion"))
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._wire()
        self._on_opened()

    def _lay_out(self) -> None:
        self._flat_head, self._orbit_head = Header(tr("Driving video")), Header(tr("Motion"))
        self.skeleton = Chip(tr("Skeleton"))
        self.skeleton.setChecked(True)
        self.ground = Segment(
            [Option(VIDEO, tr("Video")), Option(REFERENCE, tr("Reference"))], name=tr("Behind the skeleton"), side=24
        )
        self.video = IconButton("film", tr("Choose the driving video …"))
        for part in (self.video, self.ground, self.skeleton):
            self._flat_head.tools.addWidget(part)
        self.front = IconButton("rotate-3d", tr("Look from the driving video's side"), keys="Home")
        self.save = Button(tr("Save as new"), "save", height=26)
        self.save.setToolTip(tr("The corrected motion joins the project; the original stays as it is."))
        self._orbit_head.tools.addWidget(self.front)
        self._orbit_head.tools.addWidget(self.save)
        halves = row(
            box(column(self._flat_head, self.flat, space=0)),
            line("v"),
            box(column(self._orbit_head, self.orbit, space=0)),
            space=0,
        )
        halves.setStretch(0, 1)
        halves.setStretch(2, 1)
        upper = column(box(halves), self.transport, space=0)
        upper.setStretch(0, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(box(upper))
        self.split.addWidget(self.curves)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([theme().px(520), theme().px(216)])
        self.nothing = EmptyState(
            "person-standing",
            tr("Choose a motion in the library to see it from all sides and to correct it here."),
            hint=tr("Motion files and driving videos can be dropped on the library."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.nothing)
        layout = row(self.library, line("v"), self._stack, space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        session, commands = self.session, self.commands
        for source in (session, commands):
            source.said.connect(self.said)
        commands.models_wanted.connect(self.models_wanted)
        commands.animate_wanted.connect(self.animate_wanted)
        self.library.opened.connect(self.open)
        self.transport.models_wanted.connect(lambda: self.models_wanted.emit((TOKENIZER,)))
        self.transport.shown_changed.connect(self.orbit.set_shown)
        self.front.clicked.connect(lambda: self.orbit.look(Orbit(0.0, 0.0)))
        self.save.clicked.connect(self.save_as_new)
        self.skeleton.toggled.connect(self.flat.set_skeleton)
        self.ground.chosen.connect(self._set_ground)
        self.video.clicked.connect(self._choose_video)
        self.curves.fit_wanted.connect(self.fit_to_reference)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._show_heads)
        session.frame_changed.connect(self._show_heads)
        session.saved.connect(self._on_saved)
        self._services.document.opened.connect(lambda _path: session.close())

    # What a person does

    def open(self, entry: object) -> None:
        """Show a motion of the library."""
        assert isinstance(entry, MotionEntry)
        if entry.path == self.session.path and self.session.take is not None:
            return
        if self.session.unsaved and self.session.take is not None:
            # Corrections are never lost by looking at another motion.
            self.save_as_new()
        self._item_id = entry.item_id
        self.session.open(entry.path, entry.name)

    def save_as_new(self) -> None:
        """Write the corrected motion to a file of its own, which joins the project; the original stays."""
        if self.session.take is None:
            return
        try:
            path = self._new_path(tr("{name} corrected", name=self.session.name), SUFFIX)
        except OSError as error:
            self.said.emit(tr("This cannot be written: {reason}", reason=system_reason(error)))
            return
        self.session.save(path)

    def _on_saved(self, path: object) -> None:
        assert isinstance(path, Path)
        self._services.importer.add_files((path,))
        self.said.emit(tr("Saved as “{name}”; the original is as it was.", name=path.name.removesuffix(SUFFIX)))

    def _choose_video(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose the driving video"))
        if not name:
            return
        self.flat.set_video(name)
        self._set_ground(VIDEO)
        take = self.session.take
        try:
            self._videos.remember(take.source if take is not None else "", name)
        except OSError as error:
            self.said.emit(tr("This cannot be written: {reason}", reason=system_reason(error)))

    def fit_to_reference(self) -> None:
        """Put the motion where the person of the reference picture is."""
        models, picture = self._services.models, self._reference()
        if not picture:
            self.said.emit(tr("Choose a picture of the person in the animation panel first."))
        elif models.known and not models.is_here(_POSE_MODEL):
            self.models_wanted.emit((_POSE_MODEL,))
        else:
            self.session.fit(picture)

    def _set_ground(self, ground: object) -> None:
        self.ground.set_value(str(ground))
        self.flat.set_ground(str(ground))
        self._show_heads()

    # What is shown

    def _on_opened(self) -> None:
        take = self.session.take
        self._stack.setCurrentIndex(1 if take is None else 0)
        self.flat.set_video(self._videos.find(self._item_id, take.source) if take is not None else "")
        self._show_heads()

    def _show_heads(self) -> None:
        session, take = self.session, self.session.take
        none = tr("No reference yet") if self.flat.ground == REFERENCE else tr("No driving video")
        self._flat_head.set_title(self.flat.ground_name() or none)
        if take is not None:
            place = tr("frame {n} of {all}", n=session.frame + 1, all=len(take))
            self._orbit_head.set_title(session.name, f"{place} · {tr('edited')}" if session.unsaved else place)
        self.save.setEnabled(session.unsaved)

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._command(event):
            # The page's keys go before the window's commands with the same keys, while the focus is in it.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
            return
        command()

    def _command(self, event: QKeyEvent) -> Callable[[], object] | None:
        if isinstance(self.focusWidget(), QLineEdit) or self.session.take is None:
            return None
        shift = Qt.KeyboardModifier.ShiftModifier
        session, playback = self.session, self.playback
        commands: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_Z, _CTRL): session.undo,
            (Qt.Key.Key_Z, _CTRL | shift): session.redo,
            (Qt.Key.Key_T, _CTRL): self.curves.numbers.toggle,
            (Qt.Key.Key_L, _CTRL): self.transport.loop.toggle,
        }
        if not self.library.isAncestorOf(self.focusWidget() or self):
            none = Qt.KeyboardModifier.NoModifier
            second = round(float(session.take.fps)) if session.take is not None else 20
            commands |= {
                (Qt.Key.Key_Space, none): playback.toggle,
                (Qt.Key.Key_Left, none): lambda: playback.step(-1),
                (Qt.Key.Key_Right, none): lambda: playback.step(1),
                (Qt.Key.Key_Left, shift): lambda: playback.step(-second),
                (Qt.Key.Key_Right, shift): lambda: playback.step(second),
                (Qt.Key.Key_Home, none): lambda: session.go_to(0),
                (Qt.Key.Key_End, none): lambda: session.go_to(10**9),
            }
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return commands.get((event.key(), modifiers))
