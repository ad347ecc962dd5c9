"""Follows people from frame to frame, so that a motion stays with one person.

A detector lists the people of a frame in any order. Each new frame is matched to the people seen before by the distance
of their joints (Hungarian method); a person who is not matched for a while is given up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Joints = NDArray[np.float32]

_REACH = 600.0
"""Largest mean distance in mm between a person in two frames, for each frame that passed between them."""

_REACH_LIMIT = 1800.0
_PATIENCE = 45
"""How many frames a person may be unseen before the same place counts as someone new."""


@dataclass
class Track:
    """One person: the joints by frame number, and the index of the detection in that frame."""

    joints: dict[int, Joints] = field(default_factory=dict)
    indices: dict[int, int] = field(default_factory=dict)

    @property
    def last_frame(self) -> int:
        return max(self.joints)


class PeopleTracker:
    """Gives each person a track, frame after frame."""

    def __init__(self) -> None:
        self.tracks: list[Track] = []

    def add(self, frame: int, people: Joints) -> None:
        """Assign the people (n, 24, 3) mm of a frame to tracks; frame numbers must rise."""
        open_tracks = [track for track in self.tracks if frame - track.last_frame <= _PATIENCE]
        taken: set[int] = set()
        if open_tracks and len(people):
            from scipy.optimize import linear_sum_assignment

            before = np.stack([track.joints[track.last_frame] for track in open_tracks])
            gaps = np.array([frame - track.last_frame for track in open_tracks])
            distance = np.linalg.norm(before[:, None] - people[None], axis=-1).mean(axis=-1)
            reach = np.minimum(_REACH * gaps, _REACH_LIMIT)[:, None]
            # A pair out of reach costs more than any number of pairs within it, so it is never preferred to them.
            cost = np.where(np.isfinite(distance) & (distance <= reach), distance, 1e9)
            for row, column in zip(*linear_sum_assignment(cost), strict=True):
                if cost[row, column] < 1e9:
                    self._put(open_tracks[row], frame, int(column), people)
                    taken.add(int(column))
        for index in range(len(people)):
            if index not in taken and np.isfinite(people[index]).all():
                track = Track()
                self._put(track, frame, index, people)
                self.tracks.append(track)

    @staticmethod
    def _put(track: Track, frame: int, index: int, people: Joints) -> None:
        track.joints[frame] = people[index]
        track.indices[frame] = index

    def ordered(self) -> list[Track]:
        """Return the tracks, the person who is seen in most frames first."""
        return sorted(self.tracks, key=lambda track: (-len(track.joints), min(track.joints)))


def follow_people(frames: Sequence[Joints]) -> list[Joints]:
    """Return (T, 24, 3) for each person, the most seen first; NaN where that person was not found.

    Args:
        frames: for each frame the people found in it, (n, 24, 3) mm; n may be 0.
    """
    tracker = PeopleTracker()
    for number, people in enumerate(frames):
        tracker.add(number, people)
    found = []
    for track in tracker.ordered():
        joints = np.full((len(frames), 24, 3), np.nan, np.float32)
        for frame, positions in track.joints.items():
            joints[frame] = positions
        found.append(joints)
    return found
