"""Tiny models on disk, built once, and a store that finds them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.voice.maya1.tokenizer import SpeechTokenizer
from engine.voice.snac.codec import Codec
from engine.voice.snac.loading import load_snac
from tests.helpers.tiny_maya1 import build_maya1, build_snac


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny Maya1, which ends most sentences within a second or two, and a tiny SNAC."""
    folder = tmp_path_factory.mktemp("models")
    build_maya1(folder / "maya1", stop=7.0)
    build_snac(folder / "snac_24khz")
    return folder


@pytest.fixture(scope="session")
def maya1_folder(models: Path) -> Path:
    return models / "maya1"


@pytest.fixture(scope="session")
def tokenizer(maya1_folder: Path) -> SpeechTokenizer:
    return SpeechTokenizer.load(maya1_folder)


@pytest.fixture(scope="session")
def codec(models: Path) -> Codec:
    return Codec(load_snac(models / "snac_24khz"))


@pytest.fixture
def store(models: Path, tmp_path: Path) -> Iterator[Store]:
    kept_models.set_budget(10**9)
    yield Store(tmp_path / "store", added=[models], offline=True)
    kept_models.set_budget(0)
