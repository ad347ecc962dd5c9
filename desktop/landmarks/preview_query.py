"""The question for frames of the morph as the points are now."""

import numpy as np

from desktop.landmarks.session import Session
from desktop.landmarks.side import Side
from engine.protocol.queries import MorphFrames, MorphSide, MorphView


def frames_query(
    session: Session, view: MorphView, times: tuple[float, ...], side: int, *, live: bool, shown: int = 0
) -> MorphFrames:
    """Return the question for frames of the two open pictures, which both have a face.

    Args:
        session: the open pictures.
        view: the morph, the onion skin or the difference.
        times: 0..1.
        side: the longer side in pixels that is rendered, no more than the pictures have.
        live: whether speed counts more than the last bit of exactness.
        shown: the longer side that is sent, 0 for what was rendered.
    """
    first, second = session.sides
    largest = max(first.width, first.height, 16)
    return MorphFrames(
        first=_side(first),
        second=_side(second),
        settings=session.settings,
        times=times,
        side=min(side, largest),
        shown_side=shown,
        view=view,
        live=live,
    )


def _side(side: Side) -> MorphSide:
    face = side.face
    assert face is not None
    return MorphSide(
        path=str(side.path),
        sha256=side.sha256,
        points=face.points.astype("<f8").tobytes(),
        moved=tuple(np.flatnonzero(face.moved).tolist()),
        key_points=tuple((point.id, point.x, point.y) for point in face.key_points),
    )
