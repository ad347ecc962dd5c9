"""The average face of many pictures: mean shape, mean colour."""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.morph.blend import DISPLAY, LINEAR, LINEAR_ROOT, unpremultiply
from engine.morph.mesh import Points, boundary_points, build_mean_mesh
from engine.morph.picture import PreparedPicture
from engine.morph.raster import inverse_affines
from engine.morph.strips import StripWorkers
from engine.morph.warp import Rgba, Warp, warped_pair
from engine.protocol.errors import ErrorCode, PortraitsError

Load = Callable[[int], PreparedPicture]


def average_face(
    count: int, load: Load, light: Literal["display", "linear"] = "display", workers: StripWorkers | None = None
) -> NDArray[np.uint8]:
    """Return the average of pictures with faces: uint8 (height, width, 4), straight alpha.

    Args:
        count: how many pictures.
        load: makes the picture of an index ready; called twice for each, so that only one is in memory at a time.
            Pictures without a face are left out.
        light: whether colours are averaged as displayed or in linear light.
        workers: threads to share; None makes own ones for the time of the call.

    Raises:
        PortraitsError: no picture has a face.
    """
    shapes = [load(index).points for index in range(count)]
    faces = {index: shape for index, shape in enumerate(shapes) if shape is not None}
    if not faces:
        raise PortraitsError(
            ErrorCode.NO_FACE,
            f"No face was found in any of the {count} pictures.",
            "Detect on crops around the faces, or lower the detection confidence.",
        )
    own = workers or StripWorkers()
    try:
        return _average(faces, load, light, own)
    finally:
        if workers is None:
            own.close()


def _average(faces: dict[int, Points], load: Load, light: str, workers: StripWorkers) -> Rgba:
    total: NDArray[np.float32] | None = None
    for index in faces:
        picture = load(index)
        height, width = picture.rgba.shape[:2]
        if total is None:
            edge = boundary_points(width, height)
            shapes = {key: np.vstack([face, edge]) for key, face in faces.items()}
            mean = np.mean(list(shapes.values()), axis=0)
            cost = np.where(np.arange(len(mean)) < len(mean) - len(edge), 1.0, np.inf)
            triangles = build_mean_mesh(mean, list(shapes.values()), cost).triangles
            total = np.zeros((height, width, 4), np.float32)
        to_picture = np.empty((len(triangles), 6))
        inverse_affines(mean, shapes[index], triangles, to_picture)
        warp = Warp(mean, triangles, to_picture, to_picture, np.empty((0, 3)))
        _add(total, picture.premultiplied, warp, light, workers)
    assert total is not None
    return _finished(np.asarray(total / len(faces), np.float32), light)


def _add(total: NDArray[np.float32], picture: Rgba, warp: Warp, light: str, workers: StripWorkers) -> None:
    width = total.shape[1]

    def strip(top: int, bottom: int) -> None:
        warped, _, _ = warped_pair(warp, picture, picture, top, bottom, 0, width)
        if light == "display":
            total[top:bottom] += warped
            return
        alpha = warped[..., 3:].astype(np.float32)
        total[top:bottom, :, :3] += LINEAR[unpremultiply(warped)[..., :3]] * alpha
        total[top:bottom, :, 3:] += alpha

    workers.run(len(total), strip)


def _finished(mean: NDArray[np.float32], light: str) -> Rgba:
    if light == "display":
        return unpremultiply(np.round(mean).astype(np.uint8))
    result = np.empty(mean.shape, np.uint8)
    result[..., 3] = np.round(mean[..., 3])
    straight = mean[..., :3] / np.maximum(mean[..., 3:], 1e-6)
    result[..., :3] = DISPLAY[np.round(np.sqrt(straight)).astype(np.int64).clip(0, LINEAR_ROOT)]
    return result
