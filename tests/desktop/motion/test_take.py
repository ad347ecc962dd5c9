"""Correcting curves: a key changes its neighbourhood only, undo brings back the very state, trim keeps frames."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.motion import take as takes
from desktop.motion.history import History
from desktop.motion.skeleton import COUNT, LISTED, NAMES, PARENTS, descendants, side_of
from desktop.motion.take import Take
from engine.animation.skeleton import JOINT_NAMES
from engine.animation.skeleton import PARENTS as ENGINE_PARENTS


def a_take(frames: int, seed: int = 0) -> Take:
    rng = np.random.default_rng(seed)
    joints = rng.normal(0, 300, (frames, COUNT, 3)).astype(np.float32)
    return Take(joints, np.zeros((frames, 4), np.float32), Fraction(20), 512, 512, np.arange(frames) / 20)


places = st.integers(2, 120).flatmap(
    lambda frames: st.tuples(st.just(frames), st.integers(0, COUNT - 1), st.integers(0, frames - 1))
)
offsets = st.tuples(*[st.floats(-500, 500, width=32)] * 3)


def test_the_joints_are_those_of_the_engine() -> None:
    assert PARENTS == ENGINE_PARENTS
    for name, engine in zip(NAMES, JOINT_NAMES, strict=True):
        assert side_of(NAMES.index(name)) == (engine.split()[0] if engine.split()[0] in ("left", "right") else "middle")
    assert sorted(LISTED) == list(range(COUNT))
    assert descendants(16) == (16, 18, 20, 22)
    assert descendants(0) == tuple(range(COUNT))


@settings(max_examples=60, deadline=None)
@given(places, offsets, st.booleans())
def test_a_drag_changes_its_neighbourhood_only(
    place: tuple[int, int, int], offset: tuple[float, ...], follow: bool
) -> None:
    frames, joint, frame = place
    before = a_take(frames)
    low, high = takes.neighbourhood(before, joint, frame)
    after = takes.moved(before, joint, frame, offset, follow=follow)
    which = descendants(joint) if follow else (joint,)
    others = [each for each in range(COUNT) if each not in which]
    np.testing.assert_array_equal(after.joints[:, others], before.joints[:, others])
    np.testing.assert_array_equal(after.joints[: min(frame, low)], before.joints[: min(frame, low)])
    outside = [each for each in range(frames) if each != frame and not low < each < high]
    np.testing.assert_array_equal(after.joints[outside], before.joints[outside])
    np.testing.assert_allclose(after.joints[frame, joint], before.joints[frame, joint] + offset, atol=1e-3)
    assert frame in takes.keys_of(after, joint)
    # What follows keeps the length of its bones.
    if follow:
        for child in which[1:]:
            bone = before.joints[:, child] - before.joints[:, PARENTS[child]]
            np.testing.assert_allclose(after.joints[:, child] - after.joints[:, PARENTS[child]], bone, atol=1e-2)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_weights_rise_to_the_key_and_fall_again(count: int, first: int, second: int) -> None:
    frame, after = sorted((min(first, count - 1), min(second, count - 1)))
    share = takes.weights(count, frame, 0, after)
    assert share[frame] == 1
    assert ((share >= 0) & (share <= 1)).all()
    assert (np.diff(share[: frame + 1]) >= 0).all()
    assert (np.diff(share[frame:]) <= 1e-12).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 80).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1), st.integers(1, n))))
def test_trim_keeps_the_frames_between(case: tuple[int, int, int]) -> None:
    frames, start, end = case
    before = takes.with_key(a_take(frames), 5, min(frames - 1, start + 2))
    if start >= end:
        with pytest.raises(ValueError, match="frames"):
            takes.trimmed(before, start, end)
        return
    after = takes.trimmed(before, start, end)
    np.testing.assert_array_equal(after.joints, before.joints[start:end])
    np.testing.assert_array_equal(after.times, before.times[start:end])
    assert all(0 <= frame < len(after) for _, frame in after.added)


def test_keys_lie_at_both_ends_and_every_twelfth_frame() -> None:
    take = a_take(49)
    assert takes.keys_of(take, 3) == [0, 12, 24, 36, 48]
    added = takes.with_key(take, 3, 31)
    assert takes.keys_of(added, 3) == [0, 12, 24, 31, 36, 48]
    assert takes.keys_of(added, 4) == [0, 12, 24, 36, 48]
    assert takes.without_key(added, 3, 31).added == take.added
    assert takes.keys_of(a_take(1), 0) == [0]
    # No key stands so close to the last one that a curve between them would kink.
    assert takes.keys_of(a_take(51), 0)[-2:] == [36, 50]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, COUNT - 1), st.integers(0, 48), offsets, st.sampled_from(["", "drag"])), max_size=8
    )
)
def test_undo_brings_back_the_very_states(edits: list[tuple[int, int, tuple[float, ...], str]]) -> None:
    history = History(a_take(49))
    states = [history.state]
    for joint, frame, offset, merge in edits:
        base = history.before(merge)
        merged = base is not history.state
        history.push(takes.moved(base, joint, frame, offset), "Move", merge)
        if merged:
            states.pop()
        states.append(history.state)
    for state in reversed(states):
        assert history.state is state
        history.undo()
    assert history.state is history.first is states[0]
    for state in states[1:]:
        assert history.redo()
        assert history.state is state
    assert not history.redo()


def test_a_gesture_is_one_step_and_a_new_edit_forgets_what_was_undone() -> None:
    history = History(0)
    for value in (1, 2, 3):
        history.push(value, "Drag", "a")
    history.push(9, "Other")
    assert (history.undo(), history.state) == (True, 3)
    assert (history.undo(), history.state) == (True, 0)
    history.push(5, "New")
    assert history.redo_label == ""
    short = History(0, limit=2)
    for value in (1, 2, 3, 4):
        short.push(value, "Step")
    assert (short.first, short.state) == (0, 4)
    assert [short.undo(), short.undo(), short.undo()] == [True, True, False]


def test_the_error_between_two_motions() -> None:
    first = a_take(10)
    shifted = takes.moved(first, 0, 0, (24.0, 0, 0))
    error = takes.error_between(first, shifted)
    assert error[0] == pytest.approx(1.0)
    assert error[9] == 0
