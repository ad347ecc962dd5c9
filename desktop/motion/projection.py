"""Where joints are seen: by the camera of the driving video, and by one that a person turns around the figure."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.motion.take import Joints

FIELD_OF_VIEW = 55.0
"""Degrees over the larger side: the camera that the motions assume."""

Pixels = NDArray[np.float64]


def project(points: NDArray[np.floating], width: float, height: float) -> Pixels:
    """Return where camera positions (..., 3) mm are seen, (..., 2) pixels; NaN for what is not before the camera."""
    positions = np.asarray(points, np.float64)
    focal = max(width, height) / (2 * math.tan(math.radians(FIELD_OF_VIEW / 2)))
    depth = positions[..., 2:]
    with np.errstate(divide="ignore", invalid="ignore"):
        pixels: Pixels = positions[..., :2] / depth * focal + (width / 2, height / 2)
    pixels[~(depth[..., 0] > 0)] = np.nan
    return pixels


@dataclass(frozen=True)
class Orbit:
    """A camera around the figure.

    Attributes:
        turn: degrees it went around the vertical; 0 looks as the driving video does.
        tilt: degrees it looks down.
        zoom: 1 shows the whole motion.
    """

    turn: float = 24.0
    tilt: float = 8.0
    zoom: float = 1.0

    def moved(self, turn: float = 0.0, tilt: float = 0.0, zoom: float = 1.0) -> "Orbit":
        """Return the camera moved on, within what is useful."""
        angle = (self.turn + turn + 180) % 360 - 180
        return Orbit(angle, min(80.0, max(-30.0, self.tilt + tilt)), min(8.0, max(0.3, self.zoom * zoom)))


@dataclass(frozen=True)
class Stage:
    """The room that a motion takes: its middle and half its size in mm, and where the floor is (y, down)."""

    centre: NDArray[np.float64]
    radius: float
    floor: float


def stage_of(joints: Joints) -> Stage:
    """Return the room of a motion (T, 24, 3)."""
    seen = joints[np.isfinite(joints).all(axis=(1, 2))].reshape(-1, 3).astype(np.float64)
    if not len(seen):
        return Stage(np.array([0.0, 0.0, 2000.0]), 1000.0, 900.0)
    low, high = seen.min(axis=0), seen.max(axis=0)
    radius = max(600.0, float((high - low)[:2].max()) / 2, float(high[2] - low[2]) / 2)
    return Stage((low + high) / 2, radius, float(high[1]))


def orbit_project(points: NDArray[np.floating], stage: Stage, orbit: Orbit, width: float, height: float) -> Pixels:
    """Return where positions (..., 3) mm are seen by a camera around the stage, (..., 2) pixels."""
    turn, down = math.radians(orbit.turn), math.radians(orbit.tilt)
    around = np.array([[math.cos(turn), 0, -math.sin(turn)], [0, 1, 0], [math.sin(turn), 0, math.cos(turn)]])
    look = np.array([[1, 0, 0], [0, math.cos(down), -math.sin(down)], [0, math.sin(down), math.cos(down)]])
    away = stage.radius * 4.2
    view = (np.asarray(points, np.float64) - stage.centre) @ (look @ around).T
    depth = np.maximum(view[..., 2:] + away, stage.radius * 0.1)
    scale = 0.42 * min(width, height) / stage.radius * away * orbit.zoom
    pixels: Pixels = view[..., :2] / depth * scale + (width / 2, height / 2)
    return pixels


def floor_lines(stage: Stage, half: int = 4) -> NDArray[np.float64]:
    """Return the lines of a floor grid, (lines, 2, 3) mm."""
    step = stage.radius / 2
    reach = half * step
    lines = []
    for index in range(-half, half + 1):
        place = index * step
        lines.append([(place, 0, -reach), (place, 0, reach)])
        lines.append([(-reach, 0, place), (reach, 0, place)])
    grid = np.array(lines, np.float64)
    grid[..., 0] += stage.centre[0]
    grid[..., 1] = stage.floor
    grid[..., 2] += stage.centre[2]
    return grid
