"""The jobs about motions, and the commands that run them."""

import pickle
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from engine.animation.camera import project
from engine.animation.motion import make_motion
from engine.animation.motion_file import read_motion, write_motion
from engine.animation.skeleton import PELVIS
from engine.commands.animate import animate
from engine.commands.motion import motion as motion_commands
from engine.media.movie_reader import MovieReader
from tests.helpers.motion import dance
from tests.helpers.tiny_mtvcrafter import tiny_tokenizer


@pytest.fixture
def command() -> Any:
    """``command("clean", file, ...)`` runs ``portraits-engine motion clean`` and returns status, output and errors."""
    runner = CliRunner()

    def run(*arguments: object) -> Any:
        return runner.invoke(motion_commands, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    path = tmp_path / "walk.motion.npz"
    write_motion(path, dance(40))
    return path


def test_inspect_tells_what_is_in_a_file(command: Any, walk: Path) -> None:
    told = command("inspect", walk)
    assert told.exit_code == 0
    assert "40 frames at 20 per second" in told.stdout
    assert "person in 40" in told.stdout
    told = command("inspect", walk, "--json")
    assert '"frames": 40' in told.stdout
    assert command("inspect", walk.with_name("none.npz")).exit_code == 1


def test_clean_repairs_cuts_and_places(command: Any, tmp_path: Path) -> None:
    joints = dance(60, fps=Fraction(30)).joints.copy()
    joints[10:13] = np.nan
    joints[30, 18] += 2000
    write_motion(tmp_path / "raw.npz", make_motion(joints, fps=Fraction(30), width=640, height=480))
    out = tmp_path / "clean.npz"
    told = command(
        "clean", tmp_path / "raw.npz", "--output", out, "--start", 3, "--end", 50, "--fps", 20, "--mirror",
        "--pelvis-x", 0.5, "--pelvis-y", 0.6, "--height", 0.7,
    )  # fmt: skip
    assert told.exit_code == 0, told.stderr
    assert "3 frames without the person were filled" in told.stderr
    assert "1 positions jumped" in told.stderr
    motion = read_motion(out)
    assert motion.fps == 20
    assert len(motion) == 31
    assert motion.valid.all()
    np.testing.assert_allclose(project(motion.joints[0, PELVIS], 640, 480)[:2], [320, 288], atol=0.5)
    assert command("clean", tmp_path / "raw.npz", "--output", out).exit_code == 1
    assert command("clean", tmp_path / "raw.npz", "--output", out, "--overwrite", "--pelvis-x", 1).exit_code == 2
    assert command("clean", tmp_path / "raw.npz", "--output", tmp_path / "x.txt").exit_code == 2


def test_a_loop_of_half_speed(command: Any, walk: Path) -> None:
    out = walk.with_name("loop.npz")
    told = command(
        "clean", walk, "--output", out, "--smoothing", "none", "--no-outliers", "--speed", 0.5, "--loop", 200
    )
    assert told.exit_code == 0, told.stderr
    motion = read_motion(out)
    assert len(motion) == 200
    np.testing.assert_array_equal(motion.joints[0:79:2], dance(40).joints)


def test_convert_writes_every_motion_of_a_pickle(command: Any, tmp_path: Path) -> None:
    entries = [
        {"video_path": f"{name}.mp4", "video_width": 64, "video_height": 48, "pose": dance(9).joints}
        for name in ("one", "two", "one")
    ]
    path = tmp_path / "list.pkl"
    path.write_bytes(pickle.dumps(entries))
    told = command("convert", path, "--output", tmp_path / "all", "--source-fps", 25)
    assert told.exit_code == 0, told.stderr
    names = sorted(file.name for file in (tmp_path / "all").iterdir())
    assert names == ["one-2.motion.npz", "one.motion.npz", "two.motion.npz"]
    # The frame rate of a pickle is asked for once; the files keep it.
    assert read_motion(tmp_path / "all" / "two.motion.npz").fps == 25
    assert command("convert", path, "--output", tmp_path / "all").exit_code == 1
    told = command("convert", path, "--output", tmp_path / "b.npz", "--index", 1)
    assert read_motion(tmp_path / "b.npz").source == "two.mp4"
    assert "30 per second was assumed" in told.stderr


def test_a_hostile_pickle_is_refused_in_one_line(command: Any, tmp_path: Path) -> None:
    path = tmp_path / "evil.pkl"
    path.write_bytes(b"cos\nsystem\n(S'touch " + str(tmp_path / "mark").encode() + b"'\ntR.")
    told = command("convert", path, "--output", tmp_path / "all")
    assert told.exit_code == 1
    assert len(told.stderr.strip().splitlines()) == 1
    assert "Nothing in it was executed" in told.stderr
    assert not (tmp_path / "mark").exists()


@pytest.mark.parametrize("view", ["camera", "turning"])
def test_draw_makes_a_movie(command: Any, walk: Path, view: str) -> None:
    out = walk.with_name("drawn.mkv")
    told = command("draw", walk, "--output", out, "--view", view, "--width", 96, "--height", 80, "--compare", walk)
    assert told.exit_code == 0, told.stderr
    with MovieReader(out) as reader:
        frames = [rgba for _, rgba in reader.frames()]
    assert len(frames) == 40
    assert frames[0].shape[:2] == (80, 192)
    assert frames[20][..., :3].max() > 60


def test_tokens_and_their_reconstruction(command: Any, walk: Path, tmp_path: Path) -> None:
    tokenizer = tiny_tokenizer(tmp_path / "4DMoT")
    out = tmp_path / "tokens.npz"
    told = command("tokenize", walk, "--output", out, "--tokenizer", tokenizer, "--device", "cpu", "--vectors")
    assert told.exit_code == 0, told.stderr
    tokens = np.load(out)
    assert tokens["indices"].shape == (10, 24)
    assert tokens["vectors"].shape == (240, 32)
    assert float(tokens["commitment"]) > 0
    back = tmp_path / "back.npz"
    told = command("reconstruct", walk, "--output", back, "--tokenizer", tokenizer, "--device", "cpu")
    assert told.exit_code == 0, told.stderr
    assert "mean error of the joints" in told.stderr
    assert "unlike those the tokenizer knows" in told.stderr
    assert len(read_motion(back)) == 40


def test_every_command_shows_an_example(command: Any) -> None:
    names = [each.name for each in motion_commands.registered_commands]
    assert {"extract", "inspect", "clean", "draw", "convert", "tokenize", "reconstruct", "train", "export"} <= {*names}
    for name in names:
        told = command(name, "--help")
        assert told.exit_code == 0
        assert f"Example: portraits-engine motion {name} " in " ".join(told.stdout.split())


@pytest.mark.parametrize("frames", [0, 1, 7, 8, 48, 49, 50, 10_000])
def test_motions_of_every_length_are_told_and_tokenised_or_refused(command: Any, tmp_path: Path, frames: int) -> None:
    path, out = tmp_path / "a.motion.npz", tmp_path / "tokens.npz"
    joints = np.resize(dance(100).joints, (frames, 24, 3))
    write_motion(path, make_motion(joints))
    told = command("inspect", path)
    assert told.exit_code == 0
    assert f"{frames} frames" in told.stdout
    tokenizer = tiny_tokenizer(tmp_path / "4DMoT")
    told = command("tokenize", path, "--output", out, "--tokenizer", tokenizer, "--device", "cpu")
    assert told.exit_code == (0 if frames >= 8 else 1), told.stderr
    assert out.exists() == (frames >= 8)
    if frames >= 8:
        assert np.load(out)["indices"].shape == ((frames - 1) // 4 + 1, 24)
    told = command("clean", path, "--output", tmp_path / "clean.npz")
    assert told.exit_code == (0 if frames else 1), told.stderr


def test_metres_are_noticed_in_files_of_ours_too(command: Any, tmp_path: Path) -> None:
    write_motion(tmp_path / "m.motion.npz", make_motion(dance(10).joints / 1000, source="lab.mp4"))
    told = command("inspect", tmp_path / "m.motion.npz")
    assert "'lab.mp4' are in metres and were turned into millimetres" in told.stderr
    told = command("convert", tmp_path / "m.motion.npz", "--output", tmp_path / "mm.motion.npz")
    np.testing.assert_allclose(read_motion(tmp_path / "mm.motion.npz").joints, dance(10).joints, rtol=1e-4)


def test_the_animate_command_takes_the_original_s_names() -> None:
    app = typer.Typer()
    app.command()(animate)
    told = CliRunner().invoke(
        app, ["--ref_image_path", "a.png", "--motion_data_path", "b.pkl", "--output_path", "c.mp4", "--panels"]
    )
    assert told.exit_code == 1
    assert '"a.png" was not found' in told.stderr
    told = CliRunner().invoke(app, ["--help"])
    assert "--reference" in told.stdout
    told = CliRunner().invoke(app, ["--reference", "a", "--motion", "b", "--output", "c.mp4", "--model", "3b"])
    assert told.exit_code == 2


def test_motions_are_handled_without_torch() -> None:
    script = (
        "import sys, engine.animation.motion_jobs, engine.animation.dataset_job, engine.animation.extraction, "
        "engine.animation.bvh, engine.animation.amass, engine.animation.pickle_import, engine.commands.motion\n"
        "print(sorted({'torch', 'diffusers', 'transformers', 'mediapipe'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.strip() == "[]"
