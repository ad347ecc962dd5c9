"""The recipe of the demo film, and the project made from it."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import msgspec

from engine.project.builder import lay_morphs, lay_title, lay_voice
from engine.project.fields import Name, Text, check_duration, check_fraction, check_inside_path
from engine.project.files import read_bounded
from engine.project.folder import add_media, with_item
from engine.project.media import Caption
from engine.project.schema import Project, Settings
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.values import from_json

_MAX_BYTES = 1024 * 1024
_LONGEST = 60


class DemoTitle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that open the film; times in seconds, ``size`` as a title clip has it."""

    text: Text
    start: Fraction
    duration: Fraction
    size: Annotated[float, msgspec.Meta(ge=0.01, le=0.5)]

    def __post_init__(self) -> None:
        check_fraction("start", self.start, 0, _LONGEST)
        check_duration("duration", self.duration)


class DemoVoice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the narration is spoken; the fields of a voice job. ``start`` is its place in the film, in seconds."""

    start: Fraction
    speed: Annotated[float, msgspec.Meta(ge=0.5, le=2)]
    seed: Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
    gap: Annotated[float, msgspec.Meta(ge=0, le=10)]
    loudness: Annotated[float, msgspec.Meta(ge=-40, le=-5)]

    def __post_init__(self) -> None:
        check_fraction("start", self.start, 0, _LONGEST)


class DemoFilm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the demo film is made of. Files are named from the recipe's own folder; times are in seconds."""

    title: Name
    pictures: Annotated[tuple[str, ...], msgspec.Meta(min_length=2, max_length=100)]
    settings: Settings
    hold: Fraction
    morph: Fraction
    morph_settings: MorphSettings
    caption: DemoTitle
    narration: str
    voice: DemoVoice
    tail: Fraction

    def __post_init__(self) -> None:
        for name in (*self.pictures, self.narration):
            check_inside_path(name)
        check_fraction("hold", self.hold, 0, _LONGEST)
        check_fraction("morph", self.morph, 0, _LONGEST)
        check_fraction("tail", self.tail, 0, _LONGEST)


def read_demo(path: Path) -> DemoFilm:
    """Read a demo recipe.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT with the field that is wrong.
    """
    try:
        return from_json(read_bounded(path, _MAX_BYTES, "demo recipe"), DemoFilm)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"The demo recipe {quoted(path)} cannot be used: {error}.", "Install Portraits again."
        ) from error


def demo_project(
    demo: DemoFilm,
    folder: Path,
    project_path: Path,
    voice: Path | None,
    probe: Callable[[Path], MediaInfo],
    captions: Sequence[Caption] = (),
    *,
    names: Sequence[str] = (),
    voice_name: str = "",
) -> Project:
    """Copy the demo's files beside a project and lay its film out.

    Args:
        demo: the recipe.
        folder: where its pictures lie.
        project_path: where the project will be saved.
        voice: the spoken narration; None makes a silent film.
        probe: describes a media file; ``engine.media.probe.probe``.
        captions: the narration's sentences, in seconds of ``voice``.
        names: what the pictures are called, in order; their files' names where there are fewer.
        voice_name: what the narration is called; by default its file's name.

    Returns:
        The project, not saved yet. The last picture stands until the voice has ended, and ``tail`` seconds longer.

    Raises:
        PortraitsError: as :func:`engine.project.folder.add_media`.
    """
    project = Project(title=demo.title, settings=demo.settings)
    pictures = []
    for number, path in enumerate(demo.pictures):
        file = folder.joinpath(*path.split("/"))
        name = names[number] if number < len(names) else ""
        project, item = add_media(project, project_path, file, probe(file), name=name)
        pictures.append(item.id)
    until = Fraction(0)
    if voice is not None:
        project, item = add_media(project, project_path, voice, probe(voice), kind="voice", name=voice_name)
        project = with_item(project, msgspec.structs.replace(item, captions=tuple(captions)))
        project = lay_voice(project, item.id, start=demo.voice.start)
        until = project.timeline.duration + demo.tail
    project = lay_morphs(project, pictures, hold=demo.hold, morph=demo.morph, settings=demo.morph_settings, until=until)
    words = demo.caption
    return lay_title(project, words.text, start=words.start, duration=words.duration, size=words.size)
