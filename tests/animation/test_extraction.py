"""From videos to motions: a scripted stand-in for NLF, and MediaPipe's landmarks."""

import hashlib
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.animation import extract_job
from engine.animation.camera import project
from engine.animation.detections import Detections, FramePeople, Picture, nobody
from engine.animation.extraction import choose_person, motions_of_people
from engine.animation.mediapipe_pose import (
    LANDMARKS,
    MediapipeExtractor,
    joints_from_landmarks,
    people_of_result,
    place_in_camera,
)
from engine.animation.motion_file import read_motion
from engine.animation.nlf import NlfExtractor
from engine.animation.people import PeopleTracker, follow_people
from engine.animation.skeleton import HEAD, LEFT_SHOULDER, LEFT_WRIST, NECK, PELVIS, RIGHT_WRIST, SPINE2, mean_joints
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
from tests.helpers.motion import CancelledContext, RecordingContext, standing


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


def test_people_seen_for_a_moment_are_left_out() -> None:
    frames = [FramePeople(standing(1), np.zeros((1, 4), np.float32)) for _ in range(20)]
    ghost = FramePeople(np.concatenate([standing(1), standing(1) + 4000]), np.zeros((2, 4), np.float32))
    frames[5] = ghost
    motions = motions_of_people(Detections("k", frames), Fraction(20), 64, 64, source="a", extractor="b")
    assert len(motions) == 1
    assert choose_person(motions, 0, Path("a.mp4"), lambda _: None) is motions[0]


def test_detections_are_kept_exactly_and_only_for_their_video(tmp_path: Path) -> None:
    path = tmp_path / "kept.npz"
    frames = [nobody(), FramePeople(standing(2), np.ones((2, 4), np.float32)), nobody()]
    Detections("key", frames).save(path)
    again = Detections.resumed(path, "key")
    assert [len(frame.joints) for frame in again.frames] == [0, 2, 0]
    np.testing.assert_array_equal(again.frames[1].joints, frames[1].joints)
    assert Detections.resumed(path, "other").frames == []
    path.write_bytes(path.read_bytes()[:50])
    assert Detections.resumed(path, "key").frames == []


def test_a_person_is_followed_through_a_gap_and_forgotten_after_a_long_one() -> None:
    tracker = PeopleTracker()
    for frame in (0, 1, 2, 30, 120):
        tracker.add(frame, standing(1))
    assert [sorted(track.joints) for track in tracker.ordered()] == [[0, 1, 2, 30], [120]]


def test_two_people_who_cross_keep_their_tracks() -> None:
    steps = np.linspace(-800, 800, 40, dtype=np.float32)
    frames = []
    for number, step in enumerate(steps):
        people = [standing(1)[0] + [step, 0, 0], standing(1)[0] + [-step, 0, 500]]
        frames.append(np.array(people[:: -1 if number % 2 else 1], np.float32))
    first, second = follow_people(frames)
    depth = [track[:, PELVIS, 2] for track in (first, second)]
    assert all(np.ptp(each) < 1 for each in depth)


def landmarks_of(shape: Any, shift: Any, width: int, height: int) -> SimpleNamespace:
    """What MediaPipe would give for landmarks (33, 3) in mm around the hips, seen from a place."""
    seen = project(shape + shift, width, height)
    return SimpleNamespace(
        pose_landmarks=[[SimpleNamespace(x=x / width, y=y / height, z=0, visibility=0.9) for x, y, _ in seen]],
        pose_world_landmarks=[
            [SimpleNamespace(x=x / 1000, y=y / 1000, z=z / 1000, visibility=0.9) for x, y, z in shape]
        ],
    )


def person_in_landmarks() -> Any:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(LANDMARKS, 3)) * 200
    points[[23, 24]] = [[90, 0, 0], [-90, 0, 0]]
    points[[11, 12]] = [[180, -480, 0], [-180, -480, 0]]
    points[[15, 16]] = [[500, -480, 0], [-500, -480, 0]]
    points[[7, 8]] = [[70, -660, -40], [-70, -660, -40]]
    return points


def test_landmarks_become_joints_by_the_stated_mapping() -> None:
    points = person_in_landmarks()
    joints = joints_from_landmarks(points)
    np.testing.assert_allclose(joints[LEFT_WRIST], points[15], atol=1e-3)
    np.testing.assert_allclose(joints[RIGHT_WRIST], points[16], atol=1e-3)
    np.testing.assert_allclose(joints[HEAD], [0, -660, -40], atol=1e-3)
    np.testing.assert_allclose(joints[PELVIS], [0, -0.17 * 480, 0], atol=1e-3)
    np.testing.assert_allclose(joints[SPINE2], [0, -0.64 * 480, 0], atol=1e-3)
    assert joints[NECK, 1] < joints[LEFT_SHOULDER, 1]
    assert np.isfinite(joints).all()


@pytest.mark.parametrize(("width", "height"), [(640, 480), (480, 854)])
def test_the_place_in_space_is_the_one_the_picture_shows(width: int, height: int) -> None:
    points, shift = person_in_landmarks(), np.array([250.0, -120.0, 2600.0])
    pixels = project(points + shift, width, height)[:, :2]
    np.testing.assert_allclose(place_in_camera(points, pixels, np.ones(33), width, height), shift, atol=0.01)
    found = people_of_result(landmarks_of(points, shift, width, height), width, height)
    np.testing.assert_allclose(found.joints[0], joints_from_landmarks(points + shift), atol=0.5)
    low = pixels.min(axis=0)
    np.testing.assert_allclose(found.boxes[0, :2], low, atol=0.1)


def test_nobody_and_people_behind_the_camera_are_left_out() -> None:
    assert len(people_of_result(SimpleNamespace(pose_landmarks=[], pose_world_landmarks=[]), 64, 64).joints) == 0
    points = person_in_landmarks()
    behind = landmarks_of(points, np.array([0.0, 0, 2600]), 64, 64)
    for point in behind.pose_landmarks[0]:
        point.x, point.y = 1 - point.x, 1 - point.y
    assert len(people_of_result(behind, 64, 64).joints) == 0


def test_mediapipe_without_its_model_is_told(tmp_path: Path, video: Path) -> None:
    with pytest.raises(PortraitsError) as error:
        MediapipeExtractor(tmp_path / "pose_landmarker.task")
    assert error.value.code is ErrorCode.MODEL_MISSING
    bad = tmp_path / "bad.task"
    bad.write_bytes(hashlib.sha256(b"").digest())
    with pytest.raises(PortraitsError) as error:
        extract_job.run(job(video, extractor="mediapipe", model=str(bad)), SilentContext())
    assert error.value.code is ErrorCode.BAD_MODEL
