"""The morph between two prepared pictures: every frame between them, at any shape and colour."""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.blend import DISPLAY, LINEAR, lerp_linear, lerp_masked, packed, person_over, unpremultiply
from engine.morph.compiled import compiled
from engine.morph.curves import curve_function, curve_range
from engine.morph.mesh import MANY_DROPPED, Points, Triangles
from engine.morph.pair import MatchedOutlines, PairMesh, match_outlines, pair_mesh
from engine.morph.picture import PreparedPicture
from engine.morph.pixels import blurred, resized, size_within
from engine.morph.proportions import FACE_OVAL, face_width
from engine.morph.strips import StripWorkers
from engine.morph.warp import Rgba, Warp, make_warp, warped_pair
from engine.project.landmarks import LANDMARK_COUNT
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.morph import MorphSettings

_REACH = 0.03  # share of the longer side by which hair may stand out from the traced outline
_FEATHER = 0.12  # width of the face mask's soft edge, in face widths


class Morph:
    """All frames between two pictures of one size.

    A pair in which a face is missing cross-fades. ``notes`` says so, and everything else the person should know.

    Args:
        a, b: the pictures; their layers are used when both have them.
        settings: curves, light and what happens outside of the face.
        workers: threads to share between morphs; None makes own ones.
    """

    def __init__(
        self,
        a: PreparedPicture,
        b: PreparedPicture,
        settings: MorphSettings | None = None,
        workers: StripWorkers | None = None,
    ) -> None:
        if a.rgba.shape != b.rgba.shape:
            raise ValueError("Both pictures must be prepared for one frame")
        self.a, self.b = a, b
        self.settings = settings or MorphSettings()
        self.notes: list[str] = []
        self._workers = workers or StripWorkers()
        self._shape = curve_function(self.settings.shape)
        self._colour = curve_function(self.settings.colour)
        self._background = curve_function(self.settings.background)
        self._opaque = a.opaque and b.opaque
        self._layered = all(p.layers is not None and len(p.outlines[0]) > 0 for p in (a, b))
        self._outlines: MatchedOutlines | None = None
        self._pair: PairMesh
        self._check_faces()
        self._build()

    @property
    def crossfades(self) -> bool:
        """Whether the two pictures only fade, because one has no face."""
        return self.a.points is None or self.b.points is None

    def _check_faces(self) -> None:
        self.notes.extend([*self.a.notes, *self.b.notes])
        missing = [p.name for p in (self.a, self.b) if p.points is None]
        for name in missing:
            self.notes.append(f"No face was found in {quoted(name)}, so it fades instead of morphing.")
        if missing:
            return
        if self.a.source != self.b.source:
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"The landmarks of {quoted(self.a.name)} and {quoted(self.b.name)} come from different detectors "
                f"({' '.join(self.a.source)} and {' '.join(self.b.source)}).",
                "Detect the landmarks of both again.",
            )
        if self.settings.separation == "person" and not self._layered:
            for picture in (self.a, self.b):
                if picture.layers is None or not len(picture.outlines[0]):
                    self.notes.append(
                        f"The person in {quoted(picture.name)} could not be told from the background, "
                        "so only the face moves apart from it."
                    )

    def _build(self, *, keep_left_out: bool = False) -> None:
        """Match the points of both pictures and triangulate them."""
        if self.crossfades:
            return
        left_out = self._pair.mesh.dropped if keep_left_out else None
        if self._outlines is None:
            self._outlines = match_outlines(self.a, self.b)
        self._pair = pair_mesh(self.a, self.b, self._outlines, *curve_range(self.settings.shape), left_out)
        turned = int((self._pair.mesh.dropped < LANDMARK_COUNT).sum())
        if turned > MANY_DROPPED:
            self.notes.append(
                f"The heads in {quoted(self.a.name)} and {quoted(self.b.name)} look in clearly different directions: "
                f"{turned} landmarks had to be left out of the mesh."
            )

    @property
    def left_out(self) -> tuple[int, ...]:
        """The landmarks that the mesh leaves out; see :func:`build_mesh`."""
        if self.crossfades:
            return ()
        dropped = self._pair.mesh.dropped
        return tuple(dropped[dropped < LANDMARK_COUNT].tolist())

    def update(
        self, points_a: Points | None = None, points_b: Points | None = None, *, keep_left_out: bool = False
    ) -> None:
        """Move landmarks and mesh anew, keeping the pictures and their layers: for a live preview.

        Args:
            points_a, points_b: (478, 2) in the frame's pixels; None leaves a picture's as they are.
            keep_left_out: leave out what is left out now without trying it again; good while a point is dragged, and
                only when the key points are the same.
        """
        self.a, self.b = _moved(self.a, points_a), _moved(self.b, points_b)
        self.notes.clear()
        self._check_faces()
        self._build(keep_left_out=keep_left_out)

    def shape_at(self, time: float) -> float:
        """Return the shape that the curve gives at a time 0..1."""
        return self._shape(time)

    def at(self, time: float, out: Rgba | None = None) -> Rgba:
        """Return the frame at a time 0..1 as the curves say."""
        return self.frame(self._shape(time), self._colour(time), self._background(time), out=out)

    def mesh_at(self, time: float) -> tuple[Points, Triangles]:
        """Return the mesh's points in the frame at a time 0..1, and its triangles; none without two faces."""
        if self.crossfades:
            return np.empty((0, 2)), np.empty((0, 3), np.int32)
        return self._pair.a + self._shape(time) * (self._pair.b - self._pair.a), self._pair.mesh.triangles

    def frame(self, shape: float, colour: float, background: float | None = None, *, out: Rgba | None = None) -> Rgba:
        """Return one frame: uint8 (height, width, 4), straight alpha.

        Args:
            shape: 0 for the first picture's form, 1 for the second's; below and above exaggerate.
            colour: 0..1, how much of the second picture's colours the person has.
            background: the same for what is behind the person; None takes ``colour``.
            out: an array to write into.
        """
        colour = min(max(colour, 0.0), 1.0)
        background = colour if background is None else min(max(background, 0.0), 1.0)
        result = np.empty_like(self.a.rgba) if out is None else out
        for picture, end in ((self.a, 0.0), (self.b, 1.0)):
            if shape == colour == background == end:
                np.copyto(result, picture.rgba)
                return result
        if self.crossfades:
            self._fade(colour, result)
        else:
            weights = _weights(self._pair.sharper, colour) if self._layered else None
            warp = make_warp(self._pair.a, self._pair.b, self._pair.mesh.triangles, shape, weights)
            if self._layered:
                self._layer_frame(warp, shape, background, result)
            elif self.settings.separation == "none" or colour == background:
                self._whole_frame(warp, colour, result)
            else:
                self._face_frame(warp, colour, background, result)
        if not self._opaque:
            np.copyto(result, unpremultiply(result))
        return result

    def _mix(self, p: Rgba, q: Rgba, weight: float, out: Rgba) -> None:
        if self.settings.light == "linear":
            lerp_linear(p, q, np.full(p.shape[:2], weight, np.float32), LINEAR, DISPLAY, out)
        else:
            cv2.addWeighted(p, 1 - weight, q, weight, 0, dst=out)

    def _fade(self, colour: float, out: Rgba) -> None:
        def strip(top: int, bottom: int) -> None:
            rows = slice(top, bottom)
            self._mix(self.a.premultiplied[rows], self.b.premultiplied[rows], colour, out[rows])

        self._workers.run(len(out), strip)

    def _whole_frame(self, warp: Warp, colour: float, out: Rgba) -> None:
        width = out.shape[1]

        def strip(top: int, bottom: int) -> None:
            p, q, _ = warped_pair(warp, self.a.premultiplied, self.b.premultiplied, top, bottom, 0, width)
            self._mix(p, q, colour, out[top:bottom])

        self._workers.run(len(out), strip)

    def _face_frame(self, warp: Warp, colour: float, background: float, out: Rgba) -> None:
        mask = _face_mask(warp.frame, out.shape[1], out.shape[0])
        width = out.shape[1]

        def strip(top: int, bottom: int) -> None:
            p, q, _ = warped_pair(warp, self.a.premultiplied, self.b.premultiplied, top, bottom, 0, width)
            if self.settings.light == "linear":
                inside, outside = np.empty_like(p), np.empty_like(p)
                self._mix(p, q, colour, inside)
                self._mix(p, q, background, outside)
                lerp_masked(outside, inside, mask[top:bottom], 1.0, 0.0, out[top:bottom])
            else:
                lerp_masked(p, q, mask[top:bottom], colour, background, out[top:bottom])

        self._workers.run(len(out), strip)

    def _layer_frame(self, warp: Warp, shape: float, background: float, out: Rgba) -> None:
        first, second = self.a.layers, self.b.layers
        assert first is not None
        assert second is not None
        height, width = out.shape[:2]
        outline = self._pair.outline_a + shape * (self._pair.outline_b - self._pair.outline_a)
        reach = _REACH * max(width, height)

        def strip(top: int, bottom: int) -> None:
            rows = slice(top, bottom)
            behind_a, behind_b = packed(first.background[rows]), packed(second.background[rows])
            frame = packed(out[rows])
            left, right = _extent(outline, top - reach, bottom + reach)
            begin = int(min(max(0, left - reach), width - 1))
            end = int(min(width, max(right + reach + 1, begin + 1)))  # one column at least: maps cannot be empty
            p, q, weight = warped_pair(warp, first.person, second.person, top, bottom, begin, end)
            if self.settings.light == "linear":
                self._mix(first.background[rows], second.background[rows], background, out[rows])
                behind_a = behind_b = frame
                lerp_linear(p, q, weight, LINEAR, DISPLAY, p)
                q = p
            person_over(packed(p), packed(q), weight, behind_a, behind_b, background, frame, begin)

        self._workers.run(height, strip)


