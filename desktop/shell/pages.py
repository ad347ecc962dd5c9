"""The pages in the middle of the window. Only the one that is shown decides how small the middle may become."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Pages(QStackedWidget):
    """A stack that is as small as its page in front: a wide page behind must not squeeze the docks beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._on_changed)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def _on_changed(self, _index: int) -> None:
        self.updateGeometry()
