"""Search and filter of the gallery: the search field and the kind chips; the rest is in the sheet."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.gallery.filter_sheet import FilterSheet
from desktop.gallery.tile import KIND_ICONS, kind_word
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Chip
from desktop.widgets.fields import SearchField
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import box, column, row
from desktop.widgets.words import tr

_GROUPS = (
    (("picture",), "picture"),
    (("movie", "shot"), "movie"),
    (("sound", "voice", "music"), "sound"),
    (("animation",), "animation"),
    (("motion",), "motion"),
)


class FilterBar(QWidget):
    """The search field with the button of the sheet, and the chips with counts."""

    def __init__(self, model: GalleryModel) -> None:
        super().__init__()
        self._model = model
        self.search = SearchField(tr("Prompt, model, seed …"))
        self.search.textChanged.connect(self._on_text)
        self.more = IconButton("list-filter", tr("More filters"), checkable=True)
        self.more.clicked.connect(self._open_sheet)
        field = row(self.search, self.more, space=4)
        field.setStretch(0, 1)
        self.all_chip = Chip(tr("All"))
        self.all_chip.clicked.connect(self._show_all)
        self.chips: dict[tuple[str, ...], Chip] = {}
        self._flow = FlowLayout(space=4)
        self._flow.addWidget(self.all_chip)
        for kinds, first in _GROUPS:
            chip = Chip("0", KIND_ICONS[first])
            chip.clicked.connect(self._on_chip)
            self.chips[kinds] = chip
            self._flow.addWidget(chip)
        self.setLayout(column(field, box(self._flow), space=10, margins=(12, 10, 12, 6)))
        self._sheet: FilterSheet | None = None
        model.contents_changed.connect(self._on_counts)
        model.filter_changed.connect(self._on_filter)
        self._on_counts(model.counts())
        self._on_filter(model.filter)

    def _on_text(self, text: str) -> None:
        self._model.set_filter(replace(self._model.filter, text=text))

    def _on_chip(self) -> None:
        kinds = tuple(kind for group, chip in self.chips.items() if chip.isChecked() for kind in group)
        self._model.set_filter(replace(self._model.filter, kinds=kinds))

    def _show_all(self) -> None:
        self._model.set_filter(replace(self._model.filter, kinds=()))

    def _on_filter(self, wanted: GalleryFilter) -> None:
        self.all_chip.setChecked(not wanted.kinds)
        for kinds, chip in self.chips.items():
            chip.setChecked(kinds[0] in wanted.kinds)
        for chip in (self.all_chip, *self.chips.values()):
            chip.updateGeometry()
            chip.update()
        self.more.setChecked(is_narrowed(wanted))

    def _on_counts(self, counts: dict[str, int]) -> None:
        for (kinds, chip), (_group, first) in zip(self.chips.items(), _GROUPS, strict=True):
            count = sum(counts.get(kind, 0) for kind in kinds)
            chip.setText(str(count))
            chip.setVisible(count > 0)
            name = f"{kind_word(first)}: {count}"
            chip.setAccessibleName(name)
            chip.setToolTip(name)
            chip.updateGeometry()

    def _open_sheet(self) -> None:
        self.more.setChecked(is_narrowed(self._model.filter))
        self._sheet = FilterSheet(self._model, self)
        self._sheet.adjustSize()
        self._sheet.move(self.mapToGlobal(self.rect().topRight()))
        self._sheet.show()
        self._sheet.setFocus()


def is_narrowed(wanted: GalleryFilter) -> bool:
    """Return whether more than text and kinds narrows what is shown."""
    return replace(wanted, text="", kinds=(), board="", stack="", order="newest", stacked=True) != GalleryFilter()
