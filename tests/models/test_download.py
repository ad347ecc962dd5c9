"""Downloads from the hub stand-in: nothing corrupt is ever marked installed, and nothing that arrived is lost."""

import hashlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from huggingface_hub import hf_hub_download, scan_cache_dir

from engine.models.download import DownloadControl, download
from engine.models.manifest import read_manifest
from engine.models.retry import Patience
from engine.models.store import Store
from engine.models.verify import remove, verify
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.models import DownloadState
from tests.helpers.hub import COMMIT, Hub
from tests.models.conftest import (
    MORE_WEIGHTS,
    QUICK,
    REPOSITORY,
    WEIGHTS,
    address_entry,
    repository_files,
    small_entry,
    store_of,
)


def get(
    store: Store, hub: Hub, identifier: str = "small", context: SilentContext | None = None, **options: object
) -> Path:
    return download(
        store.catalog.get(identifier),
        store,
        context or SilentContext(),
        endpoint=hub.address,
        patience=QUICK,
        **options,  # type: ignore[arg-type]
    )


def condition(store: Store, identifier: str = "small") -> str:
    return store.state_of(store.catalog.get(identifier)).condition


def assert_whole(folder: Path) -> None:
    files = repository_files()
    for name in ("model_index.json", "transformer/config.json", WEIGHTS, MORE_WEIGHTS):
        assert (folder / name).read_bytes() == files[name]


