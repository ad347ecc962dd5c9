"""Names of results and presets on the disk."""

from pathlib import Path

import pytest

from desktop.create.presets import Presets
from desktop.create.results import Results, file_stem


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("a/b:c", "a b c"),
        ("  .. ", "result"),
        ("“Line”", "“Line”"),
        ("x" * 200, "x" * 80),
        ("tab\tnew\nline", "tab new line"),
    ],
)
def test_words_become_a_file_name_for_every_system(words: str, stem: str) -> None:
    assert file_stem(words) == stem


def test_no_result_takes_the_name_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    taken = {str(folder / "Anna 2.mp4")}
    results = Results(lambda: folder, lambda: taken)
    first = results.new_path("Anna", ".mp4")
    assert first == folder / "Anna.mp4"
    first.write_bytes(b"")
    assert results.new_path("Anna", ".mp4") == folder / "Anna 3.mp4"


def test_presets_are_kept_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "presets" / "morph.json"
    presets = Presets(path)
    presets.save("Soft portrait", {"morph_frames": 48})
    presets.save("anders", {"morph_frames": 12})
    again = Presets(path)
    assert again.names() == ("anders", "Soft portrait")
    assert again.values("Soft portrait") == {"morph_frames": 48}
    again.remove("anders")
    assert Presets(path).names() == ("Soft portrait",)


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b'{"a": 5}', b"\xff\xfe", b"{" * 5000])
def test_a_damaged_file_counts_as_no_presets(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "morph.json"
    path.write_bytes(content)
    assert Presets(path).names() == ()
