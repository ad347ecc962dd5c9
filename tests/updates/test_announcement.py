"""Announcements of versions: only what our key has signed is believed, and nothing is asked without leave."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from typer.testing import CliRunner

from engine.commands.update import update
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.updates import look as looking
from engine.updates.announcement import (
    Origin,
    fetch_announcement,
    is_newer,
    read_announcement,
    read_origin,
)
from tests.helpers.hub import Hub, running_hub

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(reversed(range(32))))
PAGE = "https://portraits.example/releases/9.0.0"


def public(key: Ed25519PrivateKey) -> str:
    return b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def signed(key: Ed25519PrivateKey = KEY, **changes: object) -> bytes:
    text = json.dumps({"version": "9.0.0", "page": PAGE, "published": "2026-11-22", **changes}).encode()
    return json.dumps(
        {"announcement": b64encode(text).decode(), "signature": b64encode(key.sign(text)).decode()}
    ).encode()


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        yield running


@pytest.fixture(autouse=True)
def _settings_of_tests_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)


def origin(hub: Hub, key: Ed25519PrivateKey = KEY) -> Origin:
    return Origin(address=f"{hub.address}/portraits-version.json", public_key=public(key))


def test_a_rightly_signed_announcement_is_read() -> None:
    found = read_announcement(signed(later_field=[1, 2]), public(KEY))
    assert (found.version, found.page, found.published) == ("9.0.0", PAGE, "2026-11-22")


def test_another_key_is_not_believed() -> None:
    with pytest.raises(PortraitsError, match="signature") as failure:
        read_announcement(signed(OTHER), public(KEY))
    assert failure.value.code is ErrorCode.BAD_INPUT


def test_a_changed_text_is_not_believed() -> None:
    content = json.loads(signed())
    text = b64decode(content["announcement"]).replace(b"portraits.example", b"portraits.invalid")
    content["announcement"] = b64encode(text).decode()
    with pytest.raises(PortraitsError, match="signature"):
        read_announcement(json.dumps(content).encode(), public(KEY))


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"{}", b'{"announcement": "?", "signature": ""}', b'{"announcement": "", "signature": "AA=="}'],
)
def test_other_files_are_no_announcement(content: bytes) -> None:
    with pytest.raises(PortraitsError, match="cannot be trusted"):
        read_announcement(content, public(KEY))


@pytest.mark.parametrize(
    "changes",
    [{"version": "9"}, {"version": "9.0.0; rm"}, {"page": "javascript:alert(1)"}, {"page": "file:///etc"}, {"page": 1}],
)
def test_even_a_signed_announcement_is_bounded(changes: dict[str, object]) -> None:
    with pytest.raises(PortraitsError, match="cannot be trusted"):
        read_announcement(signed(**changes), public(KEY))


def test_it_is_fetched_without_a_word_about_the_person(hub: Hub) -> None:
    hub.files["portraits-version.json"] = signed()
    assert fetch_announcement(origin(hub)).version == "9.0.0"
    (request,) = hub.requests
    assert (request.path, request.token) == ("/portraits-version.json", "")


def test_a_server_that_fails_or_sends_too_much_is_told(hub: Hub) -> None:
    with pytest.raises(PortraitsError) as failure:
        fetch_announcement(origin(hub))
    assert failure.value.code is ErrorCode.NETWORK
    hub.files["portraits-version.json"] = b" " * 200_000
    with pytest.raises(PortraitsError, match="too large"):
        fetch_announcement(origin(hub))


def test_looking_says_whether_it_is_newer(hub: Hub) -> None:
    hub.files["portraits-version.json"] = signed()
    assert looking.look_for_update(origin(hub), "8.9.9").newer
    assert not looking.look_for_update(origin(hub), "9.0.0").newer
    assert not looking.look_for_update(origin(hub), "9.0.1").newer


def test_nothing_is_asked_in_offline_mode(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "models.toml").write_text("offline = true\n")
    with pytest.raises(PortraitsError, match="Offline mode") as failure:
        looking.look_for_update(origin(hub))
    assert failure.value.code is ErrorCode.NOT_AVAILABLE
    assert not hub.requests


def test_a_copy_from_source_asks_nobody() -> None:
    assert read_origin() is None
    result = CliRunner().invoke(_command(), [])
    assert result.exit_code == 1
    assert "not installed by an installer" in result.stderr


def test_the_command_names_version_and_page(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.files["portraits-version.json"] = signed()
    monkeypatch.setattr(looking, "read_origin", lambda: origin(hub))
    result = CliRunner().invoke(_command(), [])
    assert result.exit_code == 0
    assert "9.0.0" in result.stdout
    assert PAGE in result.stdout
    hub.files["portraits-version.json"] = signed(version="0.0.1")
    assert "newest" in CliRunner().invoke(_command(), []).stdout
    hub.files["portraits-version.json"] = signed(OTHER)
    refused = CliRunner().invoke(_command(), [])
    assert refused.exit_code == 1
    assert "signature" in refused.stderr


def test_versions_are_ordered() -> None:
    ordered = ["0.1.0a1", "0.1.0rc1", "0.1.0", "0.1.1", "0.2.0", "0.10.0", "1.0.0"]
    for place, version in enumerate(ordered):
        assert [is_newer(other, version) for other in ordered] == [number > place for number in range(len(ordered))]
    with pytest.raises(ValueError, match="not a version"):
        is_newer("1.0", "0.1.0")


def test_an_origin_that_is_none_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    for text in ("", "{}", '{"address": "file:///etc/passwd", "public_key": "x"}'):
        path.write_text(text)
        assert read_origin(path) is None
    path.write_text(json.dumps({"address": "https://portraits.example/v.json", "public_key": public(KEY)}))
    assert read_origin(path) is not None


def _command() -> typer.Typer:
    app = typer.Typer()
    app.command()(update)
    return app
