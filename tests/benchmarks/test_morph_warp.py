"""Warp and blend of one 1024 x 1024 frame with the full mesh, against its floor, the plain way and an exact reference.

Run with ``pytest -m benchmark -s tests/benchmarks/test_morph_warp.py``.
"""

import time
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

import resources
from engine.media.pictures import read_picture
from engine.morph.landmarks import FaceDetector
from engine.morph.mesh import Points, Triangles
from engine.morph.morph import Morph
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
from engine.morph.strips import StripWorkers, opencv_on_one_thread
from engine.protocol.jobs.morph import MorphSettings

SIDE = 1024
THREADS = 2
WHOLE = MorphSettings(separation="none")
Rgba = NDArray[np.uint8]


def samples(side: int) -> tuple[PreparedPicture, PreparedPicture]:
    """Two sample portraits in a square frame, person and background apart."""
    pictures: list[PreparedPicture] = []
    with FaceDetector() as detector:
        for number in (1, 2):
            rgba = read_picture(resources.path("samples", "portraits", f"portrait-{number}.jpg"))
            (face,) = detector.detect(rgba)
            first = pictures[0].points if pictures else None
            pictures.append(prepare_picture(rgba, face, Frame(side, side), name=str(number), align_to=first))
    return pictures[0], pictures[1]


@pytest.fixture(scope="module")
def pair() -> tuple[PreparedPicture, PreparedPicture]:
    return samples(SIDE)


