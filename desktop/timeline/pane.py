"""The timeline pane: its tools, the canvas and its list twin, or what belongs here while the film is empty."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.create.pictures_field import dropped_files
from desktop.shell.actions import Actions
from desktop.shell.services import Services
from desktop.timeline.bench import Bench
from desktop.timeline.commands import TimelineCommands
from desktop.timeline.inspector import ClipValues
from desktop.timeline.menu import show_menu
from desktop.timeline.morph_faces import MorphFaces
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.pointer import TimelineCanvas
from desktop.timeline.questions import Questions
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.timeline.table import ClipList
from desktop.timeline.tool_bar import TOOLS, ToolBar
from desktop.timeline.words import edit_words, kind_of
from desktop.widgets.empty import EmptyState
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, counted, tr, within
from engine.project.clips import MorphClip
from engine.project.edit.placing import MORPH, place
from engine.project.schema import Project


class TimelinePane(Pane):
    """Shows and edits the film.

    Args:
        services: the document, thumbnails and the engine.
        actions: the commands; those of the timeline are connected here.
    """

    files_dropped = Signal(object)
    """arg: tuple of Path of files that are not in the project yet."""

    opened = Signal(object)
    """arg: id of a clip whose settings are to be opened."""

    take_wanted = Signal(object)
    """arg: tuple of ids of clips that want a new take."""

    again_wanted = Signal(object)
    """arg: tuple of ids of clips that are to be made again as they are."""

    said = Signal(object)
    """arg: str, a short message."""

    touched = Signal()
    """A person pointed at the film: the playhead was moved or a clip chosen."""

    def __init__(self, services: Services, actions: Actions) -> None:
        super().__init__(tr("Timeline"), ground="app")
        self.setAcceptDrops(True)
        self._document = services.document
        self._actions = actions
        self.selection, self.playhead = ClipSelection(self), Playhead(self)
        self.canvas = TimelineCanvas(
            services.thumbnails,
            ClipPeaks(services.engine, self),
            self.selection,
            self.playhead,
            MorphFaces(services.engine, self),
        )
        self.list = ClipList(self.selection)
        self.bench = Bench(services.document, self.selection, self.playhead, self.canvas)
        self.commands = TimelineCommands(self.bench)
        self.questions = Questions(self.bench, self.commands, self)
        self.bar = ToolBar(self.header, actions, self.canvas)
        self.facts, self.ways = self.header.count, self.bar.ways
        self.empty = EmptyState(
            "film",
            tr("Drag pictures here in the order of your film."),
            hint=tr("Or choose them in the gallery and press P."),
        )
        self._stack = QStackedWidget()
        for page in (self.empty, self.canvas, self.list):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self._hint = ""
        self.values: ClipValues | None = None
        self._wire()
        actions.connect_all(self.commands.handlers() | self._own_handlers())
        actions.attach("timeline", self)
        actions.attach("viewer", self)
        self.show_project(services.document.project, services.document.media_folder)

    def _wire(self) -> None:
        canvas, commands = self.canvas, self.commands
        canvas.edited.connect(self.bench.do)
        canvas.switched.connect(self._on_switched)
        canvas.opened.connect(self.opened)
        canvas.dropped.connect(self._on_dropped)
        canvas.hinted.connect(self._on_hint)
        canvas.zoomed.connect(self.bar.show_zoom)
        canvas.menu_wanted.connect(self._show_menu)
        self.list.opened.connect(self.opened)
        self.bar.way_chosen.connect(self._on_way)
        self.bench.said.connect(self.said)
        commands.values.edit_wanted.connect(self.opened)
        commands.values.take_wanted.connect(self.take_wanted)
        commands.values.again_wanted.connect(self.again_wanted)
        commands.values.inspector_wanted.connect(self._open_values)
        self.selection.changed.connect(self._show_facts)
        self.selection.changed.connect(self._on_chosen)
        self.playhead.moved.connect(self._on_moved)
        self._document.lost.changed.connect(self._on_missing)

    def _own_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{key: partial(self.bar.set_tool, tool) for key, _, tool in TOOLS},
            "timeline.snap": lambda: self.bar.set_snap(not self.canvas.snaps),
            "timeline.list": self._toggle_list,
            "timeline.rename_track": self._rename_target,
            "timeline.ripple_all": self._toggle_ripple,
        }

    # Showing

    def show_project(self, project: Project, folder: Path) -> None:
        """Show the film of a project."""
        has_tracks = bool(project.timeline.tracks)
        self._show_page(has_tracks)
        missing = frozenset(item.id for item in self._document.lost.items)
        self.canvas.show_project(project, folder, missing)
        self.list.show_project(project)
        self.selection.keep_only(project)
        if self.values is not None and self.values.isVisible():
            self.values.refresh(project)
        self._show_facts()
        self.bar.show_zoom()

    def _open_values(self) -> None:
        if self.values is None:
            self.values = ClipValues(self.bench, self.selection, self.playhead, self)
        self.values.open()

    def _show_page(self, has_tracks: bool) -> None:
        wanted = self.empty if not has_tracks else self.list if self.ways.value() == "list" else self.canvas
        self._stack.setCurrentWidget(wanted)

    def _on_missing(self, _missing: object) -> None:
        self.show_project(self._document.project, self._document.media_folder)

    def _show_facts(self, _ids: object = None) -> None:
        if self._hint:
            self.facts.set_text(self._hint, "text")
            return
        project = self._document.project
        chosen = [clip for _, clip in self.bench.clips()]
        fps = project.settings.fps
        if len(chosen) == 1:
            frames = round(chosen[0].duration * fps)
            words = tr("1 clip selected · {kind} · {n} frames", kind=within(kind_of(chosen[0])), n=frames)
        elif chosen:
            words = tr("{n} clips selected", n=len(chosen))
        else:
            clips = sum(len(track.clips) for track in project.timeline.tracks)
            length = clock(float(project.timeline.duration))
            words = f"{length} · {counted(clips, '{n} clip', '{n} clips')}" if clips else ""
        self.facts.set_text(words, "text2")

    def _on_hint(self, words: object) -> None:
        self._hint = str(words)
        self._show_facts()

    def follow(self, _frame: object, _image: object) -> None:
        """Keep the playhead in sight while the film plays."""
        self.canvas.ensure_visible(self.playhead.time)

    def _on_chosen(self, ids: object) -> None:
        first = next((clip for _, clip in self.bench.clips()), None)
        self._actions["timeline.edit"].setText(edit_words(first))
        if ids:
            self.touched.emit()

    def _on_moved(self, _time: object) -> None:
        self.touched.emit()

    # Commands of the pane itself

    def _rename_target(self) -> None:
        track = self.bench.target()
        if track is not None:
            self.questions.rename_track(track.id)

    def _toggle_ripple(self) -> None:
        self.bench.ripple_all = self._actions["timeline.ripple_all"].isChecked()

    def _on_way(self, way: object) -> None:
        self._actions["timeline.list"].setChecked(way == "list")
        self._show_page(bool(self._document.project.timeline.tracks))
        page: QWidget = self.list if way == "list" else self.canvas
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_list(self) -> None:
        self.ways.set_value("list" if self.ways.value() == "tracks" else "tracks")
        self._on_way(self.ways.value())

    # Events of the canvas

    def _on_switched(self, track_id: object, name: object) -> None:
        self.commands.tracks.switch(name, str(track_id))  # type: ignore[arg-type]

    def _on_dropped(self, files: object, time: object, track_id: object) -> None:
        paths = [path for path in files if isinstance(path, Path)]  # type: ignore[attr-defined]
        folder = self._document.media_folder
        known = {folder / item.path: item.id for item in self._document.project.media}
        ids = tuple(known[path] for path in paths if path in known)
        assert isinstance(time, Fraction)
        if len(ids) < len(paths):
            self.files_dropped.emit(tuple(paths))
        elif ids:
            target = str(track_id) or None
            self.bench.do(tr("Place on timeline"), lambda p: place(p, ids, at=time, track_id=target, morph=MORPH))

    def _show_menu(self, place_: object, track_id: object) -> None:
        assert isinstance(place_, QPoint)
        first = next((clip for _, clip in self.bench.clips()), None)
        show_menu(
            self,
            self._actions,
            place_,
            has_clips=bool(self.selection.ids),
            has_track=bool(track_id),
            without=("landmarks.open",) if isinstance(first, MorphClip) else (),
        )

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(theme().px(800), theme().px(288))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(120))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._on_dropped(tuple(dropped_files(event.mimeData())), Fraction(0), "")
        event.acceptProposedAction()
