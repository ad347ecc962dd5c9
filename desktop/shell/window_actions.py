"""The commands that belong to no pane, declared as data."""

from desktop.shell.action_spec import ActionSpec
from desktop.shell.areas import AREAS, DOCKS

FILE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "New project", "File", ("Ctrl+N",), "file-plus"),
    ActionSpec("file.open", "Open …", "File", ("Ctrl+O",), "folder-open", also="project file load"),
    ActionSpec("file.timeline", "Open timeline …", "File", ("Ctrl+Alt+O",), "film", also="otio xml import final cut"),
    ActionSpec("file.sample", "Open the sample project", "File", (), "play", also="example demo"),
    ActionSpec("file.save", "Save project", "File", ("Ctrl+S",), "save", separator=True),
    ActionSpec("file.save_as", "Save project as …", "File", ("Ctrl+Shift+S",), "save"),
    ActionSpec("file.pack", "Pack project into one file …", "File", (), "box", also="zip archive share send collect"),
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
)

VIEW_ACTIONS: tuple[ActionSpec, ...] = (
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
)

WINDOW_ACTIONS: tuple[ActionSpec, ...] = (
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
