"""The tools in the timeline's header: tool, snap with its word, marker, tracks or list, zoom."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.actions import Actions
from desktop.timeline.pointer import TimelineCanvas
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import Slider
from desktop.widgets.labels import line
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_ZOOM_STEPS = 200
TOOLS = (
    ("timeline.select", "mouse-pointer-2", "select"),
    ("timeline.cut_tool", "scissors", "cut"),
    ("timeline.slip_tool", "arrow-left-right", "slip"),
)


class ToolBar(QObject):
    """Fills a header and keeps it true.

    Args:
        header: where the buttons go.
        actions: what they run.
        canvas: whose tool, snapping and zoom are shown.
    """

    way_chosen = Signal(object)
    """arg: "tracks" or "list"."""

    def __init__(self, header: Header, actions: Actions, canvas: TimelineCanvas) -> None:
        super().__init__(header)
        self._actions, self._canvas = actions, canvas
        header.title.hide()
        self.tools: dict[str, IconButton] = {}
        for key, icon, tool in TOOLS:
            button = IconButton(icon, actions[key].text(), keys=actions.keys(key), checkable=True)
            button.clicked.connect(actions[key].trigger)
            self.tools[tool] = button
            header.left.addWidget(button)
        header.left.addWidget(self._tool("timeline.title", "type"))
        header.left.addWidget(_divider())
        self.snap_button = Button(tr("Snap on"), "magnet", height=26)
        self.snap_button.setCheckable(True)
        self.snap_button.setToolTip(f"{tr('Snap')}  {actions.keys('timeline.snap')}")
        self.snap_button.clicked.connect(actions["timeline.snap"].trigger)
        header.left.addWidget(self.snap_button)
        header.left.addWidget(self._tool("timeline.marker", "bookmark-plus"))
        header.left.addWidget(self._tool("timeline.fit_voice", "audio-waveform"))
        header.left.addWidget(_divider())
        header.left.setSpacing(theme().px(4))
        self._right(header)
        self.set_tool("select")
        self.set_snap(True)

    def _right(self, header: Header) -> None:
        self.ways = Segment([Option("tracks", tr("Tracks")), Option("list", tr("List"))], name=tr("Show as"), side=26)
        self.ways.chosen.connect(self.way_chosen)
        header.tools.addWidget(self.ways)
        header.tools.addWidget(self._tool("timeline.zoom_out", "zoom-out"))
        self.zoom = Slider(0, _ZOOM_STEPS, name=tr("Zoom"))
        self.zoom.setFixedWidth(theme().px(96))
        self.zoom.valueChanged.connect(lambda value: self._canvas.set_zoom_part(value / _ZOOM_STEPS))
        header.tools.addWidget(self.zoom)
        header.tools.addWidget(self._tool("timeline.zoom_in", "zoom-in"))
        header.tools.addWidget(self._tool("timeline.fit", "expand"))

    def _tool(self, key: str, icon: str) -> IconButton:
        button = IconButton(icon, self._actions[key].text(), keys=self._actions.keys(key))
        button.clicked.connect(self._actions[key].trigger)
        return button

    def set_tool(self, tool: str) -> None:
        """Take another tool: select, cut or slip."""
        self._canvas.tool = tool
        for name, button in self.tools.items():
            button.setChecked(name == tool)

    def set_snap(self, on: bool) -> None:
        """Let edges snap, or not."""
        self._canvas.snaps = on
        self.snap_button.setChecked(on)
        self.snap_button.setText(tr("Snap on") if on else tr("Snap off"))
        self._actions["timeline.snap"].setChecked(on)

    def show_zoom(self) -> None:
        """Show the zoom that the canvas has."""
        self.zoom.blockSignals(True)
        self.zoom.setValue(round(self._canvas.zoom_part() * _ZOOM_STEPS))
        self.zoom.blockSignals(False)


def _divider() -> QWidget:
    made = line("v")
    made.setFixedHeight(theme().px(18))
    return made
