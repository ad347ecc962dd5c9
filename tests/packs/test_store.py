"""Installing packs from a stand-in server: always whole or not there, and always removable."""

from pathlib import Path

import pytest
from filelock import FileLock

from engine.packs.active import Installed, installed
from engine.packs.store import PackStore
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.models import DownloadState, ModelState
from tests.packs.conftest import LIBRARY, MODULE, QUICK, Release


def install(store: PackStore, context: SilentContext | None = None, **options: object) -> Path:
    return store.install("standin", context or SilentContext(), patience=QUICK, **options)  # type: ignore[arg-type]


def state(store: PackStore) -> ModelState:
    (found,) = store.states()
    return found


def version_in(folder: Path) -> str:
    return (folder / MODULE / "__init__.py").read_text("utf-8").split('"')[1]


def the_installed(release: Release) -> Installed:
    (found,) = installed(release.folder)
    return found


def visible(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_a_pack_is_fetched_unpacked_and_put_into_force(release: Release) -> None:
    store = release.offer("1.0")
    assert state(store).condition == "missing"
    folder = install(store)
    assert version_in(folder) == "1.0"
    assert (folder / "nvidia" / "lib" / "libstandin.so").read_bytes() == LIBRARY
    assert (folder / "extra" / "__init__.py").exists()
    assert not any("data" in path.name or path.name == "tool" for path in folder.iterdir())
    assert state(store).condition == "installed"
    assert state(store).path == str(folder)
    assert visible(release.folder) == {"standin.json", folder.name}


def test_the_archives_do_not_stay_on_the_disk(release: Release) -> None:
    install(release.offer("1.0"))
    assert not list(release.folder.rglob("*.whl"))
    assert not list(release.folder.rglob("*.part"))


def test_progress_ends_only_when_the_pack_is_unpacked(release: Release) -> None:
    told: list[tuple[str, bool]] = []

    def listen(each: DownloadState) -> None:
        told.append((each.phase, (release.folder / "standin.json").exists()))

    install(release.offer("1.0"), on_state=listen)
    phases = [phase for phase, _ in told]
    assert phases[-1] == "done"
    assert phases.count("done") == 1
    assert told[-1] == ("done", True)
    assert not any(there for phase, there in told if phase != "done")


def test_a_second_install_asks_nothing(release: Release) -> None:
    store = release.offer("1.0")
    folder = install(store)
    before = len(release.hub.requests)
    context = SilentContext()
    assert install(store, context) == folder
    assert len(release.hub.requests) == before
    assert context.notes == ["Stand-in runtime is installed already."]


def test_a_cut_download_goes_on_where_it_stopped(release: Release) -> None:
    store = release.offer("1.0")
    release.hub.trouble("nvidia-1.0.whl", cut=100_000)
    release.hub.trouble("nvidia-1.0.whl", status=503, times=QUICK.tries + 2)
    with pytest.raises(PortraitsError) as failure:
        install(store)
    assert failure.value.code is ErrorCode.NETWORK
    assert state(store).condition == "partial"
    release.hub.troubles.clear()
    before = len(release.hub.requests)
    install(store)
    later = release.hub.requests[before:]
    assert any(request.path.endswith("nvidia-1.0.whl") and request.first_byte > 0 for request in later)
    assert not any(request.path.endswith(f"{MODULE}-1.0.whl") for request in later)


def test_a_wrong_content_is_never_installed(release: Release) -> None:
    store = release.offer("1.0")
    release.hub.trouble("nvidia-1.0.whl", wrong=True, times=5)
    with pytest.raises(PortraitsError) as failure:
        install(store)
    assert failure.value.code is ErrorCode.BAD_MODEL
    assert not list(installed(release.folder))
    assert visible(release.folder) == set()


def test_a_new_version_replaces_the_old_one_at_once(release: Release) -> None:
    old = install(release.offer("1.0"))
    store = release.offer("2.0")
    assert "newer" in state(store).note
    new = install(store)
    assert version_in(new) == "2.0"
    assert not old.exists()
    assert visible(release.folder) == {"standin.json", new.name}


def test_what_was_installed_stays_when_the_new_one_fails(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    old = install(release.offer("1.0"))
    store = release.offer("2.0")

    def full(*_args: object) -> int:
        raise PortraitsError(ErrorCode.DISK_FULL, "The disk is full.", "Free some space.")

    monkeypatch.setattr("engine.packs.store.unpack", full)
    with pytest.raises(PortraitsError, match="disk is full"):
        install(store)
    assert the_installed(release).folder == old.name
    assert version_in(old) == "1.0"
    assert visible(release.folder) == {"standin.json", old.name}


def test_cancelling_while_it_unpacks_leaves_nothing_half_done(release: Release) -> None:
    class Impatient(SilentContext):
        unpacking = False

        def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
            self.unpacking = self.unpacking or phase.startswith("Unpacking")

        def check_cancelled(self) -> None:
            if self.unpacking:
                raise Cancelled

    told: list[str] = []
    store = release.offer("1.0")
    with pytest.raises(Cancelled):
        install(store, Impatient(), on_state=lambda each: told.append(each.phase))
    assert told[-1] == "cancelled"
    assert visible(release.folder) == set()
    before = len(release.hub.requests)
    install(store)
    assert len(release.hub.requests) == before, "what has arrived is kept"


def test_what_a_kill_left_half_unpacked_is_swept_away(release: Release) -> None:
    left = release.folder / ".new-standin-0badf00d"
    left.mkdir(parents=True)
    (left / "half.so").write_bytes(b"x")
    install(release.offer("1.0"))
    assert not left.exists()


def test_a_damaged_pack_is_seen_and_healed(release: Release) -> None:
    store = release.offer("1.0")
    folder = install(store)
    (folder / "nvidia" / "lib" / "libstandin.so").unlink()
    assert state(store).condition == "damaged"
    healed = install(store)
    assert healed != folder
    assert state(store).condition == "installed"


def test_compiled_python_is_no_damage(release: Release) -> None:
    store = release.offer("1.0")
    folder = install(store)
    (folder / MODULE / "__pycache__").mkdir()
    (folder / MODULE / "__pycache__" / "__init__.cpython-311.pyc").write_bytes(b"compiled")
    assert state(store).condition == "installed"


def test_a_pack_can_be_removed(release: Release) -> None:
    store = release.offer("1.0")
    folder = install(store)
    assert store.remove("standin") > len(LIBRARY)
    assert not folder.exists()
    assert visible(release.folder) == set()
    assert state(store).condition == "missing"
    with pytest.raises(PortraitsError) as failure:
        store.remove("standin")
    assert failure.value.code is ErrorCode.MODEL_MISSING


def test_a_removed_pack_is_out_of_force_though_its_files_are_held_open(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = release.offer("1.0")
    folder = install(store)
    with monkeypatch.context() as held:
        held.setattr("engine.packs.store.remove_folder", lambda _folder: False)
        store.remove("standin")
    assert folder.exists()
    assert not list(installed(release.folder))
    install(store)
    assert not folder.exists(), "the next change deletes what could not be deleted before"


def test_nothing_is_fetched_offline_or_without_the_licence(release: Release) -> None:
    pack = release.offer("1.0").packs[0]
    offline = PackStore((pack,), release.folder, offline=True, accepted=frozenset({"standin"}))
    with pytest.raises(PortraitsError, match="Offline mode"):
        install(offline)
    strict = PackStore((pack,), release.folder)
    with pytest.raises(PortraitsError, match="licence"):
        install(strict)
    assert not release.hub.requests
    install(strict, accept_licence=True)
    assert state(strict).condition == "installed"


def test_a_pack_of_another_version_is_shown_and_can_be_removed(release: Release) -> None:
    install(release.offer("1.0"))
    later = PackStore((), release.folder)
    found = state(later)
    assert found.id == "standin"
    assert not found.fetchable
    later.remove("standin")
    assert later.states() == ()


def test_a_pack_for_another_pytorch_is_not_used_and_says_so(release: Release) -> None:
    store = release.offer("1.0", replaces={"torch": "0.0.1"})
    install(store)
    found = state(store)
    assert found.condition == "damaged"
    assert "torch 0.0.1" in found.note


def test_two_installs_at_once_are_refused(release: Release) -> None:
    store = release.offer("1.0")
    release.folder.mkdir()
    with FileLock(release.folder / ".lock"), pytest.raises(PortraitsError) as failure:
        install(store)
    assert failure.value.code is ErrorCode.NOT_AVAILABLE


def test_nothing_is_removed_while_a_pack_is_being_installed(release: Release) -> None:
    store = release.offer("1.0")
    folder = install(store)
    with FileLock(release.folder / ".lock"), pytest.raises(PortraitsError) as failure:
        store.remove("standin")
    assert failure.value.code is ErrorCode.NOT_AVAILABLE
    assert folder.is_dir()
    assert state(store).condition == "installed"
