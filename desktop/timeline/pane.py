"""The timeline pane: its tools, the canvas and its list twin, or what belongs here while the film is empty."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QStackedWidget, QWidget

from desktop.create.pictures_field import dropped_files
from desktop.shell.actions import Actions
from desktop.shell.services import Services
from desktop.timeline.commands import TimelineCommands
from desktop.timeline.inspector import ClipValues
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.pointer import TimelineCanvas
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.timeline.table import ClipList
from desktop.timeline.words import kind_of
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import Slider
from desktop.widgets.labels import line
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, counted, tr, within
from engine.project.edit.markers import change_marker
from engine.project.edit.placing import MORPH, place
from engine.project.schema import Project

_ZOOM_STEPS = 200
_TOOLS = (
    ("timeline.select", "mouse-pointer-2", "select"),
    ("timeline.cut_tool", "scissors", "cut"),
    ("timeline.slip_tool", "arrow-left-right", "slip"),
)
_MENU = (
    "timeline.edit",
    "landmarks.open",
    "timeline.clip_values",
    "timeline.new_take",
    "timeline.previous_take",
    "timeline.next_take",
    "",
    "timeline.cut",
    "timeline.copy",
    "timeline.paste",
    "timeline.paste_insert",
    "",
    "timeline.split",
    "timeline.join",
    "timeline.morph",
    "timeline.fit_voice",
    "timeline.beat",
    "",
    "timeline.lift",
    "timeline.ripple_delete",
    "timeline.close_gap",
)
_TRACK_MENU = (
    "timeline.select_track",
    "timeline.mute",
    "timeline.solo",
    "timeline.hide",
    "timeline.lock",
    "timeline.track_up",
    "timeline.track_down",
    "timeline.add_picture_track",
    "timeline.add_sound_track",
    "timeline.remove_track",
)


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
            services.thumbnails, ClipPeaks(services.engine, self), self.selection, self.playhead
        )
        self.list = ClipList(self.selection)
        self.commands = TimelineCommands(services.document, self.selection, self.playhead, self.canvas)
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
        self._build_header()
        self._wire()
        actions.connect_all(self.commands.handlers() | self._own_handlers())
        actions.attach("timeline", self)
        actions.attach("viewer", self)
        self.show_project(services.document.project, services.document.media_folder)

    def _build_header(self) -> None:
        header = self.header
        header.title.hide()
        self.tools: dict[str, IconButton] = {}
        for key, icon, tool in _TOOLS:
            button = IconButton(icon, self._actions[key].text(), keys=self._actions.keys(key), checkable=True)
            button.clicked.connect(self._actions[key].trigger)
            self.tools[tool] = button
            header.left.addWidget(button)
        self.title_button = self._tool("timeline.title", "type")
        header.left.addWidget(self.title_button)
        header.left.addWidget(self._divider())
        self.snap_button = Button(tr("Snap on"), "magnet", height=26)
        self.snap_button.setCheckable(True)
        self.snap_button.setToolTip(f"{tr('Snap')}  N")
        self.snap_button.clicked.connect(self._actions["timeline.snap"].trigger)
        header.left.addWidget(self.snap_button)
        header.left.addWidget(self._tool("timeline.marker", "bookmark-plus"))
        header.left.addWidget(self._tool("timeline.fit_voice", "audio-waveform"))
        header.left.addWidget(self._divider())
        header.left.setSpacing(theme().px(4))
        self.facts = header.count
        self.ways = Segment([Option("tracks", tr("Tracks")), Option("list", tr("List"))], name=tr("Show as"), side=26)
        self.ways.chosen.connect(self._on_way)
        header.tools.addWidget(self.ways)
        header.tools.addWidget(self._tool("timeline.zoom_out", "zoom-out"))
        self.zoom = Slider(0, _ZOOM_STEPS, name=tr("Zoom"))
        self.zoom.setFixedWidth(theme().px(96))
        self.zoom.valueChanged.connect(self._on_zoom_slider)
        header.tools.addWidget(self.zoom)
        header.tools.addWidget(self._tool("timeline.zoom_in", "zoom-in"))
        header.tools.addWidget(self._tool("timeline.fit", "expand"))
        self._set_tool("select")
        self._set_snap(True)

    def _tool(self, key: str, icon: str) -> IconButton:
        button = IconButton(icon, self._actions[key].text(), keys=self._actions.keys(key))
        button.clicked.connect(self._actions[key].trigger)
        return button

    @staticmethod
    def _divider() -> QWidget:
        made = line("v")
        made.setFixedHeight(theme().px(18))
        return made

    def _wire(self) -> None:
        canvas, commands = self.canvas, self.commands
        canvas.edited.connect(commands.do)
        canvas.switched.connect(self._on_switched)
        canvas.opened.connect(self.opened)
        canvas.dropped.connect(self._on_dropped)
        canvas.hinted.connect(self._on_hint)
        canvas.zoomed.connect(self._show_zoom)
        canvas.menu_wanted.connect(self._show_menu)
        self.list.opened.connect(self.opened)
        commands.said.connect(self.said)
        commands.edit_wanted.connect(self.opened)
        commands.take_wanted.connect(self.take_wanted)
        commands.marker_wanted.connect(self._name_marker)
        commands.title_wanted.connect(self._ask_title)
        commands.inspector_wanted.connect(self._open_values)
        self.selection.changed.connect(self._show_facts)
        self.selection.changed.connect(self._on_chosen)
        self.playhead.moved.connect(self._on_moved)
        self._document.missing_changed.connect(self._on_missing)

    def _own_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{key: self._tool_setter(tool) for key, _, tool in _TOOLS},
            "timeline.snap": lambda: self._set_snap(not self.canvas.snaps),
            "timeline.list": self._toggle_list,
            "timeline.ripple_all": self._toggle_ripple,
        }

    # Showing

    def show_project(self, project: Project, folder: Path) -> None:
        """Show the film of a project."""
        has_tracks = bool(project.timeline.tracks)
        self._show_page(has_tracks)
        missing = frozenset(item.id for item in self._document.missing)
        self.canvas.show_project(project, folder, missing)
        self.list.show_project(project)
        self.selection.keep_only(project)
        if self.values is not None and self.values.isVisible():
            self.values.refresh(project)
        self._show_facts()
        self._show_zoom()

    def _open_values(self) -> None:
        if self.values is None:
            self.values = ClipValues(self.commands, self.selection, self.playhead, self)
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
        chosen = [clip for _, clip in self.commands.clips()]
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
        if ids:
            self.touched.emit()

    def _on_moved(self, _time: object) -> None:
        self.touched.emit()

    # Tools

    def _tool_setter(self, tool: str) -> Callable[[], object]:
        return lambda: self._set_tool(tool)

    def _set_tool(self, tool: str) -> None:
        self.canvas.tool = tool
        for name, button in self.tools.items():
            button.setChecked(name == tool)

    def _set_snap(self, on: bool) -> None:
        self.canvas.snaps = on
        self.snap_button.setChecked(on)
        self.snap_button.setText(tr("Snap on") if on else tr("Snap off"))
        self._actions["timeline.snap"].setChecked(on)

    def _toggle_ripple(self) -> None:
        self.commands.ripple_all = self._actions["timeline.ripple_all"].isChecked()

    def _on_way(self, way: object) -> None:
        self._actions["timeline.list"].setChecked(way == "list")
        self._show_page(bool(self._document.project.timeline.tracks))
        page: QWidget = self.list if way == "list" else self.canvas
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_list(self) -> None:
        self.ways.set_value("list" if self.ways.value() == "tracks" else "tracks")
        self._on_way(self.ways.value())

    def _on_zoom_slider(self, value: int) -> None:
        self.canvas.set_zoom_part(value / _ZOOM_STEPS)

    def _show_zoom(self) -> None:
        self.zoom.blockSignals(True)
        self.zoom.setValue(round(self.canvas.zoom_part() * _ZOOM_STEPS))
        self.zoom.blockSignals(False)

    # Events of the canvas

    def _on_switched(self, track_id: object, name: object) -> None:
        self.commands.switch(name, str(track_id))  # type: ignore[arg-type]

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
            self.commands.do(tr("Place on timeline"), lambda p: place(p, ids, at=time, track_id=target, morph=MORPH))

    def _show_menu(self, place_: object, track_id: object) -> None:
        assert isinstance(place_, QPoint)
        menu = QMenu(self)
        for key in _MENU if self.selection.ids else ("timeline.paste", "timeline.paste_insert", "timeline.close_gap"):
            if key in self._actions.specs:
                menu.addAction(self._actions[key])
            elif not key:
                menu.addSeparator()
        if track_id:
            menu.addSeparator()
            inner = menu.addMenu(tr("Track"))
            inner.addAction(tr("Rename track …"), lambda: self._rename_track(str(track_id)))
            for key in _TRACK_MENU:
                inner.addAction(self._actions[key])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place_)

    def _rename_track(self, track_id: str) -> None:
        track = next((each for each in self._document.project.timeline.tracks if each.id == track_id), None)
        if track is not None:
            name, good = QInputDialog.getText(self, tr("Rename track"), tr("Name"), text=track.name)
            if good:
                self.commands.rename_track(track_id, name)

    def _name_marker(self, marker_id: object) -> None:
        marker = next((each for each in self._document.project.timeline.markers if each.id == marker_id), None)
        if marker is not None:
            name, good = QInputDialog.getText(self, tr("Name the marker"), tr("Name"), text=marker.name)
            if good:
                self.commands.do(tr("Name marker"), lambda p: change_marker(p, marker.id, name=name))

    def _ask_title(self) -> None:
        text, good = QInputDialog.getMultiLineText(self, tr("Add a title"), tr("Words"))
        if good and text.strip():
            self.commands.add_title(text.strip())

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
