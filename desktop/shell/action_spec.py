"""What a command of the window is, as data."""

from dataclasses import dataclass

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
