"""``portraits-engine models`` as a person and as a program uses it."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from typer.testing import CliRunner, Result

from engine.commands.models import models
from engine.models.settings import read_settings
from engine.protocol.folders import config_folder
from tests.helpers.hub import Hub

OWN = """
[[model]]
id = "small"
title = "Small model"
purpose = "For tests."
kinds = ["image"]
source = { kind = "hub", repository = "people/small" }
files = [{ name = "model_index.json" }, { name = "transformer/*.safetensors", size = 400000, inferred = true }]
licence = "Research only"
must_accept = true
"""


def run(*arguments: object, answer: str | None = None) -> Result:
    return CliRunner().invoke(models, [str(argument) for argument in arguments], input=answer)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def own_catalog(hub: Hub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Hub:
    config_folder().mkdir(parents=True)
    (config_folder() / "catalog.toml").write_text(OWN, "utf-8")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", hub.address)
    return hub


def test_the_list_shows_all_models() -> None:
    result = run("list")
    assert result.exit_code == 0
    assert "sdxl-turbo" in result.stdout
    assert "~6.9 GB" in result.stdout
    rows = lines(run("list", "--json", "--kind", "voice"))
    assert {row["id"] for row in rows} == {"maya1", "maya1-tokenizer", "snac-24khz", "builtin-voice"}
    assert {row["id"] for row in lines(run("list", "--here", "--json"))} == {"face-landmarker", "builtin-voice"}


def test_a_wrong_entry_of_ones_own_is_told_with_the_list() -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "catalog.toml").write_text(OWN.replace("size = 400000", "size = -1"), "utf-8")
    result = run("list")
    assert result.exit_code == 0
    assert 'Note: The entry "small" of your catalog' in result.stderr


def test_download_verify_where_and_remove(own_catalog: Hub, tmp_path: Path) -> None:
    refused = run("download", "small")
    assert refused.exit_code == 2
    assert "Research only" in refused.stderr
    assert own_catalog.requests == []
    result = run("download", "small", "--accept-licence", "--json")
    assert result.exit_code == 0, result.output
    rows = lines(result)
    assert rows[-1]["type"] == "installed"
    assert any(row["type"] == "progress" and row["unit"] == "MB" for row in rows)
    assert read_settings().accepted == ("small",)
    place = Path(run("where", "small").stdout.strip())
    assert place.is_relative_to(tmp_path / "cache" / "hub")
    assert (place / "model_index.json").is_file()
    assert lines(run("verify", "small", "--json"))[-1] == {"type": "verified", "model": "small", "problems": []}
    assert "accepted" in run("info", "small").stdout
    (place / "model_index.json").resolve().write_bytes(b"swapped" + bytes(17))
    wrong = run("verify", "small")
    assert wrong.exit_code == 1
    assert "model_index.json has another content" in wrong.stdout
    assert run("remove", "small", answer="n\n").exit_code == 1
    assert place.exists()
    removed = run("remove", "small", answer="y\n")
    assert removed.exit_code == 0
    assert "400 KB are free again" in removed.stdout
    assert not place.exists()


def test_offline_is_a_choice_that_stays(own_catalog: Hub) -> None:
    assert run("where", "--offline").exit_code == 0
    result = run("download", "small", "--accept-licence")
    assert result.exit_code == 1
    assert "Offline mode is on" in result.stderr
    assert own_catalog.requests == []
    run("where", "--online")
    assert run("download", "small", "--accept-licence").exit_code == 0


def test_folders_are_added_and_taken_off_again(tmp_path: Path, own_catalog: Hub) -> None:
    assert own_catalog.address
    folder = tmp_path / "models" / "small"
    (folder / "transformer").mkdir(parents=True)
    (folder / "model_index.json").write_text("{}")
    save_file({"a": torch.ones(2)}, folder / "transformer" / "a.safetensors")
    added = lines(run("add", tmp_path / "models", "--json"))[-1]
    assert added["models"] == ["small"]
    assert run("where", "small").stdout.strip() == str(folder)
    assert str(tmp_path / "models") in run("where").stdout
    refused = run("remove", "small", "--yes")
    assert refused.exit_code == 1
    assert "only read" in refused.stderr
    assert "not touched" in run("remove", tmp_path / "models").stdout
    assert (folder / "model_index.json").exists()
    assert run("where", "small").exit_code == 1


def test_a_folder_of_the_original_layout_is_explained(tmp_path: Path) -> None:
    folder = tmp_path / "SkyReels-V2-T2V-14B-540P"
    folder.mkdir()
    (folder / "Wan2.1_VAE.pth").write_bytes(b"x")
    result = run("add", folder)
    assert result.exit_code == 0
    assert "original layout" in result.stderr
    info = run("info", "skyreels-v2-t2v-14b-540p")
    assert "wrong layout" in info.stdout


def test_the_store_folder_is_chosen(tmp_path: Path) -> None:
    assert str(tmp_path / "elsewhere") in run("where", "--set", tmp_path / "elsewhere").stdout
    assert read_settings().folder == str(tmp_path / "elsewhere")
    run("where", "--set", "default")
    assert read_settings().folder == ""


def test_a_style_is_described(tmp_path: Path) -> None:
    name = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k"
    tensors = {f"{name}.lora_down.weight": torch.ones(4, 2048), f"{name}.lora_up.weight": torch.ones(640, 4)}
    save_file(tensors, tmp_path / "style.safetensors", metadata={"modelspec.trigger_phrase": "ohwx"})
    result = run("info", tmp_path / "style.safetensors")
    assert result.exit_code == 0
    for words in ("style (LoRA)", "SDXL", "kohya", "ohwx", "fits SDXL"):
        assert words in result.stdout
    assert lines(run("info", tmp_path / "style.safetensors", "--json"))[0]["weights"]["family"] == "SDXL"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("info", "sdxl-tubro"), 2, "sdxl-turbo"),
        (("info", "none.safetensors"), 1, "none.safetensors"),
        (("download", "nothing"), 2, "No model is called"),
        (("add", "/no/such/folder"), 2, "is not a folder"),
        (("remove", "maya1", "--yes"), 1, "not installed"),
        (("verify", "maya1"), 1, "not installed"),
        (("where", "maya1"), 1, "models download maya1"),
        (("token", "forget"), 2, "forget"),
    ],
)
def test_wrong_use_is_said_in_one_line(arguments: tuple[str, ...], status: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == status
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_tokens_go_to_the_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, str] = {}
    monkeypatch.setattr("keyring.set_password", lambda service, name, token: kept.update({f"{service}/{name}": token}))
    monkeypatch.setattr("keyring.get_password", lambda service, name: kept.get(f"{service}/{name}"))
    monkeypatch.setattr("keyring.delete_password", lambda service, name: kept.pop(f"{service}/{name}"))
    result = run("token", answer="hf_secret\n")
    assert result.exit_code == 0
    assert "hf_secret" not in result.output
    from engine.models.token import access_token

    assert access_token() == "hf_secret"
    run("token", "remove")
    assert kept == {}
    monkeypatch.setattr("huggingface_hub.utils._auth._get_token_from_file", lambda: None)
    assert access_token() is None


def test_a_system_without_a_key_store_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no backend")

    monkeypatch.setattr("keyring.set_password", fail)
    result = run("token", answer="hf_secret\n")
    assert result.exit_code == 1
    assert "HF_TOKEN" in result.stderr


def test_the_store_moves_with_a_command(tmp_path: Path) -> None:
    run("where", "--set", tmp_path / "old")
    moved = run("move", tmp_path / "new")
    assert f"The store is {tmp_path / 'new'} from now on" in moved.stdout
    assert str(tmp_path / "new") in run("where").stdout
