"""The menu under the right button of the mouse, or the menu key."""

from collections.abc import Container

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.shell.actions import Actions
from desktop.widgets.words import tr

_CLIPS = (
    "timeline.edit",
    "landmarks.open",
    "timeline.clip_values",
    "timeline.new_take",
    "timeline.again",
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
_EMPTY = ("timeline.paste", "timeline.paste_insert", "timeline.close_gap")
_MARKERS = ("timeline.marker", "timeline.name_marker", "timeline.move_marker", "timeline.remove_marker")
_TRACK = (
    "timeline.rename_track",
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


def show_menu(
    parent: QWidget,
    actions: Actions,
    place: QPoint,
    *,
    has_clips: bool,
    has_track: bool,
    without: Container[str] = (),
) -> None:
    """Show the menu.

    Args:
        parent: the pane.
        actions: what the entries run.
        place: where, on the screen.
        has_clips: whether clips are chosen.
        has_track: whether a track lies under the pointer.
        without: keys of entries that would say the same twice.
    """
    menu = QMenu(parent)
    for key in _CLIPS if has_clips else _EMPTY:
        if not key:
            menu.addSeparator()
        elif key in actions.specs and key not in without:
            menu.addAction(actions[key])
    menu.addSeparator()
    markers = menu.addMenu(tr("Marker"))
    for key in _MARKERS:
        markers.addAction(actions[key])
    if has_track:
        inner = menu.addMenu(tr("Track"))
        for key in _TRACK:
            inner.addAction(actions[key])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
