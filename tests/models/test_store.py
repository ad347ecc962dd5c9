"""Where models are found, and what is said about those that cannot be used."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from engine.models.catalog import Entry, FileSpec, HubSource, PersonSource
from engine.models.download import download
from engine.models.layouts import missing_shards, recognise, walk_files
from engine.models.manifest import FOLDER, manifest_path, read_manifest
from engine.models.sizes import free_space, sized
from engine.models.store import Store
from engine.models.verify import remove, verify
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.models import ModelState
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

NEEDED = ("model_index.json", "transformer/config.json", WEIGHTS, MORE_WEIGHTS)


def write(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(repository_files().get(name, b"{}"))
    return folder


def state(store: Store, identifier: str = "small") -> ModelState:
    return store.state_of(store.catalog.get(identifier))


@pytest.fixture
def downloaded(tmp_path: Path, hub: Hub) -> Store:
    store = store_of(tmp_path / "store", small_entry(), small_entry("twin"))
    download(small_entry(), store, SilentContext(), endpoint=hub.address, patience=QUICK)
    return store


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    store = store_of(tmp_path / "none")
    assert state(store).condition == "missing"
    assert state(store).size == 400_026
    assert state(store).size_inferred
    with pytest.raises(PortraitsError, match="not installed") as caught:
        store.folder_of("small")
    assert caught.value.code is ErrorCode.MODEL_MISSING
    assert "models download small (400 KB)" in caught.value.failure.todo


def test_what_another_program_put_into_the_cache_is_found(tmp_path: Path) -> None:
    repository = tmp_path / "store" / "models--people--small"
    write(repository / "snapshots" / "abc", *NEEDED)
    store = store_of(tmp_path / "store")
    assert state(store).condition == "found"
    assert not state(store).read_only
    assert store.folder_of("small") == repository / "snapshots" / "abc"


def test_the_commit_of_the_branch_is_preferred(tmp_path: Path) -> None:
    repository = tmp_path / "store" / "models--people--small"
    for commit in ("aaa", "bbb", "ccc"):
        write(repository / "snapshots" / commit, *NEEDED)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("bbb")
    assert store_of(tmp_path / "store").folder_of("small").name == "bbb"


@pytest.mark.parametrize("absent", NEEDED)
def test_an_incomplete_snapshot_is_partial_and_says_what_is_missing(tmp_path: Path, absent: str) -> None:
    snapshot = tmp_path / "store" / "models--people--small" / "snapshots" / "abc"
    write(snapshot, *(name for name in NEEDED if name != absent))
    store = store_of(tmp_path / "store")
    assert state(store).condition == "partial"
    with pytest.raises(PortraitsError, match="missing in"):
        store.folder_of("small")


def test_configurations_alone_are_no_model(tmp_path: Path) -> None:
    write(tmp_path / "store" / "models--people--small" / "snapshots" / "abc", *NEEDED[:2])
    assert state(store_of(tmp_path / "store")).condition == "missing"


def test_shards_that_an_index_promises_are_missed(tmp_path: Path) -> None:
    index = tmp_path / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "one.safetensors", "b": "two.safetensors"}}))
    names = {index.name, "one.safetensors"}
    assert missing_shards(tmp_path, names) == ["two.safetensors"]
    index.write_text("broken")
    assert missing_shards(tmp_path, names) == [index.name]
    assert missing_shards(tmp_path, {"x/m-00002-of-00003.safetensors"}) == [
        "x/m-00001-of-00003.safetensors",
        "x/m-00003-of-00003.safetensors",
    ]


@pytest.mark.parametrize(
    "where", ["small", "Small", "people_small", "people/small", "models--people--small/snapshots/abc", "."]
)
def test_added_folders_are_searched_and_only_read(tmp_path: Path, where: str) -> None:
    added = tmp_path / ("small" if where == "." else "added")
    write(added / where, *NEEDED)
    store = store_of(tmp_path / "store", added=[added])
    assert state(store).condition == "found"
    assert state(store).read_only
    assert store.folder_of("small") == added / where
    with pytest.raises(PortraitsError, match="only read"):
        remove(small_entry(), store)
    assert (added / where / WEIGHTS).exists()


MAYA1 = ("maya1/config.json", "maya1/model-00001-of-00002.safetensors", "maya1/model-00002-of-00002.safetensors",
         "maya1/model.safetensors.index.json")  # fmt: skip
SNAC = ("snac_24khz/config.json", "snac_24khz/pytorch_model.bin")


@pytest.mark.parametrize(
    ("names", "here"),
    [
        ((*MAYA1, "maya1/tokenizer/tokenizer.json"), {"maya1", "maya1-tokenizer"}),
        ((*MAYA1, "maya1/tokenizer.json"), {"maya1", "maya1-tokenizer"}),
        ((*MAYA1, "maya1/tokenizer.json", "maya1/tokenizer/tokenizer.json"), {"maya1", "maya1-tokenizer"}),
        (("maya1/config.json", "maya1/model.safetensors", "maya1/tokenizer.json"), {"maya1", "maya1-tokenizer"}),
        (MAYA1, set()),
        ((*MAYA1[:2], *MAYA1[3:], "maya1/tokenizer.json"), {"maya1-tokenizer"}),
        ((*MAYA1[:3], "maya1/tokenizer.json"), {"maya1-tokenizer"}),
        (("maya1/tokenizer/tokenizer.json",), {"maya1-tokenizer"}),
        (SNAC, {"snac-24khz"}),
        (("snac_24khz/config.json", "snac_24khz/model.safetensors"), {"snac-24khz"}),
        ((*SNAC, "snac_24khz/model.safetensors"), {"snac-24khz"}),
        (("snac_24khz/model.safetensors",), set()),
    ],
)
def test_copies_of_the_large_voice_are_found_as_people_have_them(
    tmp_path: Path, names: tuple[str, ...], here: set[str]
) -> None:
    write(tmp_path / "added", *names)
    store = Store(tmp_path / "store", added=[tmp_path / "added"])
    voices = ("maya1", "maya1-tokenizer", "snac-24khz")
    assert {each for each in voices if state(store, each).condition == "found"} == here


def test_a_file_in_a_collection_of_another_program_is_found(tmp_path: Path) -> None:
    entry = small_entry(files=(FileSpec(name="sub/turbo.safetensors", size=5),))
    collection = tmp_path / "ComfyUI" / "models"
    write(collection, "checkpoints/SDXL/turbo.safetensors", "loras/x.safetensors")
    store = store_of(tmp_path / "store", entry, added=[tmp_path / "ComfyUI"])
    assert state(store).condition == "found"
    assert store.file_of("small", "sub/turbo.safetensors") == collection / "checkpoints" / "SDXL" / "turbo.safetensors"
    with pytest.raises(PortraitsError, match=r"no file other\.bin"):
        store.file_of("small", "other.bin")


@pytest.mark.parametrize("inside", [True, False])
def test_the_original_layout_is_recognised_and_explained(tmp_path: Path, inside: bool) -> None:
    entry = small_entry(source=HubSource(repository="Skywork/SkyReels-V2-T2V-14B-540P-Diffusers"))
    folder = write(
        tmp_path / "SkyReels-V2-T2V-14B-540P", "config.json", "Wan2.1_VAE.pth", "models_t5_umt5-xxl-enc-bf16.pth"
    )
    assert recognise(folder).kind == "original"
    store = store_of(tmp_path / "store", entry, added=[tmp_path if inside else folder])
    assert state(store).condition == "wrong_layout"
    with pytest.raises(PortraitsError, match="original layout") as caught:
        store.folder_of("small")
    assert "SkyReels-V2-T2V-14B-540P-Diffusers" in caught.value.failure.what
    assert "models download small" in caught.value.failure.todo


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["model_index.json"], "diffusers"),
        (["models--a--b/refs/main"], "hub_cache"),
        (["checkpoints/a.safetensors"], "collection"),
        (["models/Stable-diffusion/a.safetensors"], "collection"),
        (["a.safetensors"], "files"),
        ([], "empty"),
    ],
)
def test_layouts_are_told_apart(tmp_path: Path, names: list[str], kind: str) -> None:
    assert recognise(write(tmp_path / "folder", *names)).kind == kind


def test_link_loops_end(tmp_path: Path) -> None:
    write(tmp_path / "small", *NEEDED)
    (tmp_path / "small" / "loop").symlink_to(tmp_path)
    (tmp_path / "small" / "transformer" / "self").symlink_to("self")
    (tmp_path / "small" / "up").symlink_to("..")
    files = list(walk_files(tmp_path))
    assert len(files) == len(NEEDED)
    store = store_of(tmp_path / "store", added=[tmp_path])
    assert state(store).condition == "found"


def test_a_model_file_that_is_a_link_loop_is_missing(tmp_path: Path) -> None:
    snapshot = write(tmp_path / "store" / "models--people--small" / "snapshots" / "abc", *NEEDED)
    (snapshot / WEIGHTS).unlink()
    (snapshot / WEIGHTS).symlink_to(Path(WEIGHTS).name)
    store = store_of(tmp_path / "store")
    assert state(store).condition == "partial"
    with pytest.raises(PortraitsError, match=f"{Path(WEIGHTS).name} missing"):
        store.folder_of("small")


def test_a_store_that_vanishes_and_comes_back(downloaded: Store, tmp_path: Path) -> None:
    downloaded.folder.rename(tmp_path / "unplugged")
    assert state(downloaded).condition == "missing"
    assert downloaded.state().installed == ()
    with pytest.raises(PortraitsError) as caught:
        downloaded.folder_of("small")
    assert caught.value.code is ErrorCode.MODEL_MISSING
    (tmp_path / "unplugged").rename(downloaded.folder)
    assert state(downloaded).condition == "installed"


def test_a_truncated_file_is_damaged_at_once(downloaded: Store) -> None:
    path = downloaded.folder_of("small") / WEIGHTS
    with path.open("r+b") as file:
        file.truncate(1000)
    assert state(downloaded).condition == "damaged"
    with pytest.raises(PortraitsError, match=r"damaged.*another length") as caught:
        downloaded.folder_of("small")
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_swapped_files_are_found_by_verify_and_healed_by_download(downloaded: Store, hub: Hub) -> None:
    folder = downloaded.folder_of("small")
    blob = (folder / WEIGHTS).resolve()
    blob.write_bytes(bytes(len(repository_files()[WEIGHTS])))
    assert state(downloaded).condition == "installed"
    assert verify(small_entry(), downloaded, SilentContext()) == [f"{WEIGHTS} has another content than it should have."]
    assert state(downloaded).condition == "damaged"
    assert verify(small_entry(), downloaded, SilentContext()), "a second look must not forget"
    hub.requests.clear()
    download(small_entry(), downloaded, SilentContext(), endpoint=hub.address, patience=QUICK)
    assert (folder / WEIGHTS).read_bytes() == repository_files()[WEIGHTS]
    assert verify(small_entry(), downloaded, SilentContext()) == []
    assert state(downloaded).condition == "installed"
    assert not hub.bodies_sent(MORE_WEIGHTS)


def test_a_file_that_is_gone_is_said(downloaded: Store) -> None:
    (downloaded.folder_of("small") / MORE_WEIGHTS).unlink()
    assert state(downloaded).condition == "damaged"
    assert verify(small_entry(), downloaded, SilentContext()) == [f"{MORE_WEIGHTS} is gone."]


def test_verify_marks_what_another_program_downloaded(downloaded: Store) -> None:
    manifest_path(downloaded.folder, "small").unlink()
    assert state(downloaded).condition == "found"
    context = SilentContext()
    assert verify(small_entry(), downloaded, context) == []
    assert context.notes == []
    assert state(downloaded).condition == "installed"


def test_verify_finds_a_swapped_blob_without_a_manifest(downloaded: Store) -> None:
    folder = downloaded.folder_of("small")
    manifest_path(downloaded.folder, "small").unlink()
    (folder / WEIGHTS).resolve().write_bytes(b"x" * 300_000)
    (folder / "model_index.json").resolve().write_bytes(b"y" * 24)
    assert len(verify(small_entry(), downloaded, SilentContext())) == 2
    assert state(downloaded).condition == "damaged"


def test_files_without_known_hashes_are_remembered_with_a_note(tmp_path: Path) -> None:
    added = write(tmp_path / "small", *NEEDED)
    store = store_of(tmp_path / "store", added=[added])
    context = SilentContext()
    assert verify(small_entry(), store, context) == []
    assert "No hash is known for 4 of 4 files" in context.notes[0]
    assert (state(store).condition, state(store).read_only) == ("installed", True)
    (added / WEIGHTS).write_bytes(bytes(300_000))
    assert verify(small_entry(), store, SilentContext()) == [f"{WEIGHTS} has another content than it should have."]


def test_what_is_not_there_cannot_be_verified_or_removed(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store")
    for action in (lambda: verify(small_entry(), store, SilentContext()), lambda: remove(small_entry(), store)):
        with pytest.raises(PortraitsError) as caught:
            action()
        assert caught.value.code is ErrorCode.MODEL_MISSING


def test_removing_frees_the_files(downloaded: Store) -> None:
    size = state(downloaded).have
    assert remove(small_entry(), downloaded) == size
    assert state(downloaded).condition == "missing"
    left = [path for path in downloaded.folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert [path.name for path in left] == ["main"]


def test_removing_takes_what_was_converted_along(tmp_path: Path, hub: Hub) -> None:
    entry = small_entry(files=(FileSpec(name=WEIGHTS, also=("converted.safetensors",)),))
    store = store_of(tmp_path / "store", entry)
    folder = download(entry, store, SilentContext(), endpoint=hub.address, patience=QUICK)
    (folder / "converted.safetensors").write_bytes(b"1234")
    assert verify(entry, store, SilentContext()) == []
    assert remove(entry, store) == len(repository_files()[WEIGHTS]) + 4
    assert state(store).condition == "missing"


def test_removing_leaves_what_another_model_shares(downloaded: Store, hub: Hub) -> None:
    download(small_entry("twin"), downloaded, SilentContext(), endpoint=hub.address, patience=QUICK)
    assert remove(small_entry(), downloaded) == 0
    assert state(downloaded).condition != "installed"
    assert state(downloaded, "twin").condition == "installed"
    assert verify(small_entry("twin"), downloaded, SilentContext()) == []


def test_removing_an_unfinished_download(tmp_path: Path, hub: Hub) -> None:
    store = store_of(tmp_path / "store")
    hub.trouble(WEIGHTS, cut=100_000)
    hub.trouble(WEIGHTS, cut=0, times=50)
    with pytest.raises(PortraitsError) as caught:
        download(small_entry(), store, SilentContext(), endpoint=hub.address, patience=QUICK)
    assert caught.value.code is ErrorCode.NETWORK
    assert state(store).condition == "partial"
    assert remove(small_entry(), store) > 0
    assert state(store).condition == "missing"
    assert not store.parts_folder("small").exists()


def test_removing_a_file_from_a_plain_address(tmp_path: Path, hub: Hub) -> None:
    entry = address_entry(f"{hub.address}/releases/")
    store = store_of(tmp_path / "store", entry)
    download(entry, store, SilentContext(), patience=QUICK)
    assert verify(entry, store, SilentContext()) == []
    assert remove(entry, store) == 300_000
    assert state(store, "plain").condition == "missing"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"id": "other", "folder": "x", "files": []}',
     b'{"id": "small", "folder": "x", "files": [{"name": "../../etc/passwd", "size": 1, "sha256": ""}]}',
     b'{"id": "small", "folder": "../outside", "files": [{"name": "a", "size": 1, "sha256": ""}]}'],
)  # fmt: skip
def test_a_broken_manifest_is_not_believed(tmp_path: Path, content: bytes) -> None:
    path = manifest_path(tmp_path, "small")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert read_manifest(tmp_path, "small") is None
    assert state(store_of(tmp_path)).condition == "missing"


def test_what_comes_with_the_installation_is_there_and_right(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for identifier in ("face-landmarker", "builtin-voice"):
        assert state(store, identifier).condition == "installed"
        assert verify(store.catalog.get(identifier), store, SilentContext()) == []
        with pytest.raises(PortraitsError, match="part of Portraits"):
            remove(store.catalog.get(identifier), store)
    assert not (tmp_path / "store").exists()


def test_checkpoints_of_ones_own_are_told_by_their_header(tmp_path: Path) -> None:
    entry = Entry(
        id="own", title="Own", purpose="x", kinds=("image",), source=PersonSource(),
        files=(FileSpec(name="*.safetensors"),), licence="own",
    )  # fmt: skip
    added = tmp_path / "A1111" / "models"
    (added / "Stable-diffusion").mkdir(parents=True)
    store = store_of(tmp_path / "store", entry, added=[tmp_path / "A1111"])
    save_file({"some.other.weight": np.ones(2)}, added / "Stable-diffusion" / "a.safetensors")
    (added / "Stable-diffusion" / "b.safetensors").write_bytes(b"broken")
    with pytest.raises(PortraitsError) as caught:
        store.folder_of("own")
    assert "models add FOLDER" in caught.value.failure.todo
    save_file({"conditioner.embedders.1.model.ln.weight": np.ones(2)}, added / "Stable-diffusion" / "c.safetensors")
    assert store.folder_of("own") == added / "Stable-diffusion"
    assert store.file_of("own", "c.safetensors").is_file()


def test_the_state_lists_what_is_installed(downloaded: Store) -> None:
    told = downloaded.state()
    assert told.installed == ("small", "twin")
    assert told.disk_free > 0
    assert told.folder == str(downloaded.folder)
    assert (downloaded.folder / FOLDER).is_dir()
    assert read_manifest(downloaded.folder, "small").revision == COMMIT  # type: ignore[union-attr]
    assert (downloaded.folder / "models--people--small" / "refs" / "main").read_text() == COMMIT
    assert REPOSITORY in state(downloaded).source


def test_free_space_is_that_of_the_disk_the_store_will_be_on(tmp_path: Path) -> None:
    assert free_space(tmp_path / "not" / "yet" / "there") == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.1)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 bytes"), (999, "999 bytes"), (6.6e9, "6.6 GB"), (4e5, "400 KB"), (1.2e12, "1.2 TB")]
)
def test_sizes_are_said_as_people_say_them(count: float, words: str) -> None:
    assert sized(count) == words
