"""The tool in hand and how it is set: shared by the rail, the bar and both canvases."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

LEAST_RADIUS, MOST_RADIUS = 4, 400


@dataclass(frozen=True)
class Tool:
    """One tool of the rail.

    Attributes:
        key: its name in the program.
        text: what it is called; translated when shown.
        icon: its icon.
        keys: its shortcut.
        hint: what it does, for the bar.
    """

    key: str
    text: str
    icon: str
    keys: str
    hint: str


TOOLS = (
    Tool(
        "select",
        "Select",
        "mouse-pointer-2",
        "V",
        "Click a point, or draw a frame. Shift adds, Ctrl changes. Keys: Ctrl and arrows, Return for the corners.",
    ),
    Tool(
        "lasso",
        "Lasso",
        "lasso",
        "G",
        "Draw around points. Shift adds, Alt takes out. Keys: Return for the corners, Shift+Return closes.",
    ),
    Tool(
        "brush",
        "Soft brush",
        "brush",
        "B",
        "Drag: near points follow wholly, far ones a little. Keys: Return puts it at the point, arrows move.",
    ),
    Tool(
        "key",
        "Key point",
        "diamond-plus",
        "K",
        "Click to add a pair of points, drag to move one. Keys: Return adds one in the middle of the view.",
    ),
    Tool(
        "move",
        "Move",
        "move",
        "M",
        "Drag anywhere to move what is chosen. Keys: arrows, Shift for 10 pixels, Alt for 0.1.",
    ),
    Tool(
        "turn",
        "Scale and turn",
        "rotate-3d",
        "T",
        "Drag away from the middle to scale, around it to turn. Keys: Page up and down, Ctrl turns.",
    ),
    Tool("hand", "Pan", "hand", "D", "Drag the picture. With any tool: hold Space. Keys: arrows."),
)


class Toolbox(QObject):
    """The tool in hand, the brush, and what is shown over the pictures."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool = TOOLS[0]
        self.radius = 56.0
        """Of the brush, in logical pixels of the screen."""
        self.softness = 0.6
        self.mesh = True
        self.loupe = True
        self.key_group = "Hair"
        self.step = "place"
        """While a mesh is placed by hand: place, eyes, mouth or oval."""

    def take(self, key: str) -> None:
        """Take a tool. Raises KeyError when there is none of this name."""
        found = {tool.key: tool for tool in TOOLS}[key]
        if found is not self.tool:
            self.tool = found
            self.changed.emit()

    def set_brush(self, radius: float | None = None, softness: float | None = None) -> None:
        """Set the brush."""
        if radius is not None:
            self.radius = min(max(radius, LEAST_RADIUS), MOST_RADIUS)
        if softness is not None:
            self.softness = min(max(softness, 0.0), 1.0)
        self.changed.emit()

    def show_mesh(self, on: bool) -> None:
        self.mesh = on
        self.changed.emit()

    def show_loupe(self, on: bool) -> None:
        self.loupe = on
        self.changed.emit()

    def set_key_group(self, name: str) -> None:
        self.key_group = name
        self.changed.emit()

    def set_step(self, step: str) -> None:
        self.step = step
        self.changed.emit()