def best_of(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the shortest time of each call in ms; the calls take turns, so that other load meets all of them."""
    times = [[] for _ in calls]  # type: list[list[float]]
    for _ in range(rounds):
        for call, taken in zip(calls, times, strict=True):
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
    return [min(taken) * 1e3 for taken in times]


def floor_call(morph: Morph) -> Callable[[], None]:
    """Two remaps and one addWeighted of whole pictures, by OpenCV's own threads."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    x, y = columns + 5 * np.sin(rows / 60), rows + 3 * np.cos(columns / 50)
    p, q, out = (np.empty((SIDE, SIDE, 4), np.uint8) for _ in range(3))

    def call() -> None:
        cv2.setNumThreads(THREADS)
        cv2.remap(morph.a.rgba, x, y, cv2.INTER_LINEAR, dst=p, borderMode=cv2.BORDER_REPLICATE)
        cv2.remap(morph.b.rgba, x, y, cv2.INTER_LINEAR, dst=q, borderMode=cv2.BORDER_REPLICATE)
        cv2.addWeighted(p, 0.5, q, 0.5, 0, dst=out)

    return call


def floor_in_strips(morph: Morph, workers: StripWorkers) -> Callable[[], None]:
    """The same in strips of 64 rows, which stay in the cache: nothing with two remaps can be faster here."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    x, y = columns + 5 * np.sin(rows / 60), rows + 3 * np.cos(columns / 50)
    p, q, out = (np.empty((SIDE, SIDE, 4), np.uint8) for _ in range(3))

    def strip(top: int, bottom: int) -> None:
        s = slice(top, bottom)
        cv2.remap(morph.a.rgba, x[s], y[s], cv2.INTER_LINEAR, dst=p[s], borderMode=cv2.BORDER_REPLICATE)
        cv2.remap(morph.b.rgba, x[s], y[s], cv2.INTER_LINEAR, dst=q[s], borderMode=cv2.BORDER_REPLICATE)
        cv2.addWeighted(p[s], 0.5, q[s], 0.5, 0, dst=out[s])

    return lambda: workers.run(SIDE, strip)


def plain_loop(a: Rgba, b: Rgba, points_a: Points, points_b: Points, triangles: Triangles) -> Rgba:
    """The common way: for every triangle two warpAffine into its bounding box, blended and copied under a mask."""
    out = np.zeros_like(a)
    middle = (points_a + points_b) / 2
    for triangle in triangles:
        corners = middle[triangle].astype(np.float32)
        x, y, w, h = cv2.boundingRect(corners)
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, SIDE), min(y + h, SIDE)
        if x0 >= x1 or y0 >= y1:
            continue
        offset = np.array([x0, y0], np.float32)
        warped = []
        for picture, points in ((a, points_a), (b, points_b)):
            matrix = cv2.getAffineTransform(points[triangle].astype(np.float32), corners - offset)
            size = (x1 - x0, y1 - y0)
            warped.append(cv2.warpAffine(picture, matrix, size, borderMode=cv2.BORDER_REPLICATE))
        mixed = cv2.addWeighted(warped[0], 0.5, warped[1], 0.5, 0)
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        cv2.fillConvexPoly(mask, np.round(corners - offset).astype(np.int32), [1])
        np.copyto(out[y0:y1, x0:x1], mixed, where=mask[..., None] > 0)
    return out


def exact(picture: Rgba, source: Points, frame: Points, triangles: Triangles) -> NDArray[np.float64]:
    """Piecewise-affine warp in float64: each pixel centre's place by barycentric coordinates, bilinear sampling."""
    x, y = np.full((2, SIDE, SIDE), np.nan)
    for triangle in triangles:
        p = frame[triangle]
        low = np.clip(np.floor(p.min(axis=0) - 1), 0, SIDE).astype(int)
        high = np.clip(np.ceil(p.max(axis=0) + 1), 0, SIDE).astype(int)
        rows, columns = np.mgrid[low[1] : high[1], low[0] : high[0]] + 0.5
        if not rows.size:
            continue
        at = np.stack([columns.ravel(), rows.ravel(), np.ones(rows.size)])
        share = np.linalg.solve(np.column_stack([p, np.ones(3)]).T, at)
        inside = (share >= -1e-9).all(axis=0)
        place = share[:, inside].T @ source[triangle] - 0.5
        r, c = (at[1, inside] - 0.5).astype(int), (at[0, inside] - 0.5).astype(int)
        x[r, c], y[r, c] = place[:, 0], place[:, 1]
    assert np.isfinite(x).all()
    x, y = np.clip(x, 0, SIDE - 1), np.clip(y, 0, SIDE - 1)
    left, top = np.minimum(x.astype(int), SIDE - 2), np.minimum(y.astype(int), SIDE - 2)
    u, v = (x - left)[..., None], (y - top)[..., None]
    p = picture.astype(np.float64)
    upper = p[top, left] * (1 - u) + p[top, left + 1] * u
    lower = p[top + 1, left] * (1 - u) + p[top + 1, left + 1] * u
    result: NDArray[np.float64] = upper * (1 - v) + lower * v
    return result


@pytest.mark.benchmark
def test_warp_and_blend_of_the_full_mesh(pair: tuple[PreparedPicture, PreparedPicture]) -> None:
    a, b = (replace(picture, layers=None) for picture in pair)
    workers = StripWorkers(THREADS)
    morph = Morph(a, b, WHOLE, workers)
    layered = Morph(*pair, MorphSettings(), workers)
    (points_a, triangles), (points_b, _) = morph.mesh_at(0), morph.mesh_at(1)
    out = np.empty_like(a.rgba)
    frame = morph.frame(0.5, 0.5).copy()
    middle = (points_a + points_b) / 2
    reference = (exact(a.rgba, points_a, middle, triangles) + exact(b.rgba, points_b, middle, triangles)) / 2
    error = frame - reference
    quality = 10 * np.log10(255**2 / (error[..., :3] ** 2).mean())

    def loop() -> Rgba:
        cv2.setNumThreads(THREADS)
        return plain_loop(a.rgba, b.rgba, points_a, points_b, triangles)

    loop_error = loop() - reference
    ours, layers, floor, strips, plain = best_of(
        40,
        lambda: morph.frame(0.5, 0.5, out=out),
        lambda: layered.frame(0.5, 0.5, out=out),
        floor_call(morph),
        floor_in_strips(morph, workers),
        loop,
    )
    workers.close()
    print(
        f"\n{SIDE} x {SIDE}, {len(triangles)} triangles, {THREADS} threads, best of 40, taking turns"
        f"\nwarp and blend             {ours:7.2f} ms"
        f"\nfloor, OpenCV's threads    {floor:7.2f} ms   ratio {ours / floor:.2f} (at most 1.5)"
        f"\nfloor, strips in threads   {strips:7.2f} ms   ratio {ours / strips:.2f}"
        f"\nplain loop                 {plain:7.2f} ms   {plain / ours:.1f} times slower (at least 10)"
        f"\nperson over background     {layers:7.2f} ms   ratio to the first {layers / ours:.2f}"
        f"\nagainst float64: {quality:.1f} dB, at most {np.abs(error).max():.2f} levels; "
        f"plain loop: at most {np.abs(loop_error).max():.0f} levels"
    )
    assert quality >= 55
    assert np.abs(error).max() <= 3


@pytest.mark.benchmark
def test_live_preview_after_moving_a_landmark() -> None:
    side = 512
    pictures = samples(side)
    workers = StripWorkers(THREADS)
    morph = Morph(pictures[0], pictures[1], MorphSettings(), workers)
    points = pictures[0].points
    assert points is not None
    moved = points.copy()

    def edit() -> None:
        moved[33, 0] += 0.01
        morph.update(points_a=moved.copy())
        morph.frame(0.5, 0.5)

    with opencv_on_one_thread():
        (taken,) = best_of(30, edit)
    workers.close()
    print(f"\nmoved landmark to new frame at {side} x {side}: {taken:.1f} ms (33 ms is a frame at 30 per second)")
    assert morph.a.moved == (33,)
