"""The motion library: what the project has, and what is kept for every project; save once, drive many pictures."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from desktop.create.file_field import MOVIE_SUFFIXES
from desktop.create.pictures_field import dropped_files
from desktop.link import Answered
from desktop.motion.entries import SUFFIXES, MotionEntry, matching, motion_name, project_entries
from desktop.motion.library_commands import LibraryCommands
from desktop.motion.library_list import MotionList
from desktop.shell.services import Services
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import SearchField
from desktop.widgets.labels import box, row
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.queries import Probe, ProbeReply

WIDTH = 232


class Library(Pane):
    """The list with its search field, menus and the button for a video.

    Args:
        services: project, engine and thumbnails.
        commands: what is done with motions.
    """

    opened = Signal(object)
    """arg: MotionEntry that shall be shown."""

    def __init__(self, services: Services, commands: LibraryCommands) -> None:
        super().__init__(tr("Motion library"))
        self._services, self.commands = services, commands
        self._facts: dict[Path, tuple[float, MediaInfo]] = {}
        self._asked: set[Path] = set()
        self._wanted: Path | None = None
        self.setAcceptDrops(True)
        self.setFixedWidth(theme().px(WIDTH))
        add = IconButton("plus", tr("Add motion files …"))
        add.clicked.connect(commands.choose_files)
        self.more = IconButton("ellipsis", tr("What can be done with the motion"))
        self.more.clicked.connect(lambda: self._open_menu(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.header.tools.addWidget(add)
        self.header.tools.addWidget(self.more)
        self.search = SearchField(tr("Name, length …"))
        self.search.textChanged.connect(self.refresh)
        self.list = MotionList(services.thumbnails)
        self.list.picked.connect(self.opened)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.itemActivated.connect(lambda _item: self.animate())
        video, files = Button(tr("Motion from a video …"), "film"), Button(tr("Add motion files …"), "plus")
        video.clicked.connect(lambda: commands.extract())
        files.clicked.connect(commands.choose_files)
        self.nothing = EmptyState(
            "person-standing",
            tr("Motions that you take from a video or drop here appear in this list."),
            video,
            files,
            hint=tr(".npz, .bvh and .pkl files"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self._search_row = box(row(self.search, margins=(12, 8, 12, 8)))
        self.body.addWidget(self._search_row)
        self.body.addWidget(self._stack, 1)
        self.from_video = Button(tr("Motion from a video …"), "film", height=32)
        self.from_video.clicked.connect(lambda: commands.extract())
        self.footer.addWidget(self.from_video)
        services.document.changed.connect(self.refresh)
        services.document.opened.connect(self.refresh)
        commands.changed.connect(self.refresh)
        commands.wanted.connect(self.choose_when_there)
        self.refresh()

    def refresh(self, *_args: object) -> None:
        """List what there is now."""
        document = self._services.document
        own = project_entries(document.project, document.path)
        kept = [self._kept_entry(path) for path in self.commands.kept.paths()]
        words = self.search.text()
        groups = (
            (tr("In this project"), matching(own, words)),
            (tr("For every project"), matching(kept, words)),
        )
        self.list.show_entries(groups)
        empty = not own and not kept
        self._stack.setCurrentIndex(1 if empty else 0)
        self._search_row.setVisible(not empty)
        self.show_footer(not empty)
        self.more.setVisible(not empty)
        if self._wanted is not None and self.list.choose(self._wanted):
            self._wanted = None

    def choose_when_there(self, path: object) -> None:
        """Choose the motion of a file as soon as it is listed."""
        assert isinstance(path, Path)
        self._wanted = path
        self.refresh()

    def _kept_entry(self, path: Path) -> MotionEntry:
        name = motion_name(path.name)
        try:
            changed = path.stat().st_mtime
        except OSError:
            changed = 0.0
        known = self._facts.get(path)
        if known is not None and known[0] == changed:
            return MotionEntry(path, name, "", known[1].frames, known[1].fps)
        if path not in self._asked:
            self._asked.add(path)
            self._services.engine.ask(Probe(path=str(path)), self._on_probed)
        return MotionEntry(path, name)

    def _on_probed(self, answer: Answered) -> None:
        assert isinstance(answer.query, Probe)
        path = Path(answer.query.path)
        self._asked.discard(path)
        if isinstance(answer.reply, ProbeReply) and path.exists():
            self._facts[path] = (path.stat().st_mtime, answer.reply.media)
            self.refresh()

    # Menus

    def animate(self) -> None:
        """Let the chosen motion drive a picture."""
        entry = self.list.current()
        if entry is not None:
            self.commands.animate(entry)

    def _open_menu(self, place: object) -> None:
        entry = self.list.current()
        if not isinstance(place, QPoint) or entry is None:
            return
        menu = self.menu(entry)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu(self, entry: MotionEntry) -> QMenu:
        """Return what can be done with a motion."""
        commands, menu = self.commands, QMenu(self)
        menu.addAction(tr("Animate with this"), partial(commands.animate, entry))
        menu.addSeparator()
        if not entry.kept:
            menu.addAction(tr("Keep for every project"), partial(commands.keep, entry))
        else:
            menu.addAction(tr("Add to this project"), partial(commands.bring, entry))
        menu.addAction(tr("Rename …"), partial(commands.ask_name, entry))
        menu.addSeparator()
        menu.addAction(tr("Save a copy …"), partial(commands.export, entry))
        menu.addAction(tr("Draw as a movie"), partial(commands.draw, entry, "camera"))
        menu.addAction(tr("Draw as a turning movie"), partial(commands.draw, entry, "turning"))
        menu.addSeparator()
        words = tr("Move to the trash") if entry.kept else tr("Remove from the project")
        menu.addAction(words, partial(commands.remove, entry))
        return menu

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(_takes(path) for path in dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [path for path in dropped_files(event.mimeData()) if _takes(path)]
        motions = tuple(path for path in files if path.suffix.lower() in SUFFIXES)
        movies = [path for path in files if path.suffix.lower() in MOVIE_SUFFIXES]
        if motions:
            self.commands.import_files(motions)
        if movies:
            self.commands.extract(str(movies[0]))
        if files:
            event.acceptProposedAction()


def _takes(path: Path) -> bool:
    return path.suffix.lower() in (*SUFFIXES, *MOVIE_SUFFIXES)
