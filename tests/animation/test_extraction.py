"""From videos to motions, with a scripted stand-in for NLF."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.animation import extract_job
from engine.animation.detections import FramePeople, Picture
from engine.animation.motion_file import read_motion
from engine.animation.nlf import NlfExtractor
from engine.animation.skeleton import PELVIS, mean_joints
from engine.media.files import sha256_of
from engine.media.movie_writer import MovieWriter
from engine.models.manifest import CheckedFile, Manifest, write_manifest
from engine.models.settings import StoreSettings, settings_file, write_settings
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.motion import ExtractMotionJob
from tests.helpers.media import counted
from tests.helpers.motion import CancelledContext, RecordingContext


class StandIn(torch.nn.Module):
    """The interface of NLF: the brightness of the frame's left half moves one person; dark frames are empty."""

    mean: Tensor

    def __init__(self, mean: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)

    def forward(self, image: Tensor) -> Tensor:
        return image

    @torch.jit.export
    def detect_smpl_batched(self, image: Tensor, default_fov_degrees: float = 55.0) -> dict[str, list[Tensor]]:
        boxes: list[Tensor] = []
        joints: list[Tensor] = []
        for index in range(image.shape[0]):
            red = image[index, 0].float().mean() / 255
            blue = image[index, 2].float().mean() / 255
            if float(red + blue) < 0.1:
                joints.append(torch.zeros(0, 24, 3))
                boxes.append(torch.zeros(0, 5))
            else:
                moved = self.mean + torch.stack([red * 1000, blue * 1000, red * 0 + default_fov_degrees - 55])
                joints.append(torch.stack([moved, self.mean + 2000]))
                boxes.append(torch.tensor([[10.0, 12.0, 30.0, 20.0, 0.9], [1.0, 2.0, 3.0, 4.0, 0.5]]))
        return {"joints3d_nonparam": joints, "boxes": boxes}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nlf") / "nlf_l_multi_0.3.2.torchscript"
    torch.jit.script(StandIn(torch.from_numpy(mean_joints()))).save(str(path))  # type: ignore[no-untyped-call]
    return path


def coloured(red: int, blue: int = 0, width: int = 64, height: int = 48) -> Picture:
    picture = np.zeros((height, width, 3), np.uint8)
    picture[..., 0], picture[..., 2] = red, blue
    return picture


def test_nlf_gives_joints_and_boxes_of_every_person(program: Path) -> None:
    extractor = NlfExtractor(program, sha256_of(program))
    empty, full = extractor.detect([coloured(0), coloured(255, 51)])
    assert len(empty.joints) == 0
    assert full.joints.shape == (2, 24, 3)
    np.testing.assert_allclose(full.joints[0] - mean_joints(), np.broadcast_to([1000, 200, 0], (24, 3)), atol=0.1)
    assert full.boxes[0].tolist() == [10, 12, 30, 20]
    extractor.close()


def test_nlf_gets_rgb_or_on_request_the_original_s_bgr(program: Path) -> None:
    extractor = NlfExtractor(program, sha256_of(program), bgr=True)
    (full,) = extractor.detect([coloured(255, 51)])
    np.testing.assert_allclose(full.joints[0] - mean_joints(), np.broadcast_to([200, 1000, 0], (24, 3)), atol=0.1)


def test_a_program_that_changed_is_not_run(program: Path, tmp_path: Path) -> None:
    other = tmp_path / program.name
    other.write_bytes(program.read_bytes() + b"x")
    with pytest.raises(PortraitsError) as error:
        NlfExtractor(other, sha256_of(program))
    assert error.value.code is ErrorCode.BAD_MODEL
    assert "run" in str(error.value)


def test_a_program_with_another_interface_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.torchscript"
    torch.jit.script(torch.nn.Linear(2, 2)).save(str(path))  # type: ignore[no-untyped-call]
    with pytest.raises(PortraitsError, match="detect_smpl_batched"):
        NlfExtractor(path, sha256_of(path))


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "drive.mkv"
    with MovieWriter(path, width=64, height=48, fps=Fraction(25), encode=EncodeSettings(quality=0)) as writer:
        for number in range(30):
            picture = counted(0)
            picture[..., :3] = 0
            if number not in (7, 8):
                picture[..., 0] = 60 + number * 4
            writer.write(picture)
    return path


