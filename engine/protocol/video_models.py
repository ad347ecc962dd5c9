"""The shot models and what each was made for. Data, so that the window can show it without a model."""

from typing import Literal

import msgspec

Task = Literal["words", "picture", "first_last", "extend"]
"""What a shot begins with: words alone, a start picture, a first and a last picture, or the end of a movie."""

AUTO = "auto"

PICTURE_GUIDANCE, WORDS_GUIDANCE = 5.0, 6.0
PICTURE_SHIFT, WORDS_SHIFT = 5.0, 8.0
"""The authors' flow shifts: how long the steps stay at strong noise. 3 is also good from a picture."""


class VideoModel(msgspec.Struct, frozen=True, kw_only=True):
    """A model that makes shots.

    Attributes:
        id: its entry in the model catalog.
        title: its name for people.
        marks: all of these are in the name of a folder of this model, in lower case.
        size: which of the published transformers it is.
        tasks: what it can begin with.
        forcing: it denoises frames at noise levels of their own (diffusion forcing): long shots are made in windows.
        width: of the shots it was trained on, in pixels.
        height: of the shots it was trained on, in pixels.
        window: frames it was trained to make in one go.
        steps: how many by default.
    """

    id: str
    title: str
    marks: tuple[str, ...]
    size: Literal["1.3B", "14B"]
    tasks: tuple[Task, ...]
    forcing: bool = False
    width: int = 960
    height: int = 544
    window: int = 97
    steps: int = 50


_ANYTHING: tuple[Task, ...] = ("words", "picture", "first_last", "extend")

MODELS = (
    VideoModel(
        id="skyreels-v2-t2v-14b-540p",
        title="SkyReels-V2 14B, 540p",
        marks=("t2v", "14b", "540p"),
        size="14B",
        tasks=("words",),
    ),
    VideoModel(
        id="skyreels-v2-t2v-14b-720p",
        title="SkyReels-V2 14B, 720p",
        marks=("t2v", "14b", "720p"),
        size="14B",
        tasks=("words",),
        width=1280,
        height=720,
        window=121,
    ),
    VideoModel(
        id="skyreels-v2-i2v-14b-540p",
        title="SkyReels-V2 14B from a picture, 540p",
        marks=("i2v", "14b", "540p"),
        size="14B",
        tasks=("picture",),
    ),
    VideoModel(
        id="skyreels-v2-i2v-14b-720p",
        title="SkyReels-V2 14B from a picture, 720p",
        marks=("i2v", "14b", "720p"),
        size="14B",
        tasks=("picture",),
        width=1280,
        height=720,
        window=121,
    ),
    VideoModel(
        id="skyreels-v2-df-14b-540p",
        title="SkyReels-V2 14B, long shots, 540p",
        marks=("df", "14b", "540p"),
        size="14B",
        tasks=_ANYTHING,
        forcing=True,
        steps=30,
    ),
    VideoModel(
        id="skyreels-v2-df-14b-720p",
        title="SkyReels-V2 14B, long shots, 720p",
        marks=("df", "14b", "720p"),
        size="14B",
        tasks=_ANYTHING,
        forcing=True,
        width=1280,
        height=720,
        window=121,
        steps=30,
    ),
    VideoModel(
        id="skyreels-v2-i2v-1.3b-540p",
        title="SkyReels-V2 1.3B from a picture, 540p",
        marks=("i2v", "1.3b", "540p"),
        size="1.3B",
        tasks=("picture",),
    ),
    VideoModel(
        id="skyreels-v2-flf2v-1.3b-540p",
        title="SkyReels-V2 1.3B between two pictures, 540p",
        marks=("flf2v", "1.3b", "540p"),
        size="1.3B",
        tasks=("first_last",),
    ),
    VideoModel(
        id="skyreels-v2-df-1.3b-540p",
        title="SkyReels-V2 1.3B, long shots, 540p",
        marks=("df", "1.3b", "540p"),
        size="1.3B",
        tasks=_ANYTHING,
        forcing=True,
        steps=30,
    ),
)
"""Every published one, the better of two that can do the same first."""


def model_named(name: str) -> VideoModel | None:
    """Return the model that an id, a repository or a folder means, told from the last part of its name, or None."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2].lower()
    for model in MODELS:
        if last == model.id:
            return model
    words = set(last.replace("_", "-").split("-"))
    return next((model for model in MODELS if words.issuperset(model.marks)), None)


def models_for(task: Task, *, long: bool = False, width: int = 0, height: int = 0) -> tuple[VideoModel, ...]:
    """Return the models for a shot, the best first: those trained on its size before the others.

    Args:
        task: what it begins with.
        long: it has more frames than one window.
        width: in pixels; 0 when it is not known.
        height: in pixels.
    """
    fitting = [model for model in MODELS if task in model.tasks and (model.forcing or not long)]
    area = width * height
    if area:
        fitting.sort(key=lambda model: (model.size == "1.3B", abs(model.width * model.height - area)))
    return tuple(fitting)
