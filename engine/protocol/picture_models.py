"""What kinds of picture models want: steps, guidance and size. Data, so that the window can show it without a model."""

from typing import Literal

import msgspec

Scheduler = Literal[
    "auto", "euler_a", "euler", "heun", "dpmpp_2m", "dpmpp_2m_karras", "dpmpp_2m_sde_karras", "unipc", "ddim", "lcm"
]

DEFAULT_MODEL = "sdxl-turbo"


class PicturePreset(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that a kind of model was made for.

    Attributes:
        id: its name in files.
        title: its name for people.
        marks: parts of a model's name that tell this kind, in lower case; empty for the kind of all others.
        steps: how many by default.
        fewest_steps: below this pictures stay unfinished.
        most_steps: above this more steps rarely help, or spoil the picture.
        guidance_scale: 0 is without guidance.
        scheduler: the sampling method behind "auto".
        spacing: how its steps are laid over the noise levels, as diffusers calls it.
        side: width and height of the squares it was trained on, in pixels.
    """

    id: str
    title: str
    marks: tuple[str, ...] = ()
    steps: int
    fewest_steps: int
    most_steps: int
    guidance_scale: float
    scheduler: Scheduler
    spacing: Literal["leading", "trailing"] = "leading"
    side: int


TURBO = PicturePreset(
    id="turbo",
    title="Turbo",
    marks=("turbo",),
    steps=2,
    fewest_steps=1,
    most_steps=4,
    guidance_scale=0.0,
    scheduler="euler_a",
    spacing="trailing",
    side=512,
)
FEW_STEPS = PicturePreset(
    id="few-steps",
    title="Few steps",
    marks=("lightning", "hyper", "dmd2", "lcm"),
    steps=6,
    fewest_steps=4,
    most_steps=10,
    guidance_scale=0.0,
    scheduler="euler",
    spacing="trailing",
    side=1024,
)
STANDARD = PicturePreset(
    id="standard",
    title="Standard",
    steps=30,
    fewest_steps=20,
    most_steps=40,
    guidance_scale=6.0,
    scheduler="euler",
    side=1024,
)

PRESETS = (TURBO, FEW_STEPS, STANDARD)
"""The first whose mark is in a model's name is taken; the last has none and fits everything else."""


def preset_for(model: str) -> PicturePreset:
    """Return the preset of a model, told from its id or the last part of its path."""
    name = model.replace("\\", "/").rstrip("/").rpartition("/")[2].lower()
    return next(preset for preset in PRESETS if not preset.marks or any(mark in name for mark in preset.marks))
