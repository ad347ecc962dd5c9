"""A file as a field: its small picture, its name, a button that asks for another one, and a place to drop on."""

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.create.editor import Editor
from desktop.create.pictures_field import PICTURE_SUFFIXES, dropped_files
from desktop.create.tools import Tools
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, column, row
from desktop.widgets.theme import theme
from desktop.widgets.words import short_name, tr
from engine.protocol.fields import FieldInfo

_SIDE = 54
MOVIE_SUFFIXES = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".gif")


class FileKind(NamedTuple):
    """What a file field takes: icon, words while it is empty, and the suffixes; none takes every file."""

    icon: str
    empty: str
    suffixes: tuple[str, ...]
    shows: bool = False
    folder: bool = False


KINDS = {
    "picture": FileKind("image-plus", "Drop a picture here", PICTURE_SUFFIXES, shows=True),
    "movie": FileKind("film", "Drop a movie here", MOVIE_SUFFIXES, shows=True),
    "motion": FileKind("person-standing", "Drop a motion here", (".npz", ".pkl", ".bvh")),
    "style": FileKind("palette", "Drop a style (LoRA) here", (".safetensors",)),
    "data": FileKind("folder-open", "Drop a training set here", ()),
    "any": FileKind("file-plus", "Drop a file here", ()),
    "folder": FileKind("folder-open", "Choose a folder", (), folder=True),
}
_KIND_OF_FIELD = {
    "reference": "picture",
    "source": "picture",
    "picture": "picture",
    "first": "picture",
    "last": "picture",
    "image": "picture",
    "video": "movie",
    "movie": "movie",
    "driving": "movie",
    "extend": "movie",
    "motion": "motion",
    "lora": "style",
    "loras": "style",
    "dataset": "data",
}


def kind_of(info: FieldInfo) -> FileKind:
    """Return what a field of a job takes, by its name; a field of another name takes every file."""
    return KINDS[_KIND_OF_FIELD.get(info.name, "any")]


class _Face(QWidget):
    """The small picture of the file, or the icon of its kind in a dashed frame."""

    def __init__(self, kind: FileKind, tools: Tools | None) -> None:
        super().__init__()
        self._kind = kind
        self._tools = tools
        self.path = ""
        self.over = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if tools is not None:
            tools.thumbnails.ready.connect(self._on_ready)

    def sizeHint(self) -> QSize:
        side = theme().px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        image = None
        if self.path and self._kind.shows and self._tools is not None:
            image = self._tools.thumbnails.picture(self.path, 240)
        if image is not None:
            painting.cover(painter, self.rect(), image, 4)
        else:
            fill = look.colour("raised" if self.path else "field")
            edge = None if self.path else look.colour("accent" if self.over else "edgehi")
            painting.frame(painter, self.rect(), fill=fill, edge=edge, radius=4, dashed=True)
            side = look.px(18)
            place = QRect(0, 0, side, side)
            place.moveCenter(self.rect().center())
            tone = "text2" if self.path else "text3"
            paint_icon(painter, self._kind.icon, look.colour(tone), place.left(), place.top(), side)

    def _on_ready(self, _thumbnail: object) -> None:
        if self.path:
            self.update()


