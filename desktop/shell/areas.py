"""Docks and work areas as data: a pane that gets a row in :data:`DOCKS` has its dock, its menu entry and its place."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt


class Edge(Enum):
    """Where a dock lies beside the middle of the window."""

    LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
    RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
    BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True)
class DockSpec:
    """One dock.

    Attributes:
        key: its name in the saved layout and in the command ``view.KEY``.
        text: what it says; translated when shown.
        icon: its icon in the command palette.
        edge: where it lies.
        size: its width at the sides, its height at the bottom, for the 13 px base.
        low: its height in a window that is less than 860 high, where the middle needs the room more.
    """

    key: str
    text: str
    icon: str
    edge: Edge
    size: int
    low: int = 0

    def size_in(self, window_height: float) -> int:
        """Return the size for a window of a height, both for the 13 px base."""
        return self.low if self.low and window_height < _LOW_WINDOW else self.size


@dataclass(frozen=True)
class Area:
    """One work area. It arranges docks, nothing more: every pane can be opened in every one.

    Attributes:
        key: its name in the saved layout and in the command ``area.KEY``.
        text: what it says; translated when shown.
        icon: its icon.
        docks: the docks that are open when it is arranged afresh.
        panel: the create panel that comes to the front, or "".
        page: what stands in the middle.
    """

    key: str
    text: str
    icon: str
    docks: tuple[str, ...]
    panel: str = ""
    page: str = "viewer"


_LOW_WINDOW = 860

DOCKS = (
    DockSpec("gallery", "Gallery", "layout-grid", Edge.LEFT, 264),
    DockSpec("create", "Create", "blend", Edge.RIGHT, 328),
    DockSpec("timeline", "Timeline", "film", Edge.BOTTOM, 288, low=236),
)

AREAS = (
    Area("film", "Film", "film", ("gallery", "create", "timeline"), "morph"),
    Area("landmarks", "Landmarks", "scan-face", (), page="landmarks"),
    Area("sound", "Sound", "audio-lines", ("create",), "voice", page="sound"),
    Area("motion", "Motion", "person-standing", ("create",), "animate", page="motion"),
    Area("train", "Train", "activity", ("create",), "train", page="train"),
)
"""Ctrl+1 and on choose them in this order."""
