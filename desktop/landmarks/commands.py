"""The editor's commands as data: the window makes actions, shortcuts and palette entries from them."""

from desktop.landmarks.tools import TOOLS
from desktop.shell.action_spec import ActionSpec

SCOPE = "landmarks"


def _spec(key: str, text: str, keys: tuple[str, ...], icon: str, also: str = "") -> ActionSpec:
    return ActionSpec(f"landmarks.{key}", text, "View/Landmarks", keys, icon, scope=SCOPE, also=also)


LANDMARK_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "landmarks.open", "Correct landmarks", "Edit", ("Ctrl+Shift+K",), "scan-face", also="mesh points face editor"
    ),
    *(_spec(f"tool.{tool.key}", f"Tool: {tool.text.lower()}", (tool.keys,), tool.icon, "landmarks") for tool in TOOLS),
    _spec("previous", "Previous point", (",",), "arrow-left"),
    _spec("next", "Next point", (".",), "arrow-right"),
    _spec("smaller", "Smaller brush", ("[",), "brush"),
    _spec("larger", "Larger brush", ("]",), "brush"),
    _spec("harder", "Harder brush", ("Ctrl+[",), "brush"),
    _spec("softer", "Softer brush", ("Ctrl+]",), "brush"),
    _spec("mirror", "Mirror edits", ("H",), "flip-horizontal-2", "symmetric both sides"),
    _spec("link", "Link A and B", ("A",), "link", "zoom pan together"),
    _spec("lock", "Lock the chosen regions", ("U",), "lock", "unlock"),
    _spec("relax", "Relax the chosen points", ("R",), "triangle-alert", "turned triangles repair"),
    _spec("reset", "Reset the chosen points", ("Backspace",), "rotate-ccw"),
    _spec("reset_region", "Reset the chosen regions", ("Shift+Backspace",), "rotate-ccw"),
    _spec("reset_all", "Reset all points", ("Ctrl+Backspace",), "rotate-ccw"),
    _spec("copy_offset", "Copy the offset to the other picture", ("C",), "copy"),
    _spec("add_key", "Add a key point in the middle of the view", ("Shift+K",), "diamond-plus", "hair ear collar"),
    _spec("delete", "Delete the chosen key points", ("Delete",), "trash-2"),
    _spec("choose_all", "Choose all points", ("Ctrl+A",), "mouse-pointer-2", "select"),
    _spec("choose_region", "Choose the whole region", ("E",), "lasso", "eye brow lips nose jaw"),
    _spec("grow", "Choose the neighbours too", ("N",), "lasso", "grow selection ring"),
    _spec("other_side", "Go to the other picture", ("X",), "arrow-left-right"),
    _spec("loupe", "Loupe while dragging", ("Z",), "zoom-in"),
    _spec("morph", "Show the morph", ("1",), "blend"),
    _spec("onion", "Show the onion skin", ("2",), "layers"),
    _spec("difference", "Show the difference", ("3",), "eye"),
    _spec("play", "Play the morph", ("P",), "play"),
    _spec("ping_pong", "Play there and back", ("Shift+P",), "repeat", "ping-pong loop"),
    _spec("table", "Show the points as a table", ("Ctrl+T",), "list"),
    _spec("fit", "Fit the picture", ("F",), "maximize", "zoom"),
    _spec("fit_face", "Fit the face", ("Shift+F",), "scan-face", "zoom"),
    _spec("pixels", "Show at 1:1", ("0",), "image", "zoom 100 %"),
    _spec("zoom_in", "Zoom in", ("+", "="), "zoom-in"),
    _spec("zoom_out", "Zoom out", ("-",), "zoom-out"),
    _spec("choose_face", "Choose the face …", (), "scan-face", "several faces"),
    _spec("detect", "Detect landmarks again …", (), "scan-face", "confidence crop"),
    _spec("by_hand", "Place the mesh by hand", (), "move", "template no face"),
    _spec("export", "Export landmarks …", (), "upload", "json file save"),
    _spec("import", "Import landmarks …", (), "download", "json file load"),
    _spec("done", "Leave the landmark editor", (), "check"),
)
