"""Pages and docks of the window: welcome, project, queue; work areas; what is kept between two starts."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.create.pane import PANELS
from desktop.shell.areas import AREAS
from desktop.shell.layout import SavedLayout, from_text, read_layout, to_text, write_layout
from desktop.shell.rails import RailEntry
from desktop.shell.recent import recent_projects
from desktop.shell.services import Services
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.window import MainWindow

_STANDARD = QSize(1280, 800)


class Arrangement(QObject):
    """Decides which page and which docks are seen.

    Args:
        window: whose docks these are.
        services: where the layout and the recent projects are kept.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._file = services.paths.data / "window.json"
        self._area = AREAS[0]
        self._states: dict[str, QByteArray] = {}
        self._under_queue: tuple[str, ...] = ()
        self._under_export: tuple[str, ...] = ()
        self._queue_over_welcome = False
        self._before_full: tuple[str, ...] = ()

    # Pages

    def show_welcome(self) -> None:
        """Show the welcome page; docks and work areas are away."""
        window = self._window
        self._remember()
        window.viewer.clear()
        window.docks.show_only(())
        window.pages.setCurrentWidget(window.welcome)
        window.bar.set_has_project(False)
        window.welcome.show_recent(recent_projects(self._services.sessions))
        window.marks.show_title()

    def show_project(self) -> None:
        """Show the panes of the open project."""
        if self.on_welcome():
            self._show_page()
            self._window.bar.set_has_project(True)
            self._restore()
        self._window.marks.show_title()

    def on_welcome(self) -> bool:
        return self._window.pages.currentWidget() is self._window.welcome

    def queue_shown(self) -> bool:
        return self._window.pages.currentWidget() is self._window.queue

    def toggle_queue(self) -> None:
        """Show the queue in place of gallery, viewer and timeline, or bring these back."""
        self.leave_export()
        window, shown = self._window, self.queue_shown()
        if shown:
            window.pages.setCurrentWidget(window.welcome if self._queue_over_welcome else self._page())
            window.docks.show_only(self._under_queue)
        else:
            self._queue_over_welcome = self.on_welcome()
            self._under_queue = window.docks.visible()
            window.docks.show_only(tuple(name for name in self._under_queue if name == "create"))
            window.pages.setCurrentWidget(window.queue)
        window.actions_["view.queue"].setChecked(not shown)
        window.job_bar.set_queue_open(not shown)

    def _page(self) -> QWidget:
        """Return what stands in the middle in this work area."""
        return self._window.area_pages[self._area.page]

    def _show_page(self) -> None:
        make = self._window.page_makers.get(self._area.page)
        if make is not None:
            make()
        self._window.pages.setCurrentWidget(self._page())

    def on_page(self, _index: int) -> None:
        """Another page is shown: the bar says whether it is the export."""
        self._window.bar.set_export_open(self.export_shown())

    def export_shown(self) -> bool:
        return self._window.pages.currentWidget() is self._window.export

    def toggle_export(self) -> None:
        """Show the export pane in place of everything but the bars, or bring the others back."""
        window = self._window
        if self.export_shown():
            self.leave_export()
            return
        if not window.services.document.project.timeline.duration:
            window.bar.set_export_open(False)
            window.say(tr("There is nothing on the timeline yet."))
            return
        self.leave_queue()
        if not self.on_welcome():
            self._under_export = window.docks.visible()
            window.docks.show_only(())
            window.stage.pause()
            window.pages.setCurrentWidget(window.export)
            window.export.open()
            window.export.setFocus()

    def leave_export(self) -> None:
        if self.export_shown():
            self._show_page()
            self._window.docks.show_only(self._under_export)

    def leave_queue(self) -> None:
        if self.queue_shown():
            self.toggle_queue()

    # Docks

    def choose_area(self, key: str) -> None:
        """Arrange the docks of a work area."""
        self.leave_queue()
        self.leave_export()
        if self.on_welcome():
            return
        self._remember()
        self._window.landmarks.come_from(self._area.key)
        self._area = next(area for area in AREAS if area.key == key)
        self._window.bar.areas.set_value(key)
        self._show_page()
        self._restore()
        if self._area.panel:
            self._window.create_pane.open(self._area.panel)

    def fill_rails(self) -> None:
        """Say what stands on the rails that gallery and create pane become in a narrow window."""
        window, actions = self._window, self._window.actions_
        gallery = window.docks.rails["gallery"]
        gallery.rail.set_entries(
            [
                RailEntry("images", tr("Gallery"), gallery.toggle),
                RailEntry("search", tr("Search the gallery"), actions["gallery.search"].trigger),
                RailEntry("plus", tr("Add files …"), actions["file.add"].trigger),
            ]
        )
        create = window.docks.rails["create"]
        create.rail.set_entries(
            [RailEntry(spec.icon, tr(spec.text), partial(self._toggle_panel, spec.key)) for spec in PANELS]
        )

    def _toggle_panel(self, key: str) -> None:
        """From the rail: open a create panel, or close the pane when that panel is in front."""
        create = self._window.docks.rails["create"]
        if create.is_open() and self._window.create_pane.current().key == key:
            create.close()
        else:
            self._window.open_panel(key)

    def reset(self) -> None:
        """Arrange everything as on the first start."""
        self._states.clear()
        self.leave_queue()
        if not self.on_welcome():
            self._window.docks.arrange(self._area)
        self.show_marks()

    def toggle_dock(self, name: str) -> None:
        self._window.docks.toggle(name)
        self.show_marks()

    def show_marks(self) -> None:
        """Mark in the menu which docks are open."""
        for name in self._window.docks.docks:
            self._window.actions_[f"view.{name}"].setChecked(self._window.docks.is_open(name))

    def toggle_full_picture(self) -> None:
        """Give the whole window to the picture, and back."""
        if self._before_full:
            self._window.docks.show_only(self._before_full)
            self._before_full = ()
        else:
            self._before_full = self._window.docks.visible()
            self._window.docks.show_only(())

    def toggle_fullscreen(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        window.actions_["view.fullscreen"].setChecked(window.isFullScreen())

    def go_to_pane(self, step: int) -> None:
        """Move the focus to the next pane that is open."""
        window = self._window
        rails = [window.docks.rails[name].rail for name in ("gallery", "create")]
        middle = (window.viewer, window.audio, window.motion.place, window.training.place, window.queue, window.welcome)
        panes = (window.gallery, *middle, window.create_pane, window.timeline)
        shown: list[QWidget] = [pane for pane in (*rails, *panes, window.job_bar) if pane.isVisible()]
        focus = QApplication.focusWidget()
        now = next((i for i, pane in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), -1)
        target = shown[(now + step) % len(shown)]
        part = target.nextInFocusChain()
        while part is not None and part is not target and not (target.isAncestorOf(part) and _takes_focus(part)):
            part = part.nextInFocusChain()
        if part is not None:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is kept

    def restore(self) -> None:
        """Take over what the last session left; called once, before the window is shown."""
        window, saved = self._window, read_layout(self._file)
        window.resize(_STANDARD)
        if saved.geometry:
            window.restoreGeometry(QByteArray(from_text(saved.geometry)))
        self._states = {key: QByteArray(from_text(text)) for key, text in saved.docks.items() if from_text(text)}
        self._area = next((area for area in AREAS if area.key == saved.area), AREAS[0])
        window.bar.areas.set_value(self._area.key)
        window.gallery.set_side(saved.thumbnail_side)
        if saved.panel in {spec.key for spec in PANELS}:
            window.create_pane.open(saved.panel)

    def keep(self) -> None:
        """Write the arrangement to the disk."""
        self.leave_queue()
        self._remember()
        window = self._window
        layout = SavedLayout(
            geometry=to_text(bytes(window.saveGeometry().data())),
            docks={key: to_text(bytes(state.data())) for key, state in self._states.items()},
            area=self._area.key,
            panel=window.create_pane.current().key,
            thumbnail_side=window.gallery.side,
        )
        write_layout(self._file, layout)

    def _remember(self) -> None:
        window = self._window
        standing = window.isVisible() and not self._before_full and not window.docks.rails.any_folded
        if window.pages.currentWidget() is self._page() and standing:
            self._states[self._area.key] = window.docks.state()

    def _restore(self) -> None:
        state = self._states.get(self._area.key)
        if state is None or not self._window.docks.restore(state):
            self._window.docks.arrange(self._area)
        self._window.docks.rails.fit()
        self.show_marks()


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
