"""One picture made ready for morphing: in the film's frame, with its landmarks, and taken apart where wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.media.colour import is_opaque
from engine.morph.align import Matrix, compose, face_similarity, fit_matrix, open_share, place, transform
from engine.morph.blend import premultiply
from engine.morph.mesh import Points
from engine.morph.person import PersonLayer, separate_person
from engine.morph.proportions import FaceMeasure
from engine.morph.silhouette import trace
from engine.project.landmarks import Landmarks
from engine.protocol.errors import quoted
from engine.protocol.jobs.morph import Separation

_MUCH_OPEN = 0.25  # share of the frame
_NO_OUTLINES = np.empty((0, 2)), np.empty((0, 2))


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
        outlines: of the person and of the skin, see :func:`trace`; (0, 2) where they are not known.
        notes: what the person should know about it.
    """

    name: str
    rgba: NDArray[np.uint8]
    points: Points | None = None
    key_points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    moved: tuple[int, ...] = ()
    source: tuple[str, str] = ("", "")
    layers: PersonLayer | None = None
    outlines: tuple[Points, Points] = _NO_OUTLINES
    notes: tuple[str, ...] = ()

    @cached_property
    def opaque(self) -> bool:
        return is_opaque(self.rgba)

    @cached_property
    def premultiplied(self) -> NDArray[np.uint8]:
        return premultiply(self.rgba)


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
    aligned = None
    if align_to is not None:
        aligned = face_similarity(transform(matrix, np.array(landmarks.points, np.float64)), align_to)
        matrix = compose(aligned, matrix)
    placed = place(rgba, aligned, frame.width, frame.height, frame.fit, frame.edges)
    notes: tuple[str, ...] = ()
    if aligned is not None and open_share(matrix, width, height, frame.width, frame.height) > _MUCH_OPEN:
        notes = (
            f"{quoted(name)} is shown smaller or moved far so that the faces match, and its edges are drawn out to "
            "fill the frame. Use pictures with faces of like size and place, or switch the alignment off.",
        )
    return placed_picture(placed, landmarks, matrix, name=name, separation=separation, notes=notes)


def placed_picture(
    rgba: NDArray[np.uint8],
    landmarks: Landmarks,
    matrix: Matrix,
    *,
    name: str,
    separation: Separation = "person",
    notes: tuple[str, ...] = (),
) -> PreparedPicture:
    """Make a picture with a face ready that is in the frame already.

    Args:
        rgba: uint8 (height, width, 4), the frame with the picture in it.
        landmarks: its face, in the pixels of the picture as it was before.
        matrix: brings those pixels to the frame's.
        separation: "person" also takes the person and the background apart.
    """
    points = transform(matrix, np.array(landmarks.points, np.float64))
    layers = separate_person(rgba, points) if separation == "person" else None
    return PreparedPicture(
        name=name,
        rgba=rgba,
        points=points,
        key_points={
            point.id: tuple(transform(matrix, np.array([[point.x, point.y]]))[0]) for point in landmarks.key_points
        },
        moved=landmarks.moved,
        source=landmarks.source,
        layers=layers,
        outlines=_NO_OUTLINES if layers is None else _outlines(layers, points),
        notes=notes,
    )


def _outlines(layers: PersonLayer, points: Points) -> tuple[Points, Points]:
    height, width = layers.person.shape[:2]
    centre = FaceMeasure.of(points).centre
    person = trace(layers.person[..., 3], centre)
    if layers.skin is None:
        return person, np.empty((0, 2))
    ratio = np.array([width / layers.skin.shape[1], height / layers.skin.shape[0]])
    return person, trace(layers.skin, centre / ratio) * ratio
