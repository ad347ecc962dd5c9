"""Tiny models on disk, built once."""

from pathlib import Path

import pytest

from engine.voice.maya1.tokenizer import SpeechTokenizer
from tests.helpers.tiny_maya1 import build_maya1, build_snac


@pytest.fixture(scope="session")
def maya1_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny Maya1 that ends most sentences within a second or two."""
    return build_maya1(tmp_path_factory.mktemp("models") / "maya1", stop=5.5)


@pytest.fixture(scope="session")
def snac_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_snac(tmp_path_factory.mktemp("models") / "snac")


@pytest.fixture(scope="session")
def tokenizer(maya1_folder: Path) -> SpeechTokenizer:
    return SpeechTokenizer.load(maya1_folder)
