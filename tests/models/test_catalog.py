"""The catalog and the person's own entries and choices."""

from pathlib import Path

import msgspec
import pytest

from engine.models.catalog import Catalog, FileSpec, HubSource, PackageSource, built_in, load
from engine.models.settings import StoreSettings, default_folder, read_dotenv, read_settings, write_settings
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError

WANTED = {
    "stabilityai/sdxl-turbo",
    "madebyollin/sdxl-vae-fp16-fix",
    "madebyollin/taesdxl",
    "Skywork/SkyReels-V2-T2V-14B-540P-Diffusers",
    "Skywork/SkyReels-V2-T2V-14B-720P-Diffusers",
    "Skywork/SkyReels-V2-DF-1.3B-540P-Diffusers",
    "Skywork/SkyReels-V2-DF-14B-540P-Diffusers",
    "Skywork/SkyReels-V2-I2V-1.3B-540P-Diffusers",
    "Skywork/SkyReels-V2-I2V-14B-540P-Diffusers",
    "maya-research/maya1",
    "hubertsiuzdak/snac_24khz",
    "yanboding/MTVCrafter",
    "THUDM/CogVideoX-5b",
    "alibaba-pai/Wan2.1-Fun-V1.1-14B-InP",
    "vrgamedevgirl84/Wan14BT2VFusioniX",
}


def test_every_model_the_program_speaks_of_is_there() -> None:
    repositories = {entry.source.repository for entry in built_in() if isinstance(entry.source, HubSource)}
    assert repositories >= WANTED
    catalog = load(Path("none"))
    for identifier in ("taew2.1", "nlf", "face-landmarker", "builtin-voice", "sdxl-checkpoint"):
        assert identifier in catalog
    assert {"mtvcrafter-4dmot", "mvdit-7b", "mvdit-17b"} <= {entry.id for entry in catalog}
    assert catalog.problems == ()


def test_no_entry_wants_a_whole_repository() -> None:
    for entry in built_in():
        assert not any(file.name in ("*", "**", "**/*") for file in entry.files), entry.id


def test_figures_that_were_deduced_say_so() -> None:
    for entry in built_in():
        if isinstance(entry.source, PackageSource):
            assert all(file.sha256 and file.size and not file.inferred for file in entry.files)
        elif not entry.id.startswith(("sdxl-checkpoint",)):
            assert entry.size_inferred, entry.id
    with_unread_names = [entry for entry in built_in() if entry.id in ("nlf", "mvdit-7b", "fusionx-lora")]
    assert all("files" in entry.inferred for entry in with_unread_names)


def test_sizes_follow_from_the_published_counts() -> None:
    catalog = load(Path("none"))
    assert catalog.get("mvdit-7b").size == pytest.approx(14.3e9, rel=0.01)
    assert catalog.get("mvdit-17b").size == pytest.approx(34.9e9, rel=0.01)
    assert catalog.get("maya1").size == pytest.approx(6.6e9, rel=0.02)
    assert catalog.get("sdxl-turbo-file").size == pytest.approx(6.94e9, rel=0.001)
    assert 40e9 <= catalog.get("skyreels-v2-t2v-14b-540p").size <= 80e9


def test_licences_that_bind_have_to_be_accepted() -> None:
    accepting = {entry.id for entry in built_in() if entry.must_accept}
    assert {"sdxl-turbo", "nlf", "skyreels-v2-t2v-14b-540p", "cogvideox-5b-parts"} <= accepting
    assert not accepting & {"maya1", "snac-24khz", "taesdxl", "builtin-voice"}


def test_an_unknown_model_names_the_nearest() -> None:
    with pytest.raises(PortraitsError) as caught:
        load(Path("none")).get("Sdxl_Turbo")
    assert caught.value.code is ErrorCode.USAGE
    assert "sdxl-turbo" in caught.value.failure.todo


