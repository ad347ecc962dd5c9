"""A small model on a hub stand-in, and a store of its own."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.models.catalog import AddressSource, Catalog, Entry, FileSpec, HubSource
from engine.models.retry import Patience
from engine.models.store import Store
from tests.helpers.hub import Hub, running_hub

REPOSITORY = "people/small"
WEIGHTS = "transformer/weights-00001-of-00002.safetensors"
MORE_WEIGHTS = "transformer/weights-00002-of-00002.safetensors"
QUICK = Patience(connect=2, stall=0.4, tries=3, longest_wait=0.2, first_wait=0.01)


def weights(seed: int, size: int = 300_000) -> bytes:
    return np.random.default_rng(seed).integers(0, 256, size, np.uint8).tobytes()


def repository_files() -> dict[str, bytes]:
    index = {"weight_map": {"a": WEIGHTS.rpartition("/")[2], "b": MORE_WEIGHTS.rpartition("/")[2]}}
    return {
        "model_index.json": b'{"_class_name": "Small"}',
        "transformer/config.json": b"{}",
        "transformer/weights.safetensors.index.json": json.dumps(index).encode(),
        WEIGHTS: weights(1),
        MORE_WEIGHTS: weights(2, 100_000),
        "README.md": b"not needed",
        "other/huge.safetensors": weights(3, 50_000),
    }


def small_entry(identifier: str = "small", **changes: object) -> Entry:
    fields: dict[str, object] = {
        "id": identifier,
        "title": "Small model",
        "purpose": "For tests.",
        "kinds": ("image",),
        "source": HubSource(repository=REPOSITORY),
        "files": (
            FileSpec(name="model_index.json", size=24),
            FileSpec(name="transformer/config.json", size=2),
            FileSpec(name="transformer/*.safetensors", size=400_000, inferred=True),
            FileSpec(name="transformer/*.index.json", optional=True),
        ),
        "licence": "MIT",
    }
    return Entry(**fields | changes)  # type: ignore[arg-type]


def address_entry(base: str, **changes: object) -> Entry:
    fields: dict[str, object] = {
        "id": "plain",
        "title": "Plain file",
        "purpose": "For tests.",
        "kinds": ("animate",),
        "source": AddressSource(base=base),
        "files": (FileSpec(name="program.torchscript", size=290_000, inferred=True),),
        "licence": "Research only",
    }
    return Entry(**fields | changes)  # type: ignore[arg-type]


def store_of(folder: Path, *entries: Entry, **options: object) -> Store:
    return Store(folder, catalog=Catalog(entries or (small_entry(),)), **options)  # type: ignore[arg-type]


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        running.repositories[REPOSITORY] = repository_files()
        running.files["releases/program.torchscript"] = weights(7)
        yield running


@pytest.fixture(autouse=True)
def _settings_of_tests_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or changes the settings, tokens or caches of the person who runs it."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HF_HOME", "HF_HUB_CACHE", "HF_TOKEN", "HF_HUB_OFFLINE", "HF_ENDPOINT", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("PORTRAITS_HOME", str(home))
    monkeypatch.setattr("engine.models.download_run.access_token", lambda: None)
    # Every test runs offline; these talk to the stand-in on loopback and to nothing else.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
