"""The list twin of the timeline: every clip as a row, with the same selection."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.timeline.rows import track_look
from desktop.timeline.scale import time_code
from desktop.timeline.selection import ClipSelection
from desktop.timeline.words import clip_icon, clip_look, kind_of, name_in_row, track_name
from desktop.widgets.icons import icon_pixmap
from desktop.widgets.numbers import number_text, signed_number
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, FadingClip, MovieClip, SoundClip
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.timeline import Track

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ("track", "kind", "name", "start", "end", "length", "gain", "fades", "state")


class Listed(NamedTuple):
    """A clip of the list, its track, and what it is called."""

    track: Track
    clip: AnyClip
    name: str


class ClipTable(QAbstractTableModel):
    """The clips of a film by track and time."""

    def __init__(self) -> None:
        super().__init__()
        self._clips: list[Listed] = []
        self._rows: dict[str, int] = {}
        self._media: dict[str, MediaItem] = {}
        self._fps = Fraction(24)

    def show_project(self, project: Project) -> None:
        """Take over a film."""
        self.beginResetModel()
        self._media = project.media_by_id()
        self._fps = project.settings.fps
        self._clips = [
            Listed(track, clip, name_in_row(track.clips, index, self._media))
            for track in project.timeline.tracks
            for index, clip in enumerate(track.clips)
        ]
        self._rows = {clip.id: row for row, (_, clip, _) in enumerate(self._clips)}
        self.endResetModel()

    def clip(self, row: int) -> AnyClip:
        return self._clips[row].clip

    def row_of(self, clip_id: str) -> int | None:
        return self._rows.get(clip_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._clips)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            "track": tr("Track"),
            "kind": tr("Kind"),
            "name": tr("Name"),
            "start": tr("Start"),
            "end": tr("End"),
            "length": tr("Length"),
            "gain": tr("Gain"),
            "fades": tr("Fades"),
            "state": tr("State"),
        }[_COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        track, clip, name = self._clips[index.row()]
        column = _COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(column, track, name, clip)
        if role == Qt.ItemDataRole.DecorationRole and column == "kind":
            look = theme()
            return icon_pixmap(clip_icon(clip), look.colour(clip_look(clip).line(look.dark)), 14)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        track = self._clips[index.row()].track
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return plain if track.locked else plain | Qt.ItemFlag.ItemIsSelectable

    def _text(self, column: str, track: Track, name: str, clip: AnyClip) -> str:
        if column == "track":
            return track_name(track, track_look(track))
        if column == "kind":
            return kind_of(clip)
        if column == "name":
            return name
        if column == "start":
            return time_code(clip.start, self._fps)
        if column == "end":
            return time_code(clip.end, self._fps)
        if column == "length":
            return tr("{s} s · {n} frames", s=number_text(float(clip.duration), 2), n=round(clip.duration * self._fps))
        if column == "gain":
            return f"{signed_number(clip.gain_db, 1)} dB" if isinstance(clip, MovieClip | SoundClip) else ""
        if column == "fades":
            fades = isinstance(clip, FadingClip) and (clip.fade_in or clip.fade_out)
            return f"{number_text(float(clip.fade_in), 2)} / {number_text(float(clip.fade_out), 2)} s" if fades else ""  # type: ignore[union-attr]
        states = {"locked": tr("locked"), "hidden": tr("hidden"), "muted": tr("muted"), "solo": tr("solo")}
        return ", ".join(word for switch, word in states.items() if getattr(track, switch))


class ClipList(QTableView):
    """Shows :class:`ClipTable` and keeps its selection the same as the canvas's."""

    opened = Signal(object)
    """arg: id of a clip that was opened with Enter or a double click."""

    def __init__(self, selection: ClipSelection) -> None:
        super().__init__()
        self.table = ClipTable()
        self._selection = selection
        self._follows = False
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().height(26))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate((110, 100, 200, 100, 100, 150, 80, 110)):
            self.setColumnWidth(column, theme().px(width))
        header.setSectionResizeMode(_COLUMNS.index("name"), QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(tr("Clips, as a list"))
        self.selectionModel().selectionChanged.connect(self._on_rows)
        selection.changed.connect(self._on_ids)
        self.activated.connect(self._on_activated)

    def show_project(self, project: Project) -> None:
        """Show a film."""
        self._follows = True
        self.table.show_project(project)
        self._follows = False
        self._on_ids(self._selection.ids)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(80))

    def _on_rows(self, *_args: object) -> None:
        if self._follows:
            return
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        self._follows = True
        self._selection.choose(self.table.clip(row).id for row in rows)
        self._follows = False

    def _on_ids(self, ids: Sequence[str] | object) -> None:
        if self._follows or not isinstance(ids, tuple):
            return
        self._follows = True
        wanted = QItemSelection()
        last = None
        for clip_id in ids:
            row = self.table.row_of(clip_id)
            if row is not None:
                last = self.table.index(row, 0)
                wanted.select(last, self.table.index(row, len(_COLUMNS) - 1))
        model = self.selectionModel()
        model.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if last is not None:
            model.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(last)
        self._follows = False

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.clip(index.row()).id)
