"""Who is found in the frames of a video, followed from frame to frame, and kept on the way."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.animation.detections import Detections, FramePeople, nobody
from engine.animation.extraction import choose_person, motions_of_people
from engine.animation.people import PeopleTracker, follow_people
from engine.animation.skeleton import PELVIS
from tests.helpers.motion import standing


def test_people_seen_for_a_moment_are_left_out() -> None:
    frames = [FramePeople(standing(1), np.zeros((1, 4), np.float32)) for _ in range(20)]
    ghost = FramePeople(np.concatenate([standing(1), standing(1) + 4000]), np.zeros((2, 4), np.float32))
    frames[5] = ghost
    motions = motions_of_people(Detections("k", frames), Fraction(20), 64, 64, source="a", extractor="b")
    assert len(motions) == 1
    assert choose_person(motions, 0, Path("a.mp4"), lambda _: None) is motions[0]


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
