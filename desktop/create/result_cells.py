"""The cells in which the results of a job stand: what is there, what is being made, and what waits."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from desktop.state.queue_entry import LiveJob, QueueEntry
from desktop.widgets.numbers import short_number
from desktop.widgets.words import tr
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob
from engine.protocol.jobs.base import Artifact

_SHOWN = ("picture", "movie")


class Cell(NamedTuple):
    """One result, or the place of one that is not there yet (without a path).

    ``image`` is its newest preview, ``part`` how much of it is done while it is worked on.
    """

    path: str
    sha256: str
    left: str
    right: str
    image: QImage | None = None
    part: float | None = None


def cells_of(entry: QueueEntry) -> tuple[Cell, ...]:
    """Return the results of a job, or the places for them while it waits."""
    made = [artifact for artifact in entry.artifacts if artifact.media.kind in _SHOWN]
    if made:
        return tuple(_made(entry, number, artifact) for number, artifact in enumerate(made))
    return tuple(Cell("", "", name, "") for name in _places(entry))


def live_cells(entry: QueueEntry, live: LiveJob | None) -> tuple[Cell, ...]:
    """Return the places of a running job with what previews show of each; "" stands right of those that wait."""
    tiles, at = ({}, ()) if live is None else (live.tiles, live.at)
    part = _part(live)
    finished = part is not None and part >= 1
    cells = []
    for place, name in enumerate(_places(entry)):
        if place in at and not finished:
            cells.append(Cell("", "", name, tr("{n} %", n=int(100 * (part or 0))), tiles.get(place), part or 0.0))
        else:
            cells.append(Cell("", "", name, tr("Made") if place in tiles else "", tiles.get(place)))
    return tuple(cells)


def makes_several(entry: QueueEntry) -> bool:
    """Whether a job makes pictures side by side, so that each is followed in a cell of its own."""
    return isinstance(entry.job, ImageJob | SeriesJob | GridJob) and len(_places(entry)) > 1


def _part(live: LiveJob | None) -> float | None:
    """Return how much of the pictures that are worked on is done; progress counts pictures over the whole job."""
    if live is None or live.progress is None or not live.at:
        return None
    together, step = len(live.at), live.progress.step
    begun = min(live.at)
    if not 0 <= step - begun <= together:
        # Pictures of a series that are made again come in an order of their own.
        begun = math.floor(step / together) * together
    return min(1.0, (step - begun) / together)


def _places(entry: QueueEntry) -> Sequence[str]:
    """Return what the pictures of a job are called, in the order in which it counts them."""
    job = entry.job
    if isinstance(job, ImageJob):
        return [str(job.seed + number) for number in range(job.num_images)]
    if isinstance(job, SeriesJob):
        return job.variations
    if isinstance(job, GridJob):
        seeds = job.seeds or tuple(job.seed + step for step in range(3))
        factors = (0.0, *job.strengths) if job.loras else (1.0,)
        names = [f"{seed} · {short_number(factor)}" if job.loras else str(seed) for seed in seeds for factor in factors]
        return names * (1 + len(job.prompts))
    return [str(getattr(job, "seed", ""))]


def _made(entry: QueueEntry, number: int, artifact: Artifact) -> Cell:
    job, info = entry.job, artifact.media
    left = str(job.seed + number) if isinstance(job, ImageJob) else Path(artifact.path).stem
    right = f"{info.width} × {info.height}" if info.width else ""
    return Cell(artifact.path, artifact.sha256, left, right)