def test_only_the_needed_files_are_fetched(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    assert condition(store) == "missing"
    folder = get(store, hub)
    assert_whole(folder)
    assert not (folder / "README.md").exists()
    assert not hub.bodies_sent("huge.safetensors")
    assert condition(store) == "installed"
    state = store.state_of(small_entry())
    assert (
        state.size
        == state.have
        == 400_000 + 24 + 2 + len(repository_files()["transformer/weights.safetensors.index.json"])
    )
    assert not state.size_inferred
    assert store.folder_of("small") == folder


def test_of_the_large_voice_come_the_weights_and_one_tokenizer(tmp_path: Path, hub: Hub) -> None:
    needed = {
        "config.json": b"{}",
        "model-00001-of-00002.safetensors": b"first",
        "model-00002-of-00002.safetensors": b"second",
        "model.safetensors.index.json": b'{"weight_map": {"a": "model-00001-of-00002.safetensors"}}',
        "tokenizer/tokenizer.json": b"[1]",
    }
    others = dict.fromkeys(("tokenizer.json", "tokenizer/tokenizer_config.json", "README.md", "model.gguf"), b"other")
    hub.repositories["maya-research/maya1"] = needed | others
    store = Store(tmp_path / "store")
    folder = get(store, hub, "maya1")
    assert {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    } == needed
    assert condition(store, "maya1-tokenizer") == "found"
    assert store.folder_of("maya1-tokenizer") == folder
    get(store, hub, "maya1-tokenizer")
    assert remove(store.catalog.get("maya1"), store) > 0
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["tokenizer.json"]
    assert condition(store, "maya1-tokenizer") == "installed"


def test_other_programs_find_the_files_in_the_shared_cache(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    get(store, hub)
    path = hf_hub_download(REPOSITORY, WEIGHTS, cache_dir=store.folder, local_files_only=True)
    assert Path(path).read_bytes() == repository_files()[WEIGHTS]
    repositories = scan_cache_dir(store.folder).repos
    assert [repository.repo_id for repository in repositories] == [REPOSITORY]


def test_the_manifest_remembers_commit_sizes_and_hashes(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    get(store, hub)
    manifest = read_manifest(store.folder, "small")
    assert manifest is not None
    assert manifest.revision == COMMIT
    hashes = {file.name: (file.size, file.sha256) for file in manifest.files}
    content = repository_files()[WEIGHTS]
    assert hashes[WEIGHTS] == (len(content), hashlib.sha256(content).hexdigest())
    assert hashes["model_index.json"][1] == hashlib.sha256(repository_files()["model_index.json"]).hexdigest()


def test_progress_is_told_in_bytes(tmp_path: Path, hub: Hub) -> None:
    states: list[DownloadState] = []
    store = store_of(tmp_path / "store")
    get(store, hub, on_state=states.append)
    assert states[0].phase == "asking"
    assert states[-1].phase == "done"
    assert states[-1].done == states[-1].total == store.state_of(small_entry()).size
    assert [state.done for state in states] == sorted(state.done for state in states)
    assert {"checking_disk", "downloading", "checking"} <= {state.phase for state in states}


def test_a_second_download_asks_nothing(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    get(store, hub)
    before = len(hub.requests)
    context = SilentContext()
    get(store, hub, context=context)
    assert len(hub.requests) == before
    assert context.notes == ["Small model is installed already."]


def test_a_cut_connection_is_continued_where_it_broke(tmp_path: Path, hub: Hub) -> None:
    hub.trouble(WEIGHTS, cut=100_000, times=2)
    folder = get(store_of(tmp_path / "store"), hub)
    assert_whole(folder)
    first_bytes = [request.first_byte for request in hub.bodies_sent(WEIGHTS)]
    assert first_bytes[0] == 0
    assert first_bytes == sorted(first_bytes)
    assert first_bytes[-1] > 100_000


def test_a_lost_connection_keeps_what_arrived_and_the_next_try_goes_on(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, cut=120_000, times=1)
    hub.trouble(WEIGHTS, cut=0, times=50)
    with pytest.raises(PortraitsError) as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.NETWORK
    assert caught.value.failure.safe == "What has arrived is kept."
    assert condition(store) == "partial"
    arrived = store.partial_size("small")
    assert 0 < arrived <= 120_000
    with pytest.raises(PortraitsError, match=r"not complete|have arrived"):
        store.folder_of("small")
    hub.troubles.clear()
    hub.requests.clear()
    assert_whole(get(store, hub))
    assert hub.bodies_sent(WEIGHTS)[0].first_byte == arrived
    assert condition(store) == "installed"


KILLED = """
import sys
from pathlib import Path
from engine.models.download import download
from engine.protocol.context import SilentContext
from engine.models.retry import Patience
from tests.models.conftest import store_of
store = store_of(Path(sys.argv[1]))
class Telling(SilentContext):
    def progress(self, phase, step, total=None, unit=""):
        if step > 0.1:
            print("some arrived", flush=True)
download(store.catalog.get("small"), store, Telling(), endpoint=sys.argv[2], patience=Patience(stall=60), token="none")
"""


def test_a_killed_process_loses_nothing(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, stall=200_000)
    command = [sys.executable, "-c", KILLED, str(store.folder), hub.address]
    online = {name: value for name, value in os.environ.items() if not name.endswith("_OFFLINE")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=online, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "some arrived\n"
        process.kill()
        process.wait(30)
    assert condition(store) == "partial"
    arrived = store.partial_size("small")
    assert arrived > 0
    hub.requests.clear()
    assert_whole(get(store, hub))
    assert hub.bodies_sent(WEIGHTS)[0].first_byte == arrived


def test_wrong_bytes_are_thrown_away_and_said(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, wrong=True, times=10)
    with pytest.raises(PortraitsError, match="wrong content") as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert condition(store) != "installed"
    assert store.partial_size("small") == 0
    hub.troubles.clear()
    assert_whole(get(store, hub))


def test_wrong_bytes_in_a_small_file_are_found_too(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble("model_index.json", wrong=True)
    with pytest.raises(PortraitsError, match=r"model_index\.json.*wrong content"):
        get(store, hub)
    assert condition(store) == "missing"


def test_a_continued_file_with_wrong_bytes_is_fetched_again_once(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    parts = store.parts_folder("small")
    parts.mkdir(parents=True)
    digest = hashlib.sha256(repository_files()[WEIGHTS]).hexdigest()
    (parts / f"{digest}.part").write_bytes(b"damaged on the disk" * 100)
    context = SilentContext()
    assert_whole(get(store, hub, context=context))
    assert any("fetched again" in note for note in context.notes)
    assert [request.first_byte for request in hub.bodies_sent(WEIGHTS)] == [1900, 0]


def test_a_server_that_sends_more_than_announced_is_stopped(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, longer=True, times=10)
    with pytest.raises(PortraitsError, match="more than the announced 300000 bytes"):
        get(store, hub)
    assert condition(store) != "installed"
    assert store.partial_size("small") <= 300_000


def test_a_server_that_ignores_ranges_costs_time_but_no_correctness(tmp_path: Path, hub: Hub) -> None:
    hub.trouble(WEIGHTS, cut=100_000)
    hub.trouble(WEIGHTS, whole=True)
    assert_whole(get(store_of(tmp_path / "store"), hub))


def test_a_stalled_server_is_given_up_and_asked_again(tmp_path: Path, hub: Hub) -> None:
    hub.trouble(WEIGHTS, stall=50_000)
    assert_whole(get(store_of(tmp_path / "store"), hub))
    assert len(hub.bodies_sent(WEIGHTS)) == 2


@pytest.mark.parametrize(
    ("status", "headers", "code", "words"),
    [
        (401, {"X-Error-Code": "GatedRepo"}, ErrorCode.MODEL_MISSING, "accepted its terms"),
        (401, {}, ErrorCode.MODEL_MISSING, "needs an account"),
        (403, {"X-Error-Code": "GatedRepo"}, ErrorCode.MODEL_MISSING, "accepted its terms"),
        (403, {}, ErrorCode.MODEL_MISSING, "refuses"),
        (404, {"X-Error-Code": "RepoNotFound"}, ErrorCode.MODEL_MISSING, "gone, renamed"),
        (404, {"X-Error-Code": "RevisionNotFound"}, ErrorCode.MODEL_MISSING, "version"),
        (429, {"Retry-After": "0"}, ErrorCode.NETWORK, "too many requests"),
        (500, {}, ErrorCode.NETWORK, "HTTP 500"),
        (503, {}, ErrorCode.NETWORK, "HTTP 503"),
    ],
)
@pytest.mark.parametrize("where", ["/api/models/", "/resolve/"])
def test_refusals_are_put_into_words(
    tmp_path: Path, hub: Hub, status: int, headers: dict[str, str], code: ErrorCode, words: str, where: str
) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(where, status=status, headers=headers, times=100)
    with pytest.raises(PortraitsError, match=words) as caught:
        get(store, hub)
    assert caught.value.code is code
    assert caught.value.failure.todo
    assert "Traceback" not in str(caught.value)
    assert condition(store) == "missing"
    asked = [request for request in hub.requests if where in request.path]
    assert len(asked) == (QUICK.tries if status >= 429 else 1)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_passing_faults_are_waited_out(tmp_path: Path, hub: Hub, status: int) -> None:
    hub.trouble("/api/models/", status=status)
    hub.trouble(WEIGHTS, status=status, headers={"Retry-After": "0.05"})
    assert_whole(get(store_of(tmp_path / "store"), hub))


def test_a_hub_that_is_not_there(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.address = "http://127.0.0.1:9"
    with pytest.raises(PortraitsError, match="could not be made") as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.NETWORK


def test_a_file_that_the_publisher_took_away_is_named(tmp_path: Path, hub: Hub) -> None:
    del hub.repositories[REPOSITORY]["model_index.json"]
    with pytest.raises(PortraitsError, match=r"no file model_index\.json"):
        get(store_of(tmp_path / "store"), hub)


def test_names_that_leave_the_folder_are_not_believed(tmp_path: Path, hub: Hub) -> None:
    hub.repositories[REPOSITORY]["transformer/../../../../evil.safetensors"] = b"x" * 5000
    assert_whole(get(store_of(tmp_path / "store"), hub))
    assert not list(tmp_path.rglob("evil*"))


def test_offline_asks_nothing_at_all(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store", offline=True)
    with pytest.raises(PortraitsError, match="Offline mode is on") as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.NOT_AVAILABLE
    assert hub.requests == []
    assert not store.folder.exists()


def test_a_licence_has_to_be_accepted(tmp_path: Path, hub: Hub) -> None:
    entry = small_entry(must_accept=True, licence="Research only", licence_url="https://example.org/licence")
    store = store_of(tmp_path / "store", entry)
    with pytest.raises(PortraitsError, match="Research only") as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.USAGE
    assert hub.requests == []
    assert_whole(get(store, hub, accept_licence=True))
    again = store_of(tmp_path / "other", entry, accepted=["small"])
    assert_whole(get(again, hub))


def test_a_full_disk_is_noticed_before_the_first_byte(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.models.download_run.free_space", lambda _: 300_000)
    store = store_of(tmp_path / "store")
    with pytest.raises(PortraitsError, match="300 KB are free") as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert not hub.bodies_sent("json")


def test_a_disk_that_fills_up_meanwhile(tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.models.transfer.os.fsync", full)
    store = store_of(tmp_path / "store")
    with pytest.raises(PortraitsError) as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert condition(store) != "installed"


def test_a_store_that_cannot_be_written(tmp_path: Path, hub: Hub) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(PortraitsError) as caught:
        get(store_of(tmp_path / "file" / "store"), hub)
    assert caught.value.code is ErrorCode.CANNOT_WRITE


def test_a_disk_that_vanishes_while_downloading(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "disk" / "store")

    class Vanishing(SilentContext):
        def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
            if phase.startswith("Checking") and step > 0.2 and (tmp_path / "disk").exists():
                (tmp_path / "disk").rename(tmp_path / "gone")

    with pytest.raises(PortraitsError) as caught:
        get(store, hub, context=Vanishing())
    assert caught.value.code in (ErrorCode.CANNOT_WRITE, ErrorCode.MISSING_INPUT)
    assert condition(store) == "missing"
    (tmp_path / "disk").mkdir(exist_ok=True)
    assert_whole(get(store, hub))


class Cancelling(SilentContext):
    """Cancels when half a megabyte's tenth has arrived."""

    def __init__(self, after: float = 0.1) -> None:
        super().__init__()
        self.after, self.arrived = after, 0.0

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        self.arrived = step

    def check_cancelled(self) -> None:
        if self.arrived > self.after:
            raise Cancelled


def test_cancelling_keeps_what_arrived(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, stall=200_000)
    states: list[DownloadState] = []
    with pytest.raises(Cancelled):
        get(store, hub, context=Cancelling(), on_state=states.append)
    assert states[-1].phase == "cancelled"
    assert condition(store) == "partial"
    assert_whole(get(store, hub))


def test_cancelling_works_while_the_server_makes_us_wait(tmp_path: Path, hub: Hub) -> None:
    hub.trouble("/api/models/", status=429, headers={"Retry-After": "0.2"}, times=100)
    asked = threading.Event()

    class Impatient(SilentContext):
        def check_cancelled(self) -> None:
            if hub.requests:
                asked.set()
                raise Cancelled

    with pytest.raises(Cancelled):
        get(store_of(tmp_path / "store"), hub, context=Impatient())
    assert asked.is_set()


def test_cancelling_works_while_the_server_stalls(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, stall=200_000)
    patient = Patience(connect=30, stall=30, tries=3)
    with pytest.raises(Cancelled):
        download(small_entry(), store, Cancelling(0.0), endpoint=hub.address, patience=patient)
    # The server still holds the connection: the cancel did not wait for it.
    assert not hub.released.is_set()
    assert len(hub.bodies_sent(WEIGHTS)) == 1
    assert condition(store) == "partial"


def test_pausing_closes_the_connection_and_going_on_continues(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    control = DownloadControl()
    hub.repositories[REPOSITORY][WEIGHTS] = big = bytes(5_000_000)
    hub.trouble(WEIGHTS, stall=2_000_000)
    paused = threading.Event()
    states: list[DownloadState] = []

    def watch(state: DownloadState) -> None:
        states.append(state)
        if state.phase == "downloading" and not paused.is_set():
            control.pause()
        if state.phase == "paused":
            paused.set()

    worker = threading.Thread(target=get, args=(store, hub), kwargs={"control": control, "on_state": watch})
    worker.start()
    assert paused.wait(10)
    arrived = store.partial_size("small")
    time.sleep(0.2)
    assert store.partial_size("small") == arrived
    assert condition(store) == "partial"
    control.resume()
    worker.join(10)
    assert condition(store) == "installed"
    assert (store.folder_of("small") / WEIGHTS).read_bytes() == big
    assert len(hub.bodies_sent(WEIGHTS)) == 2


def test_two_downloads_of_one_model_do_not_meet(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, stall=100_000)
    started = threading.Event()

    class Starting(SilentContext):
        def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
            if step > 0.05:
                started.set()

    first = threading.Thread(target=get, args=(store, hub), kwargs={"context": Starting()})
    first.start()
    assert started.wait(10)
    with pytest.raises(PortraitsError, match="being downloaded already") as caught:
        get(store, hub)
    assert caught.value.code is ErrorCode.NOT_AVAILABLE
    hub.released.set()
    first.join(20)
    assert condition(store) == "installed"


def test_models_of_one_repository_share_its_files(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store", small_entry(), small_entry("twin"))
    get(store, hub)
    hub.requests.clear()
    get(store, hub, "twin")
    assert not hub.bodies_sent(WEIGHTS)
    assert condition(store, "twin") == "installed"


def test_the_token_goes_to_the_hub(tmp_path: Path, hub: Hub) -> None:
    get(store_of(tmp_path / "store"), hub, token="secret")
    assert {request.token for request in hub.requests} == {"secret"}


def test_files_at_plain_addresses(tmp_path: Path, hub: Hub) -> None:
    entry = address_entry(f"{hub.address}/releases/")
    store = store_of(tmp_path / "store", entry)
    hub.trouble("program", cut=100_000)
    folder = get(store, hub, "plain", token="secret")
    assert (folder / "program.torchscript").read_bytes() == hub.files["releases/program.torchscript"]
    assert condition(store, "plain") == "installed"
    assert {request.token for request in hub.requests} == {""}
    manifest = read_manifest(store.folder, "plain")
    assert manifest is not None
    assert manifest.files[0].sha256 == hashlib.sha256(hub.files["releases/program.torchscript"]).hexdigest()


def test_a_plain_file_that_changed_meanwhile_is_not_patched_together(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store", address_entry(f"{hub.address}/releases/"))
    hub.trouble("program", cut=100_000, times=1)
    hub.trouble("program", cut=0, times=50)
    with pytest.raises(PortraitsError) as caught:
        get(store, hub, "plain")
    assert caught.value.code is ErrorCode.NETWORK
    assert store.partial_size("plain") > 0
    hub.troubles.clear()
    hub.files["releases/program.torchscript"] = changed = bytes(250_000)
    folder = get(store, hub, "plain")
    assert (folder / "program.torchscript").read_bytes() == changed
    assert not store.parts_folder("plain").exists()


def test_a_disk_without_links_holds_the_files_themselves(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not allowed here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    store = store_of(tmp_path / "store")
    folder = get(store, hub)
    assert_whole(folder)
    assert not (folder / WEIGHTS).is_symlink()
    assert condition(store) == "installed"
    assert verify(store.catalog.get("small"), store, SilentContext()) == []
    assert remove(store.catalog.get("small"), store) > 400_000


def test_a_plain_address_that_ends_early_is_not_installed(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store", address_entry(f"{hub.address}/releases/"))
    hub.trouble("program", cut=100_000, times=1)
    hub.trouble("program", cut=0, times=50)
    with pytest.raises(PortraitsError) as caught:
        get(store, hub, "plain")
    assert caught.value.code is ErrorCode.NETWORK
    assert condition(store, "plain") == "partial"


def test_what_is_part_of_the_installation_is_not_downloaded(tmp_path: Path, hub: Hub) -> None:
    store = Store(tmp_path / "store")
    with pytest.raises(PortraitsError, match="part of the installation"):
        get(store, hub, "builtin-voice")


@pytest.mark.parametrize("commit", ["../../../evil", "a/b", "", "x" * 200])
def test_a_hub_cannot_choose_where_files_lie(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch, commit: str
) -> None:
    monkeypatch.setattr("tests.helpers.hub.COMMIT", commit)
    store = store_of(tmp_path / "store")
    with pytest.raises(PortraitsError, match="makes no sense"):
        download(small_entry(), store, SilentContext(), endpoint=hub.address, patience=QUICK)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["small.lock"]