GOOD = """
[[model]]
id = "mine"
title = "Mine"
purpose = "My own."
kinds = ["image"]
source = { kind = "hub", repository = "me/mine" }
files = [{ name = "a.safetensors", size = 5 }]
licence = "MIT"
"""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('size = 5', 'size = "5"'), "files[0].size: expected int"),
        (('licence = "MIT"', ""), "missing required field licence"),
        (('kinds = ["image"]', 'kinds = ["poems"]'), "kinds[0]: invalid enum value"),
        (('"me/mine"', '"no repository"'), "source.repository"),
        (('kind = "hub"', 'kind = "torrent"'), "source"),
        (('"a.safetensors"', '"../../evil"'), "leaves the model's folder"),
        (('"me/mine"', '"me/mine", revision = "../../evil"'), "source"),
        (('"me/mine"', '"../.."'), "source"),
        (('licence = "MIT"', 'licence = "MIT"\ncolour = "red"'), "unknown field"),
        (('id = "mine"', 'id = "Not An Id"'), "id"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_explained_and_the_others_stay(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    own = tmp_path / "catalog.toml"
    own.write_text(GOOD.replace(*change) + GOOD.replace('"mine"', '"right"'), "utf-8")
    catalog = load(own)
    assert "right" in catalog
    assert len(catalog) == len(built_in()) + 1
    (problem,) = catalog.problems
    assert words in problem
    assert '"catalog.toml"' in problem


@pytest.mark.parametrize("content", ["model = [[[", "\x00", "[[model]]\n[[model]\n", "model = 3"])
def test_a_catalog_that_is_no_toml_is_said(tmp_path: Path, content: str) -> None:
    own = tmp_path / "catalog.toml"
    own.write_text(content, "utf-8")
    catalog = load(own)
    assert len(catalog) == len(built_in())
    assert "catalog.toml" in catalog.problems[0]


def test_built_in_entries_cannot_be_replaced(tmp_path: Path) -> None:
    own = tmp_path / "catalog.toml"
    own.write_text(GOOD.replace('"mine"', '"maya1"'), "utf-8")
    catalog = load(own)
    assert catalog.get("maya1").title == "Maya1"
    assert "maya1" in catalog.problems[0]


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "a/../../x", "C:/x", "a\\b"])
def test_file_names_stay_inside(name: str) -> None:
    for raw in ({"name": name}, {"name": "a", "also": [name]}):
        with pytest.raises(msgspec.ValidationError, match="leaves"):
            msgspec.convert(raw, FileSpec)


@pytest.mark.parametrize(
    ("names", "matching"),
    [
        (["b/w-2.bin", "b/w-1.bin", "x"], ["b/w-1.bin", "b/w-2.bin"]),
        (["w.bin", "x"], ["w.bin"]),
        (["w.bin", "b/w-1.bin"], ["b/w-1.bin"]),
        (["x"], []),
    ],
)
def test_a_file_has_its_other_name_where_its_own_is_not(names: list[str], matching: list[str]) -> None:
    assert FileSpec(name="b/w-*.bin", also=("other.bin", "w.bin")).matching(names) == matching


def test_other_names_are_no_patterns() -> None:
    with pytest.raises(msgspec.ValidationError, match="no pattern"):
        msgspec.convert({"name": "a", "also": ["*.bin"]}, FileSpec)


def test_choices_are_kept_with_the_persons_comments(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "models.toml"
    assert read_settings(path) == StoreSettings()
    write_settings(StoreSettings(folder="/store", added=("/a", "/b"), offline=True, accepted=("nlf",)), path)
    path.write_text("# my comment\n" + path.read_text("utf-8"), "utf-8")
    write_settings(StoreSettings(folder="/other"), path)
    assert read_settings(path) == StoreSettings(folder="/other")
    assert "# my comment" in path.read_text("utf-8")


@pytest.mark.parametrize("content", ["folder = 3", "unknown = 1", "= =", 'added = "x"'])
def test_broken_choices_are_said_and_not_overwritten_silently(tmp_path: Path, content: str) -> None:
    path = tmp_path / "models.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(PortraitsError, match=r"models\.toml"):
        read_settings(path)
    assert path.read_text("utf-8") == content


def test_the_hugging_face_cache_is_the_default(tmp_path: Path) -> None:
    none = tmp_path / "none"
    assert default_folder({"HF_HUB_CACHE": "/c", "HF_HOME": "/h"}, none) == Path("/c")
    assert default_folder({"HF_HOME": "/h"}, none) == Path("/h/hub")
    assert default_folder({"XDG_CACHE_HOME": "/x"}, none) == Path("/x/huggingface/hub")
    assert default_folder({}, none) == Path("~/.cache/huggingface/hub").expanduser()


def test_a_dotenv_file_says_where_too_and_the_environment_goes_first(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text('# comment\nexport HF_HOME="/from file"\nOTHER=1 # note\nbad line\n', "utf-8")
    assert default_folder({}, dotenv) == Path("/from file/hub")
    assert default_folder({"HF_HOME": "/from env"}, dotenv) == Path("/from env/hub")
    assert read_dotenv(dotenv) == {"HF_HOME": "/from file", "OTHER": "1"}
    assert read_dotenv(tmp_path) == {}


def test_the_store_follows_the_choices(tmp_path: Path) -> None:
    settings = StoreSettings(folder=str(tmp_path / "s"), added=(str(tmp_path / "a"),), accepted=("nlf",))
    store = Store.default(settings, {})
    assert (store.folder, store.added, store.offline) == (tmp_path / "s", (tmp_path / "a",), False)
    assert store.accepted == {"nlf"}
    assert Store.default(settings, {"HF_HUB_OFFLINE": "1"}).offline
    assert Store.default(StoreSettings(offline=True), {}).offline


def test_an_empty_catalog_is_possible() -> None:
    assert len(Catalog(())) == 0
