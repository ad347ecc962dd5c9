"""What a shot begins with: words alone, a picture, two pictures, or a movie; and the files that go in then."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.create.file_field import FileEditor, FileField
from desktop.create.form import Form
from desktop.widgets.chips import Option, Segment
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.words import tr

_FIELDS = {"words": (), "picture": ("image",), "first_last": ("image", "last_image"), "extend": ("movie",)}
_FILES = ("image", "last_image", "movie")


class ShotStart(QObject):
    """Two parts of the shot panel.

    Args:
        form: with the editors of a shot's fields.

    Attributes:
        task: the choice.
        row: the choice as a row of the panel.
        part: the files, hidden where none goes in.
    """

    changed = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self.task = Segment(
            [
                Option("words", tr("Words")),
                Option("picture", tr("Picture"), help=tr("The shot begins with a picture.")),
                Option("first_last", tr("First, last"), help=tr("The shot goes from one picture to another.")),
                Option("extend", tr("Extend"), help=tr("A movie goes on.")),
            ],
            name=tr("What the shot begins with"),
            fill=True,
        )
        self.task.chosen.connect(self.choose)
        self.row = box(row(self.task, margins=(12, 10, 12, 0)))
        self.files: dict[str, FileField] = {}
        self._boxes: dict[str, QWidget] = {}
        for path in _FILES:
            editor = form.editor(path)
            assert isinstance(editor, FileEditor)
            self.files[path] = editor.field
            self._boxes[path] = form.wrap((path,), tr(editor.info.title), editor.field)
        self._movie_more = box(column(form.field("movie_end"), form.field("keep_movie"), space=8))
        self._fit = form.field("fit")
        inner = column(*self._boxes.values(), self._movie_more, self._fit, space=10, margins=(12, 0, 12, 12))
        self.part = box(column(inner, line(), space=0))

    def choose(self, task: object) -> None:
        """Begin with words, a picture, two pictures, or a movie."""
        shown = _FIELDS[str(task)]
        self.task.set_value(str(task))
        for path, part in self._boxes.items():
            part.setVisible(path in shown)
        self._movie_more.setVisible(task == "extend")
        self._fit.setVisible(task in ("picture", "first_last"))
        self.part.setVisible(bool(shown))
        self.changed.emit()

    def left_out(self) -> dict[str, None]:
        """Return the files that do not go in, although the form may still hold them."""
        return {path: None for path in _FILES if path not in _FIELDS[self.task.value()]}

    def missing(self) -> str:
        """Return a sentence that says which file must be chosen, or ""."""
        words = {
            "image": tr("Choose the start picture"),
            "last_image": tr("Choose the last picture"),
            "movie": tr("Choose the movie that goes on"),
        }
        return next((words[path] for path in _FIELDS[self.task.value()] if not self.files[path].path()), "")

    def first_file(self) -> str:
        """Return the path of the first file that goes in, or ""."""
        return next((self.files[path].path() for path in _FIELDS[self.task.value()]), "")
