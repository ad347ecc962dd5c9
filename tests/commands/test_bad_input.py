"""Bad input: one line that names the file and says what to do, exit 1 or 2, no half-written output."""

import json
import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import resources
from tests.helpers.cli import CommandLine, Result

ANNA = resources.path("samples", "portraits", "portrait-1.jpg")
LENA = resources.path("samples", "portraits", "portrait-3.jpg")


def _refused(result: Result, name: str) -> None:
    """Check that a command failed in one line of words that names the file."""
    assert result.status in (1, 2)
    message = [line for line in result.err.splitlines() if line.startswith("portraits-engine: ")]
    assert len(message) == 1, result.err
    assert name in message[0]
    assert "Traceback" not in result.err
    assert "inside Portraits" not in result.err, "an internal fault is not an answer"
    assert message[0].count(". ") >= 1, "it does not say what to do"


def _png_header(width: int, height: int) -> bytes:
    """The start of a PNG file that says it is as large as that."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + b"\0" * 64


BROKEN = {
    "not a picture": b"These are words and nothing else.",
    "truncated": ANNA.read_bytes()[:20_000],
    "empty": b"",
    "30000 x 30000": _png_header(30_000, 30_000),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("command", ["morph", "landmarks"])
def test_a_broken_picture_is_named(cli: CommandLine, tmp_path: Path, content: bytes, command: str) -> None:
    broken = tmp_path / "anna's portrait.png"
    broken.write_bytes(content)
    output = tmp_path / ("out.mp4" if command == "morph" else "out")
    _refused(cli(command, broken, LENA, "--output", output), "anna's portrait.png")
    assert not (tmp_path / "out.mp4").exists()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["anna's portrait.png"]


def _save_16_bit(path: Path, picture: Image.Image) -> None:
    Image.fromarray(np.asarray(picture.convert("L"), np.uint16) * 257).save(path)


def _save_animated(path: Path, picture: Image.Image) -> None:
    picture.save(path, save_all=True, append_images=[picture.rotate(90)], duration=100)


UNUSUAL = {
    "one pixel.png": lambda path, picture: Image.new("RGB", (1, 1)).save(path),
    "sixteen bit.png": _save_16_bit,
    "cmyk.jpg": lambda path, picture: picture.convert("CMYK").save(path),
    "palette.png": lambda path, picture: picture.quantize(64).save(path),
    "animated.gif": _save_animated,
    "Ёлка “日本” 'q'.png": lambda path, picture: picture.save(path),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_an_unusual_picture_is_used(cli: CommandLine, tmp_path: Path, name: str) -> None:
    with Image.open(LENA) as picture:
        UNUSUAL[name](tmp_path / name, picture.resize((256, 256)))
    movie = tmp_path / "out.mp4"
    size = ("--width", 128, "--height", 128)
    result = cli("morph", tmp_path / name, LENA, "--output", movie, "--morph-frames", 2, *size)
    assert result.status == 0, result.err
    assert cli("probe", movie, "--json").objects[0]["media"]["frames"] == 4


def test_a_folder_without_pictures_is_named(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    _refused(cli("morph", tmp_path / "holiday", "--output", tmp_path / "out.mp4"), '"holiday"')


def test_one_picture_alone_is_not_a_morph(cli: CommandLine, tmp_path: Path) -> None:
    result = cli("morph", LENA, "--output", tmp_path / "out.mp4")
    _refused(result, "only one was given")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_picture_is_named(cli: CommandLine, tmp_path: Path) -> None:
    _refused(cli("morph", tmp_path / "nobody.png", "--output", tmp_path / "out.mp4"), '"nobody.png"')


@pytest.mark.parametrize("output", ["a file/out.mp4", "nowhere/deep/out.mp4"])
def test_an_output_that_cannot_be_written_is_named(cli: CommandLine, tmp_path: Path, output: str) -> None:
    (tmp_path / "a file").write_text("in the way")
    _refused(cli("morph", ANNA, LENA, "--output", tmp_path / output), "out.mp4")


def test_an_existing_output_is_kept(cli: CommandLine, tmp_path: Path) -> None:
    movie = tmp_path / "film.mp4"
    movie.write_text("precious")
    arguments = ("morph", ANNA, LENA, "--output", movie, "--width", 128, "--height", 128)
    _refused(cli(*arguments), "film.mp4")
    assert movie.read_text() == "precious"
    assert cli(*arguments, "--overwrite").status == 0
    assert movie.read_bytes() != b"precious"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--fps", "0"), "frame rate"),
        (("--fps", "many"), "--fps"),
        (("--morph-frames", "-1"), "--morph-frames"),
        (("--width", "64"), "width and height"),
        (("--quality", "99"), "Quality 99"),
        (("--shape-curve", "wild"), "--shape-curve"),
        (("--shape-curve", "0:0,x:1"), "Shape"),
        (("--edges", "#12345"), "--edges"),
    ],
)
def test_a_wrong_value_is_exit_status_2(
    cli: CommandLine, tmp_path: Path, arguments: tuple[str, ...], named: str
) -> None:
    result = cli("morph", ANNA, LENA, "--output", tmp_path / "out.mp4", *arguments)
    assert result.status == 2, result.err
    assert named in result.err


@pytest.mark.parametrize("name", ["film.txt", "film.doc"])
def test_a_suffix_that_is_no_movie_is_refused(cli: CommandLine, tmp_path: Path, name: str) -> None:
    _refused(cli("morph", ANNA, LENA, "--output", tmp_path / name), name)


def _landmark_text(cli: CommandLine, folder: Path) -> dict[str, object]:
    result = cli("landmarks", LENA, "--output", folder)
    assert result.status == 0, result.err
    text: dict[str, object] = json.loads((folder / "portrait-3.landmarks.json").read_text())
    return text


@pytest.mark.parametrize("fault", ["NaN", "too few", "cut", "empty", "other size"])
def test_a_bad_landmark_file_is_named(cli: CommandLine, tmp_path: Path, fault: str) -> None:
    text = _landmark_text(cli, tmp_path / "found")
    file = tmp_path / "portrait-3.landmarks.json"
    points = text["points"]
    assert isinstance(points, list)
    content = json.dumps(
        {
            "NaN": text | {"points": [[float("nan"), 1.0], *points[1:]]},
            "too few": text | {"points": points[:468]},
            "other size": text | {"width": 512},
        }.get(fault, text)
    )
    file.write_text({"cut": content[:1000], "empty": ""}.get(fault, content))
    result = cli("morph", ANNA, LENA, "--output", tmp_path / "out.mp4", "--landmark-files", file)
    _refused(result, "portrait-3.landmarks.json")
    assert not (tmp_path / "out.mp4").exists()


_PROJECT = {"version": 1, "title": "A film"}
BAD_PROJECTS = {
    "empty": "",
    "cut": json.dumps(_PROJECT)[:-5],
    "newer": json.dumps(_PROJECT | {"version": 999}),
    "unknown field": json.dumps(_PROJECT | {"colour": "red"}),
    "not a project": "[1, 2, 3]",
    "path out of its folder": json.dumps(
        _PROJECT
        | {
            "media": [
                {
                    "id": "a",
                    "kind": "picture",
                    "path": "../../etc/passwd",
                    "sha256": "0" * 64,
                    "size": 1,
                    "info": {"kind": "picture"},
                }
            ]
        }
    ),
}


@pytest.mark.parametrize("content", BAD_PROJECTS.values(), ids=BAD_PROJECTS.keys())
@pytest.mark.parametrize("command", ["export", "probe"])
def test_a_bad_project_file_is_named(cli: CommandLine, tmp_path: Path, content: str, command: str) -> None:
    project = tmp_path / "my film.portraits"
    project.write_text(content)
    output = ("--output", tmp_path / "out.mp4") if command == "export" else ()
    _refused(cli(command, project, *output), "my film.portraits")
    assert not (tmp_path / "out.mp4").exists()


@pytest.mark.parametrize("text", ["", "   ", "<laugh>", "x" * 100_001])
def test_a_text_that_cannot_be_spoken_is_refused(cli: CommandLine, tmp_path: Path, text: str) -> None:
    result = cli("voice", text, "--output", tmp_path / "voice.wav")
    assert result.status == 2, result.err
    assert "Traceback" not in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_failure_is_json_when_asked(cli: CommandLine, tmp_path: Path) -> None:
    result = cli("morph", tmp_path / "nobody.png", "--output", tmp_path / "out.mp4", "--json")
    assert result.status == 1
    assert result.objects[-1]["type"] == "failed"
    assert result.objects[-1]["code"] == "missing_input"


@pytest.mark.skipif(sys.platform != "linux", reason="names are characters there")
def test_a_name_whose_bytes_are_no_characters_is_named(cli: CommandLine, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg"))
    odd.write_bytes(ANNA.read_bytes())
    _refused(cli("morph", ANNA, odd, "--output", tmp_path / "out.mp4", "--morph-frames", "1"), '"caf?.jpg"')
    assert list(tmp_path.iterdir()) == [odd]


def test_an_input_is_never_the_output(cli: CommandLine, tmp_path: Path) -> None:
    picture = tmp_path / "anna.png"
    Image.open(ANNA).save(picture)
    before = picture.read_bytes()
    _refused(cli("morph", picture, LENA, "--output", picture, "--overwrite"), '"anna.png" is an input of this job')
    assert picture.read_bytes() == before
