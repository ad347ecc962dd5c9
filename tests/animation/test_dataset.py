"""Training sets: made, split by source, read, and drawn from."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.animation import dataset_job
from engine.animation.dataset import all_clips, clip_indices, make_dataset, random_clips, read_dataset, statistics
from engine.animation.dataset_job import validation_sources
from engine.animation.motion_file import write_motion
from engine.animation.motion_input import load_motions
from engine.animation.synthetic import KINDS, synthetic_motion, synthetic_motions
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.motion import BuildDatasetJob
from tests.helpers.motion import dance, golden_json
from tests.helpers.training import built


def test_clips_are_drawn_as_published() -> None:
    for case in golden_json("rules")["dataset_sampling"]:
        assert clip_indices(case["video_length"], 0, case["num_frames"]).tolist() == case["indexes"]
    motions = [dance(20).joints, dance(49).joints, dance(80, kind="wave").joints]
    clips = random_clips(motions, 30, np.random.default_rng(0))
    assert clips.shape == (30, 49, 24, 3)
    again = random_clips(motions, 30, np.random.default_rng(0))
    np.testing.assert_array_equal(clips, again)
    assert [len(batch) for batch in all_clips(motions, 2)] == [2, 1]


def test_statistics_are_those_of_all_frames() -> None:
    motions = [dance(20).joints, dance(30, kind="turn").joints]
    mean, std = statistics(motions)
    together = np.concatenate(motions).astype(np.float64)
    np.testing.assert_allclose(mean, together.mean(axis=0), rtol=1e-5)
    np.testing.assert_allclose(std, np.maximum(together.std(axis=0), 1), rtol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_made_motions_move_and_are_the_same_again(kind: str) -> None:
    motion = synthetic_motion(kind, 5)
    np.testing.assert_array_equal(motion.joints, synthetic_motion(kind, 5).joints)
    assert (motion.joints != synthetic_motion(kind, 6).joints).any()
    assert np.isfinite(motion.joints).all()
    assert motion.joints[..., 2].min() > 300, "in front of the camera"
    speed = np.linalg.norm(np.diff(motion.joints, axis=0), axis=-1) * 20
    assert 50 < speed.max() < 8000


def test_made_motions_are_all_different() -> None:
    motions = synthetic_motions(60, seed=2)
    assert len({motion.joints.tobytes() for motion in motions}) == 60
    assert len({motion.source for motion in motions}) == 60


def test_a_training_set_is_split_by_source(tmp_path: Path) -> None:
    folder = tmp_path / "motions"
    folder.mkdir()
    for number in range(6):
        motion = dance(30, seed=number, fps=Fraction(30))
        write_motion(folder / f"{number}.motion.npz", motion)
        write_motion(folder / f"{number}-again.motion.npz", motion)
    write_motion(folder / "short.motion.npz", dance(3))
    context = SilentContext()
    job = BuildDatasetJob(inputs=(Source(path=str(folder)),), output=str(tmp_path / "set.npz"), validation=0.3, seed=4)
    dataset_job.run(job, context)
    dataset = read_dataset(tmp_path / "set.npz")
    parts: dict[str, set[str]] = {}
    for clip in dataset.clips:
        parts.setdefault(clip.source, set()).add(clip.split)
    assert len(parts) == 6
    assert all(len(splits) == 1 for splits in parts.values())
    assert sum(splits == {"validation"} for splits in parts.values()) == 2
    assert len(dataset.motions("train")) == 8
    assert all(len(joints) == 20 for joints in dataset.motions("train")), "30 frames at 30 per second are 20 at 20"
    mean, _ = statistics(dataset.motions("train"))
    np.testing.assert_array_equal(mean, dataset.mean)
    assert any("too short" in note for note in context.notes)


def test_the_validation_part_is_never_everything() -> None:
    assert validation_sources(["a"], 0.9, 0) == frozenset()
    assert len(validation_sources(list("abcdefghij"), 0.3, 0)) == 3
    assert len(validation_sources(list("ab"), 0.01, 0)) == 1
    assert validation_sources(list("abc"), 0.0, 0) == frozenset()


def test_damaged_sets_are_refused(tmp_path: Path) -> None:
    path = built(tmp_path)
    whole = path.read_bytes()
    for cut in (0, 100, len(whole) // 2):
        path.write_bytes(whole[:cut])
        with pytest.raises(PortraitsError):
            read_dataset(path)
    path.write_bytes(whole)
    with pytest.raises(PortraitsError, match="neither a motion file"):
        load_motions(path)
    write_motion(path, dance(8), overwrite=True)
    with pytest.raises(PortraitsError, match="no training set"):
        read_dataset(path)
    with pytest.raises(PortraitsError, match="no motion"):
        dataset_job.run(BuildDatasetJob(output=str(tmp_path / "none.npz")), SilentContext())
    with pytest.raises(PortraitsError, match="not possible"):
        make_dataset([("a", dance(8).joints)], Fraction(20), frozenset("a"))