def _moved(picture: PreparedPicture, points: Points | None) -> PreparedPicture:
    if points is None or picture.points is None:
        return picture
    changed = np.flatnonzero((points != picture.points).any(axis=1))
    return replace(picture, points=points, moved=tuple(sorted({*picture.moved, *changed.tolist()})))


def _weights(sharper: NDArray[np.float64], colour: float) -> NDArray[np.float64]:
    """Return the second picture's weight at every point: ``colour``, shifted towards the picture that is sharper there.

    A picture that is stretched shows smeared hair or a widened ear; the other one, which has more pixels in that
    place, covers it. At both ends of the morph nothing is shifted.
    """
    odds = colour * np.exp(sharper)
    result: NDArray[np.float64] = odds / (odds + (1.0 - colour))
    return result


@compiled
def _extent(outline: NDArray[np.float64], top: float, bottom: float) -> tuple[float, float]:
    """Return the leftmost and rightmost x of the closed outline's segments that touch some rows; (0, -inf) if none."""
    left, right = np.inf, -np.inf
    for k in range(len(outline)):
        p, q = outline[k - 1], outline[k]
        if min(p[1], q[1]) <= bottom and max(p[1], q[1]) >= top:
            left, right = min(left, p[0], q[0]), max(right, p[0], q[0])
    return (left, right) if left <= right else (0.0, right)


def _face_mask(points: Points, width: int, height: int) -> NDArray[np.uint8]:
    """Return the feathered mask of the face: 255 inside, falling to 0 outwards of its oval."""
    oval = points[list(FACE_OVAL)]
    # A soft mask needs no more than a few hundred pixels across.
    size = size_within(width, height, 320)
    mask = np.zeros((size[1], size[0]), np.uint8)
    centre = oval.mean(axis=0)
    grown = centre + (oval - centre) * (1 + 0.5 * _FEATHER)
    cv2.fillPoly(mask, [np.round(grown * (size[0] / width, size[1] / height)).astype(np.int32)], [255])
    mask = blurred(mask, max(0.5, 0.5 * _FEATHER * face_width(points) * size[0] / width))
    return resized(mask, (width, height))
