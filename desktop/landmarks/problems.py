"""What is wrong with the points, in the words of the list."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from desktop.landmarks.face import Face
from desktop.landmarks.regions import region_of
from desktop.landmarks.session import Session
from desktop.widgets.words import counted, tr
from engine.project.landmarks import LANDMARK_COUNT

Action = Literal["relax", "show", "detect", "scale", "bring_in", "complete"]

_NAMED = 3


@dataclass(frozen=True)
class Problem:
    """One line of the list and the button that helps.

    Attributes:
        key: tells problems of different lists apart.
        state: "err", "warn" or "info".
        text: what is wrong.
        detail: where.
        action: what the button does.
        side: the picture it is in.
        points: the landmarks it is about.
    """

    key: str
    state: Literal["err", "warn", "info"]
    text: str
    detail: str
    action: Action
    side: int
    points: tuple[int, ...] = ()


def outside(face: Face) -> tuple[int, ...]:
    """Return the landmarks that lie outside of the picture."""
    off = (face.points < 0).any(axis=1) | (face.points > (face.width, face.height)).any(axis=1)
    return tuple(np.flatnonzero(off).tolist())


def find_problems(session: Session, left_out: tuple[int, ...] | None = None) -> tuple[Problem, ...]:
    """Return what a person should know, the worst first.

    Args:
        session: the open pictures.
        left_out: landmarks that the last rendered morph left out; None while there is none.
    """
    found: list[Problem] = []
    for index, side in enumerate(session.sides):
        letter = f"{session.letter(index)} · " if session.paired else ""
        if side.other_size and side.stored is not None:
            size = f"{side.stored.width} x {side.stored.height}"
            detail = letter + tr("They belong to {size} pixels", size=size)
            found.append(Problem("size", "err", tr("The landmarks have another size"), detail, "scale", index))
        face = side.face
        if face is None:
            continue
        if session.mesh is not None:
            corners = session.mesh.turned_points(index, face)
            count = len(session.mesh.turned(index, face))
            if count:
                text = counted(count, "{n} triangle turned over", "{n} triangles turned over")
                found.append(Problem("turned", "err", text, f"{letter}{_where(corners)}", "relax", index, corners))
        off = outside(face)
        if off:
            text = counted(len(off), "{n} point outside of the picture", "{n} points outside of the picture")
            found.append(Problem("outside", "warn", text, f"{letter}{_where(off)}", "bring_in", index, off))
        if side.other_version:
            detail = f"{letter}{face.detector} {face.version}"
            found.append(Problem("version", "info", tr("Found by another detector"), detail, "detect", index))
    found += _of_the_pair(session, left_out)
    return tuple(found)


def _of_the_pair(session: Session, left_out: tuple[int, ...] | None) -> list[Problem]:
    found: list[Problem] = []
    if session.paired and len(session.faces) == 2:
        one, other = session.faces
        if (one.detector, one.version) != (other.detector, other.version):
            text = tr("Different detectors in A and B")
            found.append(Problem("detectors", "err", text, tr("They cannot be morphed into each other"), "detect", 1))
        alone = {p.id for p in one.key_points} ^ {p.id for p in other.key_points}
        if alone:
            text = counted(len(alone), "{n} key point without a partner", "{n} key points without a partner")
            found.append(
                Problem("alone", "warn", text, tr("It does nothing until both pictures have it"), "complete", 0)
            )
    dropped = left_out if left_out is not None else (session.mesh.left_out if session.mesh is not None else ())
    if dropped and session.paired:
        text = counted(len(dropped), "{n} point left out of the mesh", "{n} points left out of the mesh")
        found.append(Problem("left_out", "info", text, _where(dropped), "show", 0, dropped))
    return found


def _where(points: tuple[int, ...]) -> str:
    """Return a region and the first points, such as "Right eyebrow · 63, 105, 66"."""
    regions = [region_of()[index].text for index in points if index < LANDMARK_COUNT]
    if not regions:
        return ""
    most = max(dict.fromkeys(regions), key=regions.count)
    numbers = ", ".join(str(index) for index in points[:_NAMED]) + (
        "\N{NO-BREAK SPACE}…" if len(points) > _NAMED else ""
    )
    return f"{tr(most)} · {numbers}"
