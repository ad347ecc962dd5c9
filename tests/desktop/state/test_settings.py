"""The settings: schema, file, bad files, secrets."""

from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from desktop.state import secrets, settings_migrations
from desktop.state.setting import Setting, problem_with
from desktop.state.settings import Settings
from desktop.state.settings_schema import SCHEMA_VERSION, SECTIONS, SETTINGS
from engine.models import token
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.desktop.state.conftest import Heard

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=list(SETTINGS))
def test_every_setting_is_sound(setting: Setting) -> None:
    section, _, name = setting.key.partition(".")
    assert section in {each.key for each in SECTIONS}
    assert name.isidentifier()
    assert setting.title
    assert problem_with(setting, setting.default) == ""
    assert (setting.kind == "choice") == bool(setting.choices)
    if setting.kind in ("int", "float"):
        assert setting.low is not None
        assert setting.high is not None


def test_keys_are_unique() -> None:
    assert sum(len(section.settings) for section in SECTIONS) == len(SETTINGS)


@given(st.sampled_from(list(SETTINGS.values())), st.none() | st.booleans() | st.integers() | st.floats() | st.text())
def test_any_value_is_either_fine_or_explained(setting: Setting, value: object) -> None:
    problem = problem_with(setting, value)
    assert problem == "" or (setting.key in problem and problem.endswith("."))


def test_a_value_is_kept_and_only_what_differs_is_written(path: Path) -> None:
    settings = Settings(path)
    settings.set_value("appearance.theme", "dark")
    settings.set_value("files.autosave_seconds", 30)
    written = tomlkit.parse(path.read_text("utf-8")).unwrap()
    assert written == {
        "schema_version": SCHEMA_VERSION,
        "appearance": {"theme": "dark"},
        "files": {"autosave_seconds": 30},
    }
    again = Settings(path)
    assert (again.text("appearance.theme"), again.number("files.autosave_seconds")) == ("dark", 30)
    assert again.problems == ()


def test_a_change_is_told_once_and_only_when_it_is_one(path: Path) -> None:
    settings = Settings(path)
    heard = Heard(changed=settings.changed)
    settings.set_value("queue.sound", True)
    settings.set_value("queue.sound", True)
    assert heard.of("changed") == ["queue.sound"]


def test_a_value_that_does_not_fit_is_refused_with_what_would(path: Path) -> None:
    settings = Settings(path)
    with pytest.raises(ValueError, match="between 0 and 10"):
        settings.set_value("engine.preview_rate", 11)
    with pytest.raises(ValueError, match="system, dark, light"):
        settings.set_value("appearance.theme", "pink")
    assert settings.is_default("engine.preview_rate")
    assert not path.exists()


def test_resetting_gives_the_default_again(path: Path) -> None:
    settings = Settings(path)
    settings.set_value("appearance.theme", "dark")
    settings.set_value("queue.sound", True)
    settings.reset("appearance.theme")
    assert settings.is_default("appearance.theme")
    assert settings.reset_all() == {"queue.sound": True}
    assert settings.flag("queue.sound") is False
    assert "theme" not in path.read_text("utf-8")


def test_comments_and_unknown_names_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('# mine\n[appearance]\ntheme = "dark" # at night\nlater = 1\n', encoding="utf-8")
    settings = Settings(path)
    settings.set_value("queue.sound", True)
    text = path.read_text("utf-8")
    assert "# mine" in text
    assert "# at night" in text
    assert "later = 1" in text


def test_what_cannot_be_used_keeps_its_default_and_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[engine]\npreview_rate = 1000\ndevice = "cpu"\n[appearance]\ntheme = 3\n', encoding="utf-8")
    settings = Settings(path)
    assert settings.number("engine.preview_rate") == 10
    assert settings.text("engine.device") == "cpu"
    assert len(settings.problems) == 2
    assert all("default" in problem for problem in settings.problems)


@pytest.mark.parametrize("content", [b"[[[", b"\xff\xfe", b"schema_version = []", b"appearance = 3\n"])
def test_a_broken_file_is_put_aside_and_the_window_starts(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.text("appearance.theme") == "system"
    settings.set_value("appearance.theme", "dark")
    assert Settings(path).text("appearance.theme") == "dark"
    if content != b"appearance = 3\n":
        assert settings.problems
        assert [copy.read_bytes() for copy in path.parent.glob("settings.unreadable-*.toml")] == [content]


def test_a_file_of_a_newer_version_is_copied_before_it_is_written(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('schema_version = 99\n[appearance]\ntheme = "dark"\n', encoding="utf-8")
    settings = Settings(path)
    assert settings.text("appearance.theme") == "dark"
    assert settings.problems
    assert path.with_name("settings.version-99-1.toml").exists()


def test_an_older_file_is_migrated_step_by_step() -> None:
    tables = {"look": {"mode": "dark"}}
    steps = {
        1: lambda found: settings_migrations.rename(found, "look.mode", "look.theme"),
        2: lambda found: settings_migrations.rename(found, "look.theme", "appearance.theme"),
    }
    settings_migrations.migrate(tables, 1, 3, steps)
    assert tables == {"look": {}, "appearance": {"theme": "dark"}}


def test_a_folder_that_cannot_be_written_is_explained_and_the_value_counts(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    settings = Settings(tmp_path / "config" / "settings.toml")
    with pytest.raises(PortraitsError) as caught:
        settings.set_value("appearance.theme", "dark")
    assert caught.value.code is ErrorCode.CANNOT_WRITE
    assert settings.text("appearance.theme") == "dark"


def test_the_engine_is_told_what_is_its() -> None:
    settings = Settings()
    settings.set_value("engine.device", "cpu")
    assert settings.for_engine() == {
        "device": "cpu",
        "precision": "auto",
        "offload": "auto",
        "store": "",
        "offline": True,
        "recipes": True,
    }


class KeyStore(keyring.backend.KeyringBackend):
    """A key store in memory."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


def test_window_and_engine_look_for_a_token_under_the_same_name() -> None:
    assert token.SERVICE == secrets.SERVICE
    assert secrets.NAMES == {"models.hugging_face_token": token.NAME}


def test_secrets_are_kept_by_the_system_and_removed(monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", KeyStore())
    assert secrets.read("token") is None
    secrets.write("token", "hf_secret")
    assert secrets.read("token") == "hf_secret"
    secrets.remove("token")
    secrets.remove("token")
    assert secrets.read("token") is None


def test_a_key_store_that_is_locked_is_explained_without_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", KeyStore(locked=True))
    with pytest.raises(secrets.SecretsUnavailable, match="KeyringLocked") as caught:
        secrets.write("token", "hf_secret")
    assert "hf_secret" not in str(caught.value)


def test_a_secret_never_goes_into_the_file(path: Path) -> None:
    with pytest.raises(ValueError, match="key store"):
        Settings(path).set_value("models.hugging_face_token", "hf_secret")
    assert not path.exists()
