"""Fixtures for tests of the window's models."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, SignalInstance

from desktop.link import FakeLink
from desktop.state.document import Document
from desktop.state.sessions import Sessions


class Heard:
    """Keeps what signals said, in order, as (name, argument)."""

    def __init__(self, **signals: SignalInstance) -> None:
        self.events: list[tuple[str, Any]] = []
        for name, signal in signals.items():
            signal.connect(self._keeper(name))

    def of(self, name: str) -> list[Any]:
        return [argument for heard, argument in self.events if heard == name]

    def clear(self) -> None:
        self.events.clear()

    def _keeper(self, name: str) -> Any:
        return lambda argument: self.events.append((name, argument))


@pytest.fixture
def engine(qapp: QCoreApplication) -> FakeLink:
    """A scripted engine that is ready."""
    engine = FakeLink()
    engine.become_ready()
    return engine


@pytest.fixture
def document(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Document]:
    """An empty draft."""
    document = Document(Sessions(tmp_path / "data"), autosave_seconds=0.02)
    yield document
    document.close()
