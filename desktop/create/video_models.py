"""Which models can make a shot, which of them "auto" takes here, and the usual sizes."""

from collections.abc import Sequence
from pathlib import Path

from desktop.create.size_field import Shape
from desktop.models.words import fits
from desktop.state.models import Models
from desktop.widgets.words import short_name, tr
from engine.protocol.devices import Device
from engine.protocol.jobs import VideoJob
from engine.protocol.shot_choices import chosen_model, is_long
from engine.protocol.video_models import AUTO, MODELS, VideoModel, models_for


def model_of(job: VideoJob, store: Models, device: Device | None) -> VideoModel | None:
    """Return the model that a job will use here, None for a folder of one's own that tells nothing."""
    return best_model(job, store, device) if job.model == AUTO else chosen_model(job)


def best_model(job: VideoJob, store: Models, device: Device | None) -> VideoModel | None:
    """Return what "auto" takes: the best that is here, else the best that this computer can run, else the smallest."""
    offered = models_for(job.task, long=is_long(job), width=job.width, height=job.height)
    here = next((each for each in offered if store.is_here(each.id)), None)
    states = [(each, state) for each in offered if (state := store.model(each.id)) is not None]
    fitting = next((each for each, state in states if fits(state, device)), None)
    smallest = min(states, key=lambda pair: pair[1].memory, default=None)
    return here or fitting or (smallest[0] if smallest else None)


def offered_models(job: VideoJob, store: Models, device: Device | None) -> list[tuple[str, str, str]]:
    """Return value, title and id in the catalog of each model that can make a shot; the job's own is among them."""
    can: Sequence[VideoModel] = models_for(job.task, long=is_long(job))
    best = best_model(job, store, device)
    choices = [(AUTO, tr("Best that is here"), best.id if best is not None else "")]
    choices += [(each.id, card_title(each), each.id) for each in MODELS if each in can or each.id == job.model]
    if all(job.model != value for value, _, _ in choices):
        choices.append((job.model, short_name(Path(job.model).name), ""))
    return choices


def shot_sizes() -> tuple[Shape, ...]:
    """Return the sizes that are offered."""
    return (
        Shape(960, 544, "540p"),
        Shape(544, 960, "540p"),
        Shape(720, 720, tr("square")),
        Shape(1280, 720, "720p"),
        Shape(720, 1280, "720p"),
        Shape(640, 368, tr("small")),
    )


def card_title(model: VideoModel) -> str:
    """Return a model's name without that of its family, which stands above the cards."""
    words = {"picture": tr("from a picture"), "first_last": tr("between two pictures")}
    kind = tr("long shots") if model.forcing else words.get(model.tasks[0], "")
    lines = "720p" if min(model.width, model.height) == 720 else "540p"
    return " · ".join(part for part in (model.size, kind, lines) if part)
