"""Makes each face again at the model's own size and sets it back: small faces come out of one pass smeared."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.image.denoise import Denoising, Start, denoise
from engine.image.faces import Box, FaceFinder, Rgba, square_around
from engine.image.family import Tensors
from engine.image.pixels import to_latents, to_pictures
from engine.image.plan import steps_for
from engine.image.studio import Studio
from engine.image.watch import Kept, StepWatch
from engine.media.pictures import resize_picture
from engine.project.landmarks import Landmarks
from engine.protocol.picture_models import PicturePreset

_FEATHER = 0.12
_MOST_FACES = 8


def faces_to_repair(finder: FaceFinder, picture: Rgba) -> list[Landmarks]:
    """Return the largest faces of a picture, at most eight."""
    faces = sorted(finder(picture), key=lambda face: square_around(face, 1.0).width, reverse=True)
    return faces[:_MOST_FACES]


def work_side(preset: PicturePreset, box: Box) -> int:
    """Return the side that a face is made again at: the model's own, or more for a face that is larger already."""
    return max(preset.side, box.width // 8 * 8)


def repair_face(
    studio: Studio,
    picture: Rgba,
    face: Landmarks,
    words: Tensors,
    settings: Denoising,
    seed: int,
    *,
    strength: float,
    margin: float,
    watch: StepWatch,
    tiled: bool,
) -> Rgba:
    """Return the picture with one face made again.

    The square around the face is enlarged to the model's own size and inpainted: outside the oval of the face the
    latents are put back after each step, so that hair and background join without a seam.

    Args:
        studio: the model.
        picture: uint8 (height, width, 4).
        face: of this picture.
        words: the encoded prompt, one row.
        settings: the numbers of the picture's own pass.
        seed: for the noise.
        strength: how much the face may change.
        margin: how much larger than the face the square is.
        watch: told of each step; its ``kept`` is set here.
        tiled: encode and decode in tiles.
    """
    box = square_around(face, margin)
    side = work_side(studio.files.preset, box)
    part = picture[box.top : box.top + box.height, box.left : box.left + box.width]
    enlarged = resize_picture(part, side, side)
    oval = _oval(face, box, side)
    latents = to_latents(studio.pipeline.vae, enlarged, tiled=tiled)
    watch.keep(_kept(latents, oval, seed))
    made = denoise(
        studio,
        Denoising(side, side, steps_for(settings.steps, strength), settings.guidance_scale, settings.scheduler),
        words,
        [seed],
        watch,
        Start(latents, strength),
    )
    repaired = to_pictures(studio.pipeline.vae, made, tiled=tiled)[0]
    return _set_back(picture, repaired, oval, box)


def _oval(face: Landmarks, box: Box, side: int) -> NDArray[np.float32]:
    """1 inside the face, falling to 0 over a soft edge; (side, side)."""
    points = (np.asarray(face.points) - (box.left, box.top)) * (side / box.width)
    mask = np.zeros((side, side), np.float32)
    outline = cv2.convexHull(points.round().astype(np.int32))
    cv2.fillConvexPoly(mask, outline, 1.0)
    reach = max(1, round(side * _FEATHER / 2))
    grown = cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)))
    return np.asarray(cv2.GaussianBlur(grown, (0, 0), reach / 2), np.float32)


def _kept(latents: Any, oval: NDArray[np.float32], seed: int) -> Kept:
    import torch

    height, width = latents.shape[-2:]
    mask = torch.from_numpy(cv2.resize(oval, (width, height), interpolation=cv2.INTER_AREA))[None, None]
    noise = torch.randn(latents.shape, generator=torch.Generator("cpu").manual_seed(seed), dtype=torch.float32)
    return Kept(latents, mask.to(latents), noise.to(latents))


def _set_back(picture: Rgba, repaired: Rgba, oval: NDArray[np.float32], box: Box) -> Rgba:
    small = resize_picture(repaired, box.width, box.height)
    weight = cv2.resize(oval, (box.width, box.height), interpolation=cv2.INTER_AREA)[..., None]
    result = picture.copy()
    window = result[box.top : box.top + box.height, box.left : box.left + box.width]
    blended = window[..., :3] * (1 - weight) + small[..., :3] * weight
    window[..., :3] = blended.round().astype(np.uint8)
    return result
