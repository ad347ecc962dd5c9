"""Every command of the window, declared once as data. Menus, shortcuts and the command palette are made from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.shell.areas import AREAS, DOCKS
from desktop.widgets.words import tr

MENUS = ("File", "Edit", "View", "Create", "Clip", "Play", "Window", "Help")
"""The menus, in order; translated when they are shown."""


@dataclass(frozen=True)
class ActionSpec:
    """One command.

    Attributes:
        key: its name in the program and in a person's own shortcuts, such as "file.open".
        text: what it says, verb first, an ellipsis when a dialog follows; translated when shown.
        menu: one of :data:`MENUS`, or a menu inside of one, such as "View/Landmarks".
        keys: its shortcuts, as Qt writes them, the one that is shown first.
        icon: its icon in the command palette.
        checkable: whether it is on or off.
        separator: whether a line stands above it in its menu.
        scope: the pane that must have the focus for the shortcut; "" for everywhere. Single letters need one.
        also: other words by which the palette finds it.
    """

    key: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = "chevron-right"
    checkable: bool = False
    separator: bool = False
    scope: str = ""
    also: str = ""


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "New project", "File", ("Ctrl+N",), "file-plus"),
    ActionSpec("file.open", "Open …", "File", ("Ctrl+O",), "folder-open", also="project file load"),
    ActionSpec("file.timeline", "Open timeline …", "File", ("Ctrl+Alt+O",), "film", also="otio xml import final cut"),
    ActionSpec("file.sample", "Open the sample project", "File", (), "play", also="example demo"),
    ActionSpec("file.save", "Save project", "File", ("Ctrl+S",), "save", separator=True),
    ActionSpec("file.save_as", "Save project as …", "File", ("Ctrl+Shift+S",), "save"),
    ActionSpec(
        "file.add", "Add files …", "File", ("Ctrl+I",), "plus", separator=True, also="import picture movie sound"
    ),
    ActionSpec("file.stop_adding", "Stop adding files", "File", (), "x", also="import cancel"),
    ActionSpec("file.export", "Export film …", "File", ("Ctrl+Shift+E",), "share", also="render movie write"),
    ActionSpec("file.close", "Close project", "File", ("Ctrl+W",), "x", separator=True, also="welcome start page"),
    ActionSpec("file.quit", "Quit Portraits", "File", ("Ctrl+Q",), "log-out", also="exit"),
    ActionSpec("edit.undo", "Undo", "Edit", ("Ctrl+Z",), "undo"),
    ActionSpec("edit.redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("edit.history", "Show history", "Edit", (), "history", also="undo list steps"),
    ActionSpec("edit.find", "Find a command", "Edit", ("Ctrl+K",), "search", separator=True, also="palette"),
    ActionSpec("edit.settings", "Settings …", "Edit", ("Ctrl+,",), "settings-2", also="preferences options"),
    ActionSpec("gallery.open", "Open the chosen result", "Edit", ("Return",), "eye", separator=True, scope="gallery"),
    ActionSpec("gallery.place", "Place on timeline", "Edit", ("P",), "arrow-down-to-line", scope="gallery"),
    ActionSpec("gallery.compare", "Compare two pictures", "Edit", ("Ctrl+D",), "columns-2", scope=""),
    ActionSpec("gallery.reject", "Reject", "Edit", ("X",), "ban", scope="gallery", also="mark bad"),
    ActionSpec(
        "gallery.trash", "Move to the trash", "Edit", ("Delete",), "trash-2", scope="gallery", also="delete remove"
    ),
    ActionSpec("gallery.search", "Search the gallery", "Edit", ("Ctrl+F",), "search"),
    ActionSpec("gallery.copy", "Copy picture", "Edit", ("Ctrl+C",), "copy", scope="gallery"),
    ActionSpec("gallery.copy_words", "Copy words of the recipe", "Edit", (), "copy", also="prompt"),
    ActionSpec("gallery.show_file", "Show in folder", "Edit", (), "folder"),
    ActionSpec("gallery.reuse", "Use these settings", "Edit", (), "sliders-horizontal", also="recipe again"),
    ActionSpec(
        "gallery.new_take",
        "Make a new take",
        "Edit",
        ("Ctrl+Shift+T",),
        "refresh-cw",
        scope="gallery",
        also="variation next seed again",
    ),
    ActionSpec("gallery.takes", "Show all takes", "Edit", ("T",), "layers", scope="gallery", also="stack variations"),
    ActionSpec("gallery.animate", "Animate this", "Edit", (), "person-standing", also="motion dance move person"),
    ActionSpec("gallery.shot", "Make a shot of this", "Edit", (), "clapperboard", also="movie extend picture"),
    ActionSpec(
        "gallery.new_board", "Make a board of the selection", "Edit", (), "layout-grid", also="collection group folder"
    ),
    ActionSpec(
        "gallery.earlier", "Earlier on the board", "Edit", ("Alt+Left",), "arrow-left", scope="gallery", also="move"
    ),
    ActionSpec(
        "gallery.later", "Later on the board", "Edit", ("Alt+Right",), "arrow-right", scope="gallery", also="move"
    ),
    ActionSpec("gallery.details", "Show details", "View", ("Alt+Return",), "info", also="recipe seed"),
    ActionSpec(
        "gallery.table", "Show the gallery as a table", "View", ("Ctrl+T",), "list", checkable=True, scope="gallery"
    ),
    *(
        ActionSpec(f"view.{dock.key}", dock.text, "View", (), dock.icon, checkable=True, separator=dock is DOCKS[0])
        for dock in DOCKS
    ),
    ActionSpec("view.queue", "Queue", "View", ("Ctrl+J",), "list-ordered", checkable=True, also="jobs waiting"),
    ActionSpec("view.next_pane", "Go to the next pane", "View", ("F6",), "arrow-right", separator=True),
    ActionSpec("view.previous_pane", "Go to the previous pane", "View", ("Shift+F6",), "arrow-left"),
    ActionSpec("view.fullscreen", "Full screen", "View", ("F11",), "maximize", checkable=True, separator=True),
    ActionSpec("view.reset", "Reset the layout", "View", (), "rotate-ccw", also="docks panes arrange"),
    ActionSpec("view.light", "Light look", "View", (), "sun", separator=True, also="theme colours bright"),
    ActionSpec("view.dark", "Dark look", "View", (), "moon", also="theme colours night"),
    ActionSpec("view.system", "Look as the system", "View", (), "monitor", also="theme follow"),
    ActionSpec(
        "create.image", "Make portraits", "Create", ("Ctrl+Alt+1",), "image-plus", also="picture words series grid"
    ),
    ActionSpec("create.morph", "Make a morph", "Create", ("Ctrl+Alt+2",), "blend"),
    ActionSpec("create.video", "Make a shot", "Create", ("Ctrl+Alt+3",), "clapperboard", also="movie video words"),
    ActionSpec("create.voice", "Make a voice", "Create", ("Ctrl+Alt+4",), "mic", also="speak text"),
    ActionSpec("create.animate", "Make an animation", "Create", ("Ctrl+Alt+5",), "person-standing", also="dance"),
    ActionSpec("create.train", "Train motion tokens", "Create", (), "activity", also="4DMoT tokenizer"),
    ActionSpec(
        "create.morph_selected", "Morph the selected pictures", "Create", ("Ctrl+Shift+M",), "blend", separator=True
    ),
    ActionSpec(
        "create.start", "Start what the pane makes", "Create", ("Ctrl+Return",), "play", also="render speak run"
    ),
    ActionSpec(
        "job.stop", "Stop the running job", "Create", ("Ctrl+.",), "square", separator=True, also="cancel abort"
    ),
    ActionSpec("job.stop_now", "Stop now and restart the engine", "Create", (), "octagon-x", also="kill hang"),
    ActionSpec("job.pause", "Pause the queue", "Create", (), "pause", checkable=True),
    ActionSpec("play.toggle", "Play or pause", "Play", ("Space",), "play", scope="viewer"),
    ActionSpec("play.stop", "Stop", "Play", ("K",), "pause", scope="viewer"),
    ActionSpec("play.shuttle_back", "Play back", "Play", ("J",), "rewind", scope="viewer", also="reverse faster"),
    ActionSpec("play.shuttle_forward", "Play forward", "Play", ("L",), "fast-forward", scope="viewer", also="faster"),
    ActionSpec("play.back", "One frame back", "Play", ("Left",), "step-back", scope="viewer"),
    ActionSpec("play.forward", "One frame forward", "Play", ("Right",), "step-forward", scope="viewer"),
    ActionSpec("play.second_back", "One second back", "Play", ("Shift+Left",), "rewind", scope="viewer"),
    ActionSpec("play.second_forward", "One second forward", "Play", ("Shift+Right",), "fast-forward", scope="viewer"),
    ActionSpec("play.start", "Go to the start", "Play", ("Home",), "skip-back", scope="viewer"),
    ActionSpec("play.end", "Go to the end", "Play", ("End",), "skip-forward", scope="viewer"),
    ActionSpec("play.loop", "Loop", "Play", ("Ctrl+L",), "repeat", checkable=True, separator=True),
    ActionSpec("play.full", "Picture to the full pane", "Play", ("F",), "expand", scope="viewer"),
    ActionSpec("timeline.select", "Select tool", "Clip", ("V",), "mouse-pointer-2", scope="timeline", also="arrow"),
    ActionSpec("timeline.cut_tool", "Cut tool", "Clip", ("C",), "scissors", scope="timeline", also="razor blade"),
    ActionSpec("timeline.slip_tool", "Slip tool", "Clip", ("Y",), "arrow-left-right", scope="timeline"),
    ActionSpec("timeline.snap", "Snap", "Clip", ("N",), "magnet", checkable=True, scope="timeline", also="magnet"),
    ActionSpec(
        "timeline.ripple_all",
        "Ripple all tracks",
        "Clip",
        ("Ctrl+Alt+R",),
        "layers",
        checkable=True,
        scope="timeline",
        also="sync",
    ),
    ActionSpec("timeline.edit", "Edit what made the clip", "Clip", ("E",), "pencil", separator=True, scope="timeline"),
    ActionSpec(
        "timeline.clip_values",
        "Change the clip's values",
        "Clip",
        ("Shift+Return",),
        "sliders-horizontal",
        scope="timeline",
        also="speed opacity position scale keyframes fit gain inspector",
    ),
    ActionSpec(
        "timeline.new_take",
        "New take",
        "Clip",
        ("Ctrl+Shift+T",),
        "refresh-cw",
        scope="timeline",
        also="regenerate seed again",
    ),
    ActionSpec(
        "timeline.again",
        "Make again as it was",
        "Clip",
        ("Ctrl+Shift+R",),
        "rotate-cw",
        scope="timeline",
        also="regenerate recipe missing",
    ),
    ActionSpec("timeline.previous_take", "Previous take", "Clip", ("[",), "arrow-left", scope="timeline"),
    ActionSpec("timeline.next_take", "Next take", "Clip", ("]",), "arrow-right", scope="timeline"),
    ActionSpec("timeline.cut", "Cut clips", "Clip", ("Ctrl+X",), "scissors", separator=True, scope="timeline"),
    ActionSpec("timeline.copy", "Copy clips", "Clip", ("Ctrl+C",), "copy", scope="timeline"),
    ActionSpec("timeline.paste", "Paste clips", "Clip", ("Ctrl+V",), "copy", scope="timeline"),
    ActionSpec("timeline.paste_insert", "Paste and insert", "Clip", ("Ctrl+Shift+V",), "copy", scope="timeline"),
    ActionSpec("timeline.select_all", "Select all clips", "Clip", ("Ctrl+A",), "list", scope="timeline"),
    ActionSpec("timeline.select_here", "Select the clip at the playhead", "Clip", ("D",), "list", scope="timeline"),
    ActionSpec(
        "timeline.select_track", "Select all clips of the track", "Clip", ("Ctrl+Alt+A",), "list", scope="timeline"
    ),
    ActionSpec(
        "timeline.split",
        "Split at the playhead",
        "Clip",
        ("S",),
        "scissors",
        separator=True,
        scope="timeline",
        also="cut razor",
    ),
    ActionSpec("timeline.join", "Join clips", "Clip", ("Shift+S",), "link", scope="timeline"),
    ActionSpec("timeline.trim_start", "Ripple trim the start", "Clip", ("Q",), "skip-back", scope="timeline"),
    ActionSpec("timeline.trim_end", "Ripple trim the end", "Clip", ("W",), "skip-forward", scope="timeline"),
    ActionSpec(
        "timeline.plain_trim_start",
        "Trim the start to the playhead",
        "Clip",
        ("Shift+Q",),
        "skip-back",
        scope="timeline",
    ),
    ActionSpec(
        "timeline.plain_trim_end",
        "Trim the end to the playhead",
        "Clip",
        ("Shift+W",),
        "skip-forward",
        scope="timeline",
    ),
    ActionSpec("timeline.roll", "Roll the cut to the playhead", "Clip", ("R",), "arrow-left-right", scope="timeline"),
    ActionSpec("timeline.slip_back", "Slip one frame back", "Clip", ("Alt+,",), "arrow-left", scope="timeline"),
    ActionSpec("timeline.slip_forward", "Slip one frame forward", "Clip", ("Alt+.",), "arrow-right", scope="timeline"),
    ActionSpec(
        "timeline.earlier",
        "Move one frame earlier",
        "Clip",
        ("Alt+Shift+Left",),
        "arrow-left",
        scope="timeline",
        also="nudge",
    ),
    ActionSpec(
        "timeline.later",
        "Move one frame later",
        "Clip",
        ("Alt+Shift+Right",),
        "arrow-right",
        scope="timeline",
        also="nudge",
    ),
    ActionSpec("timeline.up", "Move to the track above", "Clip", ("Alt+Shift+Up",), "arrow-left", scope="timeline"),
    ActionSpec(
        "timeline.down", "Move to the track below", "Clip", ("Alt+Shift+Down",), "arrow-right", scope="timeline"
    ),
    ActionSpec(
        "timeline.lift", "Lift", "Clip", ("Delete",), "trash-2", separator=True, scope="timeline", also="delete remove"
    ),
    ActionSpec(
        "timeline.ripple_delete",
        "Ripple delete",
        "Clip",
        ("Shift+Delete",),
        "trash-2",
        scope="timeline",
        also="remove close",
    ),
    ActionSpec("timeline.close_gap", "Close the gap", "Clip", ("Ctrl+Delete",), "arrow-left", scope="timeline"),
    ActionSpec(
        "timeline.morph",
        "Morph between stills",
        "Clip",
        ("Ctrl+M",),
        "blend",
        separator=True,
        scope="timeline",
        also="transition",
    ),
    ActionSpec(
        "timeline.fit_voice", "Fit still to voice", "Clip", ("Ctrl+Shift+F",), "audio-waveform", scope="timeline"
    ),
    ActionSpec(
        "timeline.beat",
        "Lay stills to the markers",
        "Clip",
        ("Ctrl+Shift+B",),
        "music",
        scope="timeline",
        also="beat rhythm",
    ),
    ActionSpec("timeline.fade_in", "Fade in to the playhead", "Clip", ("Alt+F",), "activity", scope="timeline"),
    ActionSpec(
        "timeline.fade_out", "Fade out from the playhead", "Clip", ("Alt+Shift+F",), "activity", scope="timeline"
    ),
    ActionSpec("timeline.louder", "Louder by 1 dB", "Clip", ("Alt+Up",), "volume-2", scope="timeline", also="gain"),
    ActionSpec("timeline.quieter", "Quieter by 1 dB", "Clip", ("Alt+Down",), "volume-2", scope="timeline", also="gain"),
    ActionSpec(
        "timeline.title", "Add title …", "Clip", ("T",), "type", separator=True, scope="timeline", also="text words"
    ),
    ActionSpec("timeline.marker", "Set marker", "Clip", ("M",), "bookmark-plus", scope="timeline"),
    ActionSpec(
        "timeline.name_marker", "Name and colour the marker …", "Clip", ("Shift+M",), "bookmark", scope="timeline"
    ),
    ActionSpec(
        "timeline.move_marker", "Move the nearest marker here", "Clip", ("Alt+Shift+M",), "bookmark", scope="timeline"
    ),
    ActionSpec("timeline.remove_marker", "Remove marker", "Clip", ("Alt+M",), "bookmark", scope="timeline"),
    ActionSpec("timeline.mute", "Mute track", "Clip", ("Ctrl+Alt+M",), "volume-2", separator=True, scope="timeline"),
    ActionSpec(
        "timeline.solo", "Hear this track only", "Clip", ("Ctrl+Alt+S",), "volume-2", scope="timeline", also="solo"
    ),
    ActionSpec("timeline.hide", "Hide track", "Clip", ("Ctrl+Alt+H",), "eye", scope="timeline"),
    ActionSpec("timeline.lock", "Lock track", "Clip", ("Ctrl+Alt+L",), "lock", scope="timeline"),
    ActionSpec("timeline.add_picture_track", "Add picture track", "Clip", ("Ctrl+Alt+P",), "plus", scope="timeline"),
    ActionSpec("timeline.add_sound_track", "Add sound track", "Clip", ("Ctrl+Alt+U",), "plus", scope="timeline"),
    ActionSpec("timeline.rename_track", "Rename track …", "Clip", ("F2",), "pencil", scope="timeline"),
    ActionSpec("timeline.track_up", "Move track up", "Clip", ("Ctrl+Alt+Up",), "layers", scope="timeline"),
    ActionSpec("timeline.track_down", "Move track down", "Clip", ("Ctrl+Alt+Down",), "layers", scope="timeline"),
    ActionSpec("timeline.remove_track", "Remove track", "Clip", ("Ctrl+Alt+Backspace",), "trash-2", scope="timeline"),
    ActionSpec(
        "timeline.list", "Show the timeline as a list", "View", ("Ctrl+T",), "list", checkable=True, scope="timeline"
    ),
    ActionSpec("timeline.zoom_in", "Zoom the timeline in", "View", ("+", "="), "zoom-in", scope="timeline"),
    ActionSpec("timeline.zoom_out", "Zoom the timeline out", "View", ("-",), "zoom-out", scope="timeline"),
    ActionSpec(
        "timeline.fit", "Show the whole film", "View", ("Shift+Z",), "expand", scope="timeline", also="zoom fit"
    ),
    ActionSpec("timeline.in", "Set in point", "Play", ("I",), "arrow-right", separator=True, scope="timeline"),
    ActionSpec("timeline.out", "Set out point", "Play", ("O",), "arrow-left", scope="timeline"),
    ActionSpec("timeline.clear_in", "Clear in point", "Play", ("Alt+I",), "x", scope="timeline"),
    ActionSpec("timeline.clear_out", "Clear out point", "Play", ("Alt+O",), "x", scope="timeline"),
    ActionSpec("timeline.previous_cut", "Previous cut", "Play", ("Up",), "skip-back", scope="timeline"),
    ActionSpec("timeline.next_cut", "Next cut", "Play", ("Down",), "skip-forward", scope="timeline"),
    ActionSpec("timeline.previous_marker", "Previous marker", "Play", ("Alt+Left",), "bookmark", scope="timeline"),
    ActionSpec("timeline.next_marker", "Next marker", "Play", ("Alt+Right",), "bookmark", scope="timeline"),
    *(
        ActionSpec(f"area.{area.key}", f"Work area: {area.text}", "Window", (f"Ctrl+{number}",), area.icon)
        for number, area in enumerate(AREAS, start=1)
    ),
    ActionSpec(
        "window.models", "Models …", "Window", (), "box", separator=True, also="download store licence disk size"
    ),
    ActionSpec("window.engine", "Restart the engine", "Window", (), "refresh-cw"),
    ActionSpec("help.log", "Show the log", "Help", (), "scroll-text", also="diagnostics report"),
    ActionSpec("help.report", "Copy report", "Help", (), "copy", also="diagnostics problem bug"),
    ActionSpec("help.keys", "Shortcuts …", "Help", (), "keyboard", also="keys change keyboard"),
    ActionSpec("help.update", "Look for a new version", "Help", (), "download", also="update release newer"),
    ActionSpec("help.about", "About Portraits", "Help", (), "info", separator=True, also="version licence"),
)


class Actions(QObject):
    """The commands as Qt actions.

    ``run`` of a command calls the function that was connected to it; a command that nobody connected is not shown.
    """

    ran = Signal(object)
    """arg: str, the key of the command a person ran."""

    def __init__(self, window: QWidget, specs: Iterable[ActionSpec] = ACTIONS) -> None:
        super().__init__(window)
        self._window = window
        self.specs = {spec.key: spec for spec in specs}
        self._actions: dict[str, QAction] = {}
        self._connected: set[str] = set()
        for spec in self.specs.values():
            action = QAction(tr(spec.text), self)
            action.setObjectName(spec.key)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.setShortcutVisibleInContextMenu(True)
            if spec.scope:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            else:
                window.addAction(action)
            self._actions[spec.key] = action

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def connect_all(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Tie commands to what they do.

        Raises:
            KeyError: there is no such command.
        """
        for key, handler in handlers.items():
            self._actions[key].triggered.connect(self._runner(key, handler))
            self._connected.add(key)

    def _runner(self, key: str, handler: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            handler()
            self.ran.emit(key)

        return run

    def attach(self, scope: str, pane: QWidget) -> None:
        """Let the shortcuts of a scope work while the pane has the focus."""
        pane.addActions([self._actions[spec.key] for spec in self.specs.values() if spec.scope == scope])

    def connected(self) -> frozenset[str]:
        return frozenset(self._connected)

    def run(self, key: str) -> None:
        """Run a command as if its menu entry had been chosen."""
        self._actions[key].trigger()

    def keys(self, key: str) -> str:
        """Return the first shortcut of a command, as Qt writes it, or ""."""
        return self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.PortableText)

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put the menus on a menu bar; return them by their untranslated names."""
        menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = bar.addMenu(tr(name))
            menu.setObjectName(name)
            for spec in self.specs.values():
                if spec.menu == name and spec.key in self._connected:
                    if spec.separator and not menu.isEmpty():
                        menu.addSeparator()
                    menu.addAction(self._actions[spec.key])
            menus[name] = menu
        for path in dict.fromkeys(spec.menu for spec in self.specs.values() if "/" in spec.menu):
            above, _, name = path.partition("/")
            menus[above].addSeparator()
            menus[path] = menus[above].addMenu(tr(name))
            for spec in self.specs.values():
                if spec.menu == path and spec.key in self._connected:
                    menus[path].addAction(self._actions[spec.key])
        return menus
