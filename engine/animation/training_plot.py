"""A picture of the training's curves, for the live preview."""

import cv2
import numpy as np
from numpy.typing import NDArray

_PANES = (
    ("loss", "loss"),
    ("validation_mm", "error, mm"),
    ("perplexity", "perplexity"),
    ("used", "used codes"),
)
_BACKGROUND, _LINE, _TEXT, _RAW = (32, 36, 43), (232, 155, 98), (220, 220, 220), (120, 90, 70)
_WIDTH, _HEIGHT, _MARGIN = 440, 176, 26
_SMOOTHED_OVER = 9


def plot_curves(points: dict[str, list[tuple[int, float]]]) -> NDArray[np.uint8]:
    """Draw four curves in a 2 x 2 grid, uint8 (352, 880, 3) RGB; a curve without points leaves its pane empty.

    Args:
        points: name -> (step, value).
    """
    panes = [_pane(title, points.get(name, [])) for name, title in _PANES]
    return np.vstack([np.hstack(panes[:2]), np.hstack(panes[2:])])


def _pane(title: str, points: list[tuple[int, float]]) -> NDArray[np.uint8]:
    pane = np.full((_HEIGHT, _WIDTH, 3), _BACKGROUND, np.uint8)
    newest = f"{points[-1][1]:.4g}" if points else ""
    cv2.putText(pane, f"{title}  {newest}", (10, 17), cv2.FONT_HERSHEY_SIMPLEX, 0.45, _TEXT, 1, cv2.LINE_AA)
    if len(points) < 2:
        return pane
    steps, values = (np.array(column, np.float64) for column in zip(*points, strict=True))
    kernel = min(_SMOOTHED_OVER, len(values))
    padded = np.pad(values, (kernel // 2, kernel - 1 - kernel // 2), mode="edge")
    smooth = np.convolve(padded, np.full(kernel, 1 / kernel), "valid")
    low, high = float(values.min()), float(values.max())
    across = (steps - steps[0]) / max(steps[-1] - steps[0], 1) * (_WIDTH - 20) + 10
    for line, colour, thickness in ((values, _RAW, 1), (smooth, _LINE, 2)):
        down = _HEIGHT - 10 - (line - low) / max(high - low, 1e-12) * (_HEIGHT - _MARGIN - 14)
        path = np.stack([across, down], axis=1).round().astype(np.int32)
        cv2.polylines(pane, [path], False, colour, thickness, cv2.LINE_AA)
    return pane
