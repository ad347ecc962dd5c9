"""Work areas: they arrange docks, nothing more. Every pane can be opened in every one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """One work area.

    Attributes:
        key: its name in the saved layout.
        text: what it says; translated when shown.
        icon: its icon.
        docks: the docks that are open when it is arranged afresh.
        panel: the create panel that comes to the front, or "".
        timeline_height: for the 13 px base.
    """

    key: str
    text: str
    icon: str
    docks: tuple[str, ...]
    panel: str = ""
    timeline_height: int = 288


AREAS = (
    Area("film", "Film", "film", ("gallery", "create", "timeline"), "morph", 236),
    Area("landmarks", "Landmarks", "scan-face", ()),
    Area("sound", "Sound", "audio-lines", ("gallery", "create"), "voice"),
)
"""The areas whose panes exist. Ctrl+1 and on choose them in this order."""
