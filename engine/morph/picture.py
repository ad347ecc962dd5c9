"""One picture made ready for morphing: in the film's frame, with its landmarks, and taken apart where wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.morph.align import compose, face_similarity, fit_matrix, place, transform
from engine.morph.blend import premultiply
from engine.morph.mesh import Points
from engine.morph.person import PersonLayer, separate_person
from engine.morph.silhouette import trace
from engine.project.landmarks import Landmarks
from engine.protocol.jobs.morph import Separation


@dataclass(frozen=True)
class Frame:
    """The film's frame, and how pictures are brought into it."""

    width: int
    height: int
    fit: Literal["cover", "contain"] = "cover"
    edges: str = "blur"


@dataclass(frozen=True)
class PreparedPicture:
    """A picture in the frame.

    Attributes:
        name: for messages.
        rgba: uint8 (height, width, 4), straight alpha.
        points: (478, 2) landmarks in the frame's pixels, None without a face.
        key_points: id -> (x, y) in the frame's pixels.
        moved: indices of the landmarks that a person moved.
        source: detector and version of the landmarks.
        layers: the person and the background apart, None where that was not wanted or not possible.
    """

    name: str
    rgba: NDArray[np.uint8]
    points: Points | None = None
    key_points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    moved: tuple[int, ...] = ()
    source: tuple[str, str] = ("", "")
    layers: PersonLayer | None = None

    @cached_property
    def opaque(self) -> bool:
        return bool((self.rgba[..., 3] == 255).all())

    @cached_property
    def premultiplied(self) -> NDArray[np.uint8]:
        return premultiply(self.rgba)

    @cached_property
    def outlines(self) -> tuple[Points, Points]:
        """The outlines of the person and of the skin, see :func:`trace`; empty where they are not known."""
        nothing = np.empty((0, 2))
        if self.layers is None or self.points is None:
            return nothing, nothing
        centre = self.points[[10, 152]].mean(axis=0)
        person = trace(self.layers.person[..., 3], centre)
        skin = self.layers.skin
        if skin is None:
            return person, nothing
        ratio = np.array([self.rgba.shape[1] / skin.shape[1], self.rgba.shape[0] / skin.shape[0]])
        return person, trace(skin, centre / ratio) * ratio


def prepare_picture(
    rgba: NDArray[np.uint8],
    landmarks: Landmarks | None,
    frame: Frame,
    *,
    name: str,
    align_to: Points | None = None,
    separation: Separation = "person",
) -> PreparedPicture:
    """Bring a picture into the frame.

    Args:
        rgba: uint8 (h, w, 4), the picture as displayed.
        landmarks: its face, in its own pixels.
        align_to: (478, 2) the face in the frame onto which this one is turned, scaled and moved; None to fit only.
        separation: "person" also takes the person and the background apart.
    """
    height, width = rgba.shape[:2]
    if landmarks is None:
        return PreparedPicture(name, place(rgba, None, frame.width, frame.height, frame.fit, frame.edges))
    matrix = fit_matrix(width, height, frame.width, frame.height, frame.fit)
    points = transform(matrix, np.array(landmarks.points, np.float64))
    aligned = None
    if align_to is not None:
        aligned = face_similarity(points, align_to)
        points, matrix = transform(aligned, points), compose(aligned, matrix)
    placed = place(rgba, aligned, frame.width, frame.height, frame.fit, frame.edges)
    key_points = {
        point.id: tuple(transform(matrix, np.array([[point.x, point.y]]))[0]) for point in landmarks.key_points
    }
    layers = separate_person(placed, points) if separation == "person" else None
    return PreparedPicture(name, placed, points, key_points, landmarks.moved, landmarks.source, layers)