class FileField(QWidget):
    """One file. ``changed`` tells when a person chose, dropped or took out one."""

    changed = Signal()

    def __init__(self, title: str, kind: FileKind, tools: Tools | None, *, removable: bool) -> None:
        super().__init__()
        self._title = title
        self._kind = kind
        self._removable = removable
        self._path = ""
        self._face = _Face(kind, tools)
        self.name = ElidedLabel("", "strong", middle=True)
        self.hint = ElidedLabel(tr(kind.empty), "small", "text2")
        self.place = ElidedLabel("", "tiny", "text2", middle=True)
        self.choose = Button(tr("Choose …"))
        self.choose.clicked.connect(self.ask)
        self.remove = IconButton("x", tr("Take out: {title}", title=title))
        self.remove.clicked.connect(self._take_out)
        words = column(None, self.name, self.hint, self.place, None, space=2)
        layout = row(self._face, words, self.remove, self.choose, space=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.choose)
        self.set_path("")

    def path(self) -> str:
        return self._path

    def set_path(self, path: str) -> None:
        """Show a file without telling; "" for none."""
        self._path = path
        self._face.path = path
        self._face.update()
        missing = bool(path) and not Path(path).exists()
        self.name.set_text(short_name(Path(path).name))
        self.name.setVisible(bool(path))
        self.hint.setVisible(not path)
        where = tr("This file is not there") if missing else str(Path(path).parent)
        self.place.set_text(where, "warn" if missing else "text2")
        self.place.setVisible(bool(path))
        self.choose.setText(tr("Change …") if path else tr("Choose …"))
        self.choose.setAccessibleName(f"{self._title}: {self.choose.text()}")
        self.choose.updateGeometry()
        self.remove.setVisible(bool(path) and self._removable)

    def takes(self, path: Path) -> bool:
        """Return whether a dropped file is of the kind that belongs here."""
        if self._kind.folder:
            return path.is_dir()
        return not self._kind.suffixes or path.suffix.lower() in self._kind.suffixes

    def ask(self) -> None:
        """Ask for a file."""
        start = str(Path(self._path).parent) if self._path else ""
        if self._kind.folder:
            path = QFileDialog.getExistingDirectory(self, self._title, start)
        else:
            masks = " ".join(f"*{suffix}" for suffix in self._kind.suffixes)
            path, _ = QFileDialog.getOpenFileName(self, self._title, start, f"({masks})" if masks else "")
        if path:
            self.put(path)

    def put(self, path: str) -> None:
        """Take a file that a person chose."""
        self.set_path(path)
        self.changed.emit()

    def _take_out(self) -> None:
        self.put("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(self.takes(path) for path in dropped_files(event.mimeData())):
            self._face.over = True
            self._face.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        self._face.over = False
        self._face.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._face.over = False
        fitting = [path for path in dropped_files(event.mimeData()) if self.takes(path)]
        if fitting:
            self.put(str(fitting[0]))
            event.acceptProposedAction()


def source_of(path: str, hashes: dict[str, str]) -> dict[str, str]:
    """Return a file as the plain form of a Source, with its hash where a job told it."""
    return {"path": path, "sha256": hashes.get(path, "")}


class FileEditor(Editor):
    """One file, which may be left out where the struct allows it."""

    def __init__(self, info: FieldInfo, tools: Tools | None = None) -> None:
        self.field = FileField(tr(info.title), kind_of(info), tools, removable=info.optional)
        super().__init__(info, self.field)
        self._hashes: dict[str, str] = {}
        self.field.changed.connect(self.changed)

    def value(self) -> Any:
        path = self.field.path()
        return source_of(path, self._hashes) if path or not self.info.optional else None

    def set_value(self, value: Any) -> None:
        path = value["path"] if value else ""
        if value:
            self._hashes[path] = value.get("sha256", "")
        self.field.set_path(path)


class FilesField(QWidget):
    """Files one below the other, and an empty place for one more."""

    changed = Signal()

    def __init__(self, title: str, kind: FileKind, tools: Tools | None, most: int) -> None:
        super().__init__()
        self._title, self._kind, self._tools = title, kind, tools
        self._most = most
        self._fields: list[FileField] = []
        self._layout: QVBoxLayout | QHBoxLayout = column(space=8)
        self.setLayout(self._layout)
        self.setAccessibleName(title)
        self.set_paths([])

    def paths(self) -> list[str]:
        return [path for field in self._fields if (path := field.path())]

    def set_paths(self, paths: list[str]) -> None:
        wanted = [*paths[: self._most], *([""] if len(paths) < self._most else [])]
        while len(self._fields) > len(wanted):
            field = self._fields.pop()
            field.hide()
            field.deleteLater()
        while len(self._fields) < len(wanted):
            field = FileField(self._title, self._kind, self._tools, removable=True)
            field.changed.connect(self._on_changed)
            self._fields.append(field)
            self._layout.addWidget(field)
        for field, path in zip(self._fields, wanted, strict=True):
            field.set_path(path)

    def fields(self) -> tuple[FileField, ...]:
        return tuple(self._fields)

    def _on_changed(self) -> None:
        self.set_paths(self.paths())
        self.changed.emit()


class FilesEditor(Editor):
    """Several files in order."""

    def __init__(self, info: FieldInfo, tools: Tools | None = None) -> None:
        self.field = FilesField(tr(info.title), kind_of(info), tools, info.most or 1000)
        super().__init__(info, self.field)
        self._hashes: dict[str, str] = {}
        self.field.changed.connect(self.changed)

    def value(self) -> Any:
        return [source_of(path, self._hashes) for path in self.field.paths()]

    def set_value(self, value: Any) -> None:
        self._hashes |= {source["path"]: source.get("sha256", "") for source in value}
        self.field.set_paths([source["path"] for source in value])
