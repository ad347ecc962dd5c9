"""An editor over a project with two pictures and a scripted engine."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.landmarks.page import LandmarksPage
from desktop.landmarks.session import Session
from desktop.state.document import Document
from desktop.widgets.theme import Mode, theme
from tests.desktop.landmarks.helpers import FacesLink, a_face, a_project, ready


class Editor(NamedTuple):
    """What tests of the editor need."""

    page: LandmarksPage
    session: Session
    document: Document
    link: FacesLink
    ids: tuple[str, ...]


@pytest.fixture
def bare(qtbot, tmp_path: Path) -> Iterator[Editor]:  # type: ignore[no-untyped-def]
    """An editor in which nothing is open; the pictures are "anna", "ben" and "garden", which has no face."""
    theme().set_look(mode=Mode.DARK, compact=False, stronger_edges=False, reduced_motion=True)
    document, ids = a_project(tmp_path, "anna", "ben", "garden")
    link = FacesLink()
    link.found = {"anna.png": [a_face()], "ben.png": [a_face(turn=8, scale=0.8, shift=(10, 5))]}
    link.become_ready()
    session = Session(document, link)
    page = LandmarksPage(session)
    page.resize(1240, 760)
    page.show()
    yield Editor(page, session, document, link, ids)
    session.close()
    page.hide()
    page.deleteLater()
    session.deleteLater()
    document.close()


@pytest.fixture
def editor(bare: Editor, qtbot) -> Editor:  # type: ignore[no-untyped-def]
    """An editor with a pair open and read."""
    assert bare.session.open_pictures(*bare.ids[:2])
    ready(qtbot, bare.session)
    qtbot.waitUntil(lambda: bare.page.pictures[1].image is not None)
    return bare
