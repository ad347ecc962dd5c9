"""The window of models: what it lists, what it asks of the engine, and what has to be asked of the person first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.link import FakeLink
from desktop.models import dialogs, words
from desktop.models.dialogs import LicenceDialog
from desktop.models.window import ModelsWindow
from desktop.queue.job_bar import JobBar
from desktop.widgets.labels import ElidedLabel
from desktop.window import MainWindow
from engine.protocol.devices import Device
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import MoveStoreJob
from engine.protocol.models import DownloadState, ModelFile, ModelState
from engine.protocol.queries import AddModelFolder, AllowDownloads, ForgetModelFolder, RemoveModel, UseStore
from tests.desktop.helpers import QUIET, AnsweringLink, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_GB = 10**9


def model(identifier: str, **changes: Any) -> ModelState:
    made = ModelState(
        id=identifier,
        title=identifier.capitalize(),
        purpose="For tests.",
        kinds=("image",),
        condition="missing",
        source="people/small",
        licence="MIT",
        size=3 * _GB,
        memory=2 * _GB,
        files=(ModelFile(name="weights.safetensors", size=3 * _GB),),
    )
    return structs.replace(made, **changes)


MODELS = (
    model("small"),
    model("strict", must_accept=True, licence="Non-commercial research licence", licence_url="https://example.org/x"),
    model("large", memory=60 * _GB, kinds=("video",)),
    model("here", condition="installed", have=3 * _GB, path="/store/here", kinds=("voice",)),
    model("inside", condition="installed", built_in=True, read_only=True, memory=0),
    model("own", fetchable=False),
)


@pytest.fixture
def opened(qtbot: Any, tmp_path: Path) -> Iterator[tuple[ModelsWindow, AnsweringLink, MainWindow]]:
    with a_window(tmp_path) as (main, link):
        link.models = MODELS
        main.side_windows.show_models()
        window = main.side_windows.models
        assert window is not None
        qtbot.waitUntil(lambda: len(window.table.rows) == len(MODELS))
        yield window, link, main


Opened = tuple[ModelsWindow, AnsweringLink, MainWindow]


def _asked(link: FakeLink, kind: type) -> list[Any]:
    return [query for _, query in link.asked if isinstance(query, kind)]


def _allow(opened: Opened, qtbot: Any) -> None:
    window, _, _ = opened
    qtbot.mouseClick(window.side.allowed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window._models.allowed)


def test_every_model_has_a_row_that_says_its_state(opened: Opened) -> None:
    window, _, _ = opened
    rows = window.table.rows
    assert rows["here"].state.word.text() == "Installed"
    assert rows["inside"].state.word.text() == "Built in"
    assert rows["small"].state.download.isVisibleTo(window)
    assert rows["large"].fit.text() == "Does not fit"
    assert rows["small"].fit.text() == "Fits"
    assert "3.0 GB" in rows["small"].accessibleName()


def test_search_kinds_and_chips_narrow_the_table(opened: Opened, qtbot: Any) -> None:
    window, _, _ = opened
    window.table.search.setText("research")
    assert window.table.shown() == ["strict"]
    window.table.search.setText("nothing like that")
    assert window.table.nothing.isVisibleTo(window)
    window.table.search.clear()
    qtbot.mouseClick(window.side.kinds["video"], Qt.MouseButton.LeftButton)
    assert window.table.shown() == ["large"]
    qtbot.mouseClick(window.side.kinds["all"], Qt.MouseButton.LeftButton)
    window.table.installed.click()
    assert window.table.shown() == ["here", "inside"]
    window.table.installed.click()
    window.table.fitting.click()
    assert "large" not in window.table.shown()
    assert window.side.kinds["animate"].isHidden()


def test_arrow_keys_choose(opened: Opened, qtbot: Any) -> None:
    window, _, _ = opened
    qtbot.waitUntil(lambda: window.table.chosen_id() == "small")
    window.table.rows["small"].setFocus()
    qtbot.keyClick(window.table.rows["small"], Qt.Key.Key_Down)
    assert window.table.chosen_id() == "strict"
    assert window.details.header.title.text() == "Strict"


def test_a_download_from_the_button_to_the_end(opened: Opened, qtbot: Any) -> None:
    window, link, _ = opened
    _allow(opened, qtbot)
    row = window.table.rows["small"]
    qtbot.mouseClick(row.state.download, Qt.MouseButton.LeftButton)
    assert window.table.chosen_id() == "small"
    assert link.downloads == [("small", "start", False)]
    going = DownloadState(model="small", phase="downloading", done=_GB, total=3 * _GB, rate=38e6, remaining=52)
    link.say_download(going)
    assert row.state.amount.text() == "1.0 of 3.0 GB · 38 MB/s"
    assert row.state.bar.part() == pytest.approx(1 / 3)
    assert "0:52 left" in window.details.state.text()
    qtbot.mouseClick(row.state.pause, Qt.MouseButton.LeftButton)
    link.say_download(structs.replace(going, phase="paused", rate=None))
    assert row.state.amount.text() == "Paused · 1.0 of 3.0 GB"
    qtbot.mouseClick(row.state.pause, Qt.MouseButton.LeftButton)
    link.say_download(going)
    qtbot.mouseClick(row.state.cancel, Qt.MouseButton.LeftButton)
    assert [action for _, action, _ in link.downloads[1:]] == ["pause", "resume", "cancel"]
    link.models = (structs.replace(MODELS[0], condition="installed", have=3 * _GB), *MODELS[1:])
    link.say_download(structs.replace(going, phase="done", done=3 * _GB))
    qtbot.waitUntil(lambda: row.state.word.text() == "Installed" and row.state.currentIndex() == 0)


def test_offline_asks_before_it_allows(opened: Opened, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    window, link, main = opened
    assert not window.side.allowed.isChecked()
    monkeypatch.setattr(dialogs, "allows_downloads", lambda _parent: False)
    window.download("small")
    assert link.downloads == []
    assert main.services.settings.flag("models.offline")
    monkeypatch.setattr(dialogs, "allows_downloads", lambda _parent: True)
    window.download("small")
    assert link.downloads == [], "the engine must allow it before it is asked for"
    qtbot.waitUntil(lambda: link.downloads == [("small", "start", False)])
    assert not main.services.settings.flag("models.offline")
    assert window.side.allowed.isChecked()


def test_a_licence_must_be_accepted(opened: Opened, qtbot: Any) -> None:
    window, link, _ = opened
    _allow(opened, qtbot)

    def answer(agree: bool) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LicenceDialog)
        assert not dialog.download.isEnabled()
        if agree:
            dialog.agree.setChecked(True)
            dialog.download.click()
        else:
            dialog.reject()

    QTimer.singleShot(50, lambda: answer(False))
    window.download("strict")
    assert link.downloads == []
    QTimer.singleShot(50, lambda: answer(True))
    window.download("strict")
    assert link.downloads == [("strict", "start", True)]


def test_a_failed_download_says_why_and_goes_on(opened: Opened, qtbot: Any) -> None:
    window, link, _ = opened
    _allow(opened, qtbot)
    window.table.choose("small")
    failure = Failure(code=ErrorCode.NETWORK, what="The connection was lost.", safe="What has arrived is kept.")
    link.models = (structs.replace(MODELS[0], condition="partial", have=_GB), *MODELS[1:])
    link.say_download(DownloadState(model="small", phase="failed", done=_GB, total=3 * _GB, failure=failure))
    qtbot.waitUntil(lambda: window.details.main_button.text() == "Go on")
    assert window.details.state.text() == "The connection was lost. What has arrived is kept."
    window.details.run_main()
    assert link.downloads == [("small", "start", False)]


def test_an_engine_that_stops_ends_its_downloads(opened: Opened) -> None:
    window, link, _ = opened
    link.say_download(DownloadState(model="small", phase="downloading", done=_GB, total=3 * _GB))
    link.die()
    state = window._models.download_of("small")
    assert state is not None
    assert state.phase == "failed"
    assert state.failure is not None
    assert "kept" in state.failure.safe


def test_removing_is_asked(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window, link, _ = opened
    window.table.choose("here")
    assert window.details.quiet_button.text() == "Remove …"
    monkeypatch.setattr(dialogs, "removes", lambda _parent, _model: False)
    window.details.quiet_button.click()
    assert _asked(link, RemoveModel) == []
    monkeypatch.setattr(dialogs, "removes", lambda _parent, _model: True)
    window.details.quiet_button.click()
    assert _asked(link, RemoveModel) == [RemoveModel(model="here")]
    window.table.choose("inside")
    assert window.details.quiet_button.isHidden()


def test_folders_and_the_store(opened: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, link, _ = opened
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.side.add_folder.click()
    window.side.store.choose.click()
    assert _asked(link, AddModelFolder) == [AddModelFolder(path=str(tmp_path))]
    assert _asked(link, UseStore) == [UseStore(path=str(tmp_path))]
    link.store = structs.replace(link.store, added=("/other/models",))
    window._models.refresh()
    qtbot.waitUntil(lambda: window.side._folders.count() == 1)
    window.side.folder_forgotten.emit("/other/models")
    assert _asked(link, ForgetModelFolder) == [ForgetModelFolder(path="/other/models")]


def test_the_switch_of_the_settings_counts_at_once(opened: Opened, qtbot: Any) -> None:
    window, link, main = opened
    main.services.settings.set_value("models.offline", False)
    assert _asked(link, AllowDownloads) == [AllowDownloads(allowed=True)]
    qtbot.waitUntil(window.side.allowed.isChecked)


def test_what_fits() -> None:
    card = Device(id="cuda:0", kind="cuda", name="Card", memory_total=12 * _GB)
    assert words.fit_of(model("a", memory=10 * _GB), card).state == "fits"
    assert words.fit_of(model("a", memory=11 * _GB), card).state == "tight"
    assert words.fit_of(model("a", memory=13 * _GB), card).state == "does_not_fit"
    assert words.fit_of(model("a", memory=0), card).state == "fits"
    assert words.fit_of(model("a"), None).state == "waiting"


def test_the_welcome_page_says_which_models_are_here(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (main, link):
        link.models = (
            model("sdxl-turbo", title="SDXL Turbo", condition="installed"),
            model("maya1", title="Maya1", size=6 * _GB),
            model("snac-24khz", condition="found"),
            model("skyreels-v2-df-1.3b-540p", memory=50 * _GB),
        )
        main.services.models.refresh()
        qtbot.waitUntil(lambda: main.services.models.known)
        table = main.welcome.abilities
        expected = {"ready, SDXL Turbo", "Maya1, 6.0 GB", "needs 46.6 GB of memory"}
        qtbot.waitUntil(
            lambda: expected <= {each.text() for each in table.findChildren(ElidedLabel) if each.isVisible()}
        )
        qtbot.mouseClick(table.models, Qt.MouseButton.LeftButton)
        assert main.side_windows.models is not None
        assert main.side_windows.models.isVisible()


def test_moving_the_store_asks_once_pauses_downloads_and_is_the_next_job(
    opened: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, link, main = opened
    answers = [False, True]
    monkeypatch.setattr(dialogs, "moves_store", lambda *_: answers.pop(0))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    link.download_changed.emit(DownloadState(model="small", phase="downloading", done=1, total=10))
    qtbot.mouseClick(window.side.store.move_button, Qt.MouseButton.LeftButton)
    assert link.submitted == []
    qtbot.mouseClick(window.side.store.move_button, Qt.MouseButton.LeftButton)
    assert ("small", "pause", False) in link.downloads
    ((job_id, job),) = link.submitted
    assert job == MoveStoreJob(folder=str(tmp_path))
    assert main.services.settings.text("models.store") == ""
    link.say_started(job_id)
    link.say_done(job_id)
    assert main.services.settings.text("models.store") == str(tmp_path)


def test_a_move_that_was_cancelled_leaves_the_store_where_it_is(opened: Opened, tmp_path: Path) -> None:
    _, link, main = opened
    main.jobs.move_store(str(tmp_path))
    job_id, _ = link.submitted[-1]
    link.say_cancelled(job_id)
    assert main.services.settings.text("models.store") == ""


def test_the_window_has_a_job_bar_of_its_own(opened: Opened, qtbot: Any) -> None:
    window, link, main = opened
    main.project.new()
    (bar,) = window.findChildren(JobBar)
    link.download_changed.emit(DownloadState(model="fits", phase="downloading", done=_GB, total=2 * _GB))
    qtbot.waitUntil(lambda: bar.name.text().startswith("Download · "))
    assert main.job_bar.name.text() == bar.name.text()
    assert bar.network.text() == "Offline"
    main.services.settings.set_value("models.offline", False)
    assert bar.network.text() == "Online"
    qtbot.mouseClick(bar.queue_button, Qt.MouseButton.LeftButton)
    assert main.arrangement.queue_shown()
    assert not bar.queue_button.isChecked()
