"""Faces that are told instead of found: pictures of tiny models are noise, in which no detector sees anything."""

import numpy as np

from engine.image.faces import Rgba
from engine.project.landmarks import Landmarks


def face(
    width: int, height: int, *, turn: float = 0.0, scale: float = 0.5, at: tuple[float, float] = (0.5, 0.5)
) -> Landmarks:
    """Landmarks of a schematic face: a disc of points, its nose tip moved sideways by ``turn`` of its half width."""
    radius = scale * min(width, height) / 2
    centre = np.array([at[0] * width, at[1] * height])
    angles = np.arange(478) * 2.399963
    distance = np.sqrt(np.arange(478) / 478) * radius
    points = centre + np.stack([np.cos(angles), np.sin(angles)], axis=1) * distance[:, None]
    for index, place in {
        1: (turn, 0.1),
        234: (-1, 0),
        454: (1, 0),
        33: (-0.4, -0.2),
        263: (0.4, -0.2),
        152: (0, 1),
        10: (0, -1),
    }.items():
        points[index] = centre + np.array(place) * radius
    return Landmarks(
        detector="test",
        detector_version="1",
        width=width,
        height=height,
        points=tuple((float(x), float(y)) for x, y in points),
    )


class ScriptedFaces:
    """A face finder that answers from a list, then always with one frontal face."""

    def __init__(self, *answers: list[Landmarks] | None) -> None:
        self._answers = list(answers)
        self.asked: list[Rgba] = []

    def __call__(self, rgba: Rgba) -> list[Landmarks]:
        self.asked.append(rgba)
        answer = self._answers.pop(0) if self._answers else None
        return [face(rgba.shape[1], rgba.shape[0])] if answer is None else answer