@pytest.fixture
def store(tmp_path: Path, program: Path) -> Any:
    """NLF in the model store, with the hash that was remembered at its download."""
    folder = tmp_path / "store"
    place = folder / "files"
    place.mkdir(parents=True)
    (place / program.name).write_bytes(program.read_bytes())
    file = CheckedFile(name=program.name, size=program.stat().st_size, sha256=sha256_of(program))
    write_manifest(folder, Manifest(id="nlf", folder="files", files=(file,)))
    write_settings(StoreSettings(folder=str(folder), offline=True))
    yield place / program.name
    settings_file().unlink()


def job(video: Path, **more: Any) -> ExtractMotionJob:
    given: dict[str, Any] = {"output": str(video.with_name("drive.motion.npz")), "extractor": "nlf", "batch": 4}
    return ExtractMotionJob(video=Source(path=str(video)), device="cpu", **(given | more))


def test_a_video_becomes_a_motion(video: Path, store: Path) -> None:
    context = RecordingContext()
    (made,) = extract_job.run(job(video), context)
    motion = read_motion(Path(made.path))
    assert made.media.kind == "motion"
    assert (len(motion), motion.fps, motion.width, motion.height) == (30, 25, 64, 48)
    assert np.flatnonzero(~motion.valid).tolist() == [7, 8]
    assert motion.source == "drive.mkv"
    assert motion.extractor == "nlf"
    across = motion.joints[motion.valid][:, PELVIS, 0]
    assert (np.diff(across) > 0).all()
    assert motion.boxes[0].tolist() == [10, 12, 30, 20]
    assert any("2 persons" in note for note in context.notes)
    assert any("2 of 30 frames" in note for note in context.notes)
    assert context.previews
    assert context.steps[-1] == ("Finding joints", 30, 30)
    second = read_motion(
        Path(extract_job.run(job(video, person=1, output=str(video.with_name("b.npz"))), context)[0].path)
    )
    np.testing.assert_allclose(second.joints[0] - mean_joints(), 2000, atol=0.5)
    with pytest.raises(PortraitsError, match="no number 2"):
        extract_job.run(job(video, person=2, output=str(video.with_name("c.npz"))), context)


def test_a_broken_run_goes_on_where_it_stopped(video: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Cancelled):
        extract_job.run(job(video), CancelledContext(17))
    assert not video.with_name("drive.motion.npz").exists()
    (kept,) = video.parent.glob(".*.partial.npz")
    seen: list[int] = []
    detect = NlfExtractor.detect

    def counting(self: NlfExtractor, frames: list[Picture]) -> list[FramePeople]:
        seen.append(len(frames))
        return detect(self, frames)

    monkeypatch.setattr(NlfExtractor, "detect", counting)
    context = SilentContext()
    (made,) = extract_job.run(job(video), context)
    assert sum(seen) == 14
    assert any("16 frames" in note for note in context.notes)
    assert not kept.exists()
    (whole,) = extract_job.run(job(video, output=str(video.with_name("whole.npz"))), SilentContext())
    np.testing.assert_array_equal(read_motion(Path(made.path)).joints, read_motion(Path(whole.path)).joints)


def test_nlf_without_a_known_hash_is_not_run(video: Path, store: Path) -> None:
    for manifest in store.parent.parent.rglob("nlf.json"):
        manifest.unlink()
    with pytest.raises(PortraitsError) as error:
        extract_job.run(job(video), SilentContext())
    assert error.value.code in (ErrorCode.BAD_MODEL, ErrorCode.MODEL_MISSING)
    with pytest.raises(PortraitsError, match="store only"):
        extract_job.run(job(video, model=str(store)), SilentContext())


def test_a_video_without_anybody_is_told(tmp_path: Path, store: Path) -> None:
    path = tmp_path / "empty.mkv"
    with MovieWriter(path, width=64, height=48, fps=Fraction(25), encode=EncodeSettings()) as writer:
        picture = counted(0)
        picture[..., :3] = 0
        for _ in range(9):
            writer.write(picture)
    with pytest.raises(PortraitsError, match="No person"):
        extract_job.run(job(path), SilentContext())
