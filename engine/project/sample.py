"""The sample project of the window: the demo film with what a first start cannot wait for already made."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec.structs import replace

from engine import __version__
from engine.project.demo import demo_project, read_demo
from engine.project.fields import Name, check_inside_path
from engine.project.files import read_bounded
from engine.project.folder import add_media, with_item
from engine.project.landmarks import read_landmarks
from engine.project.media import Caption
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs import VoiceJob
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.recipe import recipe_of
from engine.protocol.values import from_json

_MAX_BYTES = 1024 * 1024


class Sample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of the sample's files beforehand. Files are named from the folder of ``sample.json``.

    ``names`` are those of the demo film's pictures, in order. ``figure`` is a picture that lies in the gallery only.
    ``media`` describes every file, so that nothing has to be opened to find out. ``captions`` are the sentences of the
    narration, in seconds of ``voice``.
    """

    names: tuple[Name, ...]
    figure: str
    figure_name: Name
    voice: str
    voice_name: Name
    media: dict[str, MediaInfo]
    captions: Annotated[tuple[Caption, ...], msgspec.Meta(max_length=1000)]

    def __post_init__(self) -> None:
        for name in (self.figure, self.voice, *self.media):
            check_inside_path(name)


def sample_project(folder: Path, project_path: Path) -> Project:
    """Copy the sample's files beside a project and lay its film out; no media library and no model is needed.

    Args:
        folder: the samples.
        project_path: where the project will be saved.

    Returns:
        The project, not saved yet: portraits with their landmarks, morphs, a title and a voice.

    Raises:
        PortraitsError: as :func:`engine.project.folder.add_media`; MISSING_INPUT or BAD_INPUT when the samples are not
            as they were installed.
    """
    demo, sample = read_demo(folder / "demo.json"), _read(folder / "sample.json")
    facts = {folder.joinpath(*name.split("/")): info for name, info in sample.media.items()}
    voice = folder / sample.voice
    project = demo_project(
        demo,
        folder,
        project_path,
        voice,
        facts.__getitem__,
        sample.captions,
        names=sample.names,
        voice_name=sample.voice_name,
    )
    for item, name in zip(project.media, demo.pictures, strict=False):
        landmarks = read_landmarks(folder.joinpath(*name.split("/")).with_suffix(".landmarks.json"))
        project = with_item(project, replace(item, landmarks=landmarks))
    spoken = VoiceJob(
        text=folder.joinpath(demo.narration).read_text("utf-8").strip(),
        output=f"{sample.voice_name}.wav",
        speed=demo.voice.speed,
        seed=demo.voice.seed,
        gap=demo.voice.gap,
        loudness=demo.voice.loudness,
    )
    recipe = recipe_of(spoken, app_version=__version__, inputs={})
    narration = next(item for item in project.media if item.kind == "voice")
    project = with_item(project, replace(narration, recipe=recipe))
    figure = folder / sample.figure
    return add_media(project, project_path, figure, facts[figure], name=sample.figure_name)[0]


def _read(path: Path) -> Sample:
    try:
        return from_json(read_bounded(path, _MAX_BYTES, "list of samples"), Sample)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"The samples {quoted(path)} cannot be used: {error}.", "Install Portraits again."
        ) from error
