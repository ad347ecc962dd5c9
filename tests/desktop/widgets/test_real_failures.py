"""Failures that the engine's own code raises, from every part of it, are shown in German with the right file's name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.widgets.engine_words import engine_text
from engine.host.window_words import for_window
from engine.protocol.errors import Failure, PortraitsError
from engine.protocol.jobs import FilmJob, ImageJob, MorphJob, VideoJob, VoiceJob
from engine.protocol.jobs.base import Source

NAME = "Größe. 100%1 „neu“"
"""A name with everything that could be taken for something else."""

Raise = Callable[[Path], object]


def _file(folder: Path, suffix: str, content: bytes = b"") -> Path:
    path = folder / f"{NAME}{suffix}"
    path.write_bytes(content)
    return path


def _animation(folder: Path) -> object:
    from engine.animation.motion_input import load_one

    return load_one(_file(folder, ".bvh", b"HIERARCHY\nROOT"))


def _animation_pickle(folder: Path) -> object:
    from engine.animation.motion_input import load_one

    return load_one(_file(folder, ".pkl", b"cos\nsystem\n(S'true'\ntR."))


def _devices(_folder: Path) -> object:
    from engine.devices.detect import choose, cpu

    return choose((cpu(),), "cuda:7")


def _diffusion(folder: Path) -> object:
    from engine.diffusion.lora_file import check_lora

    return check_lora(_file(folder, ".safetensors", b"\x02\x00\x00\x00\x00\x00\x00\x00{}"), "SDXL")


def _film_captions(folder: Path) -> object:
    from engine.film.captions import read_captions

    return read_captions(_file(folder, ".txt", b"no subtitles"))


def _film(folder: Path) -> object:
    from engine.film.plan import plan_film
    from engine.project.schema import Project

    path = folder / f"{NAME}.portraits"
    return plan_film(Project(), FilmJob(project=Source(path=str(path)), output=str(folder / "x.mp4")))


def _host(_folder: Path) -> object:
    from engine.host.runner import as_portraits_error

    raise as_portraits_error(MemoryError())


def _host_unknown(_folder: Path) -> object:
    from engine.host.runner import as_portraits_error

    raise as_portraits_error(ZeroDivisionError("division by zero"))


def _image(_folder: Path) -> object:
    from engine.image.plan import settled
    from engine.protocol.picture_models import preset_for

    job = ImageJob(prompt=" ", output="x")
    return settled(job, preset_for(job.model), print)


def _image_template(_folder: Path) -> object:
    from engine.image.prompts import Words, with_templates

    return with_templates(Words("a", ""), ["no such one"])


def _media_missing(folder: Path) -> object:
    from engine.media.pictures import list_pictures

    return list_pictures([folder / f"{NAME}.png"])


def _media_broken(folder: Path) -> object:
    from engine.media.picture_reader import read_picture

    return read_picture(_file(folder, ".png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))


def _media_movie(folder: Path) -> object:
    from engine.media.probe import probe

    return probe(_file(folder, ".mp4", b"this is no movie at all"))


def _media_taken(folder: Path) -> object:
    from engine.media.files import atomic_output

    with atomic_output(_file(folder, ".png"), overwrite=False):
        return None


def _media_folder(folder: Path) -> object:
    from engine.media.files import atomic_output

    with atomic_output(folder / NAME / "x.png", overwrite=False):
        return None


def _models(_folder: Path) -> object:
    from engine.models.catalog import load

    return load().get("no-such-model")


def _models_header(folder: Path) -> object:
    from engine.models.header import read_header

    return read_header(_file(folder, ".safetensors", b"{}"))


def _models_pickle(folder: Path) -> object:
    from engine.models.safe import load_tensors

    return load_tensors(_file(folder, ".ckpt", b"x"))


def _morph(_folder: Path) -> object:
    from engine.morph.plan import plan_movie

    return plan_movie(MorphJob(inputs=(Source(path="a.png"),), output="x.mp4"), 1)


def _packs(folder: Path) -> object:
    from engine.packs.listing import read_list

    return read_list(_file(folder, ".toml", b"not [ toml"))


def _project_empty(folder: Path) -> object:
    from engine.project.store import load

    return load(_file(folder, ".portraits"))


def _project_newer(folder: Path) -> object:
    from engine.project.store import load

    return load(_file(folder, ".portraits", b'{"version": 999}'))


def _project_wrong(folder: Path) -> object:
    from engine.project.store import load

    return load(_file(folder, ".portraits", b'{"version": 1, "settings": {"width": "wide"}}'))


def _project_pack(folder: Path) -> object:
    from engine.project.pack import unpack

    return unpack(_file(folder, ".zip", b"PK no zip"), folder / "out")


def _project_edit(_folder: Path) -> object:
    from engine.project.edit.find import chosen_tracks
    from engine.project.schema import Project

    return chosen_tracks(Project(), ["x"])


def _protocol(_folder: Path) -> object:
    from engine.protocol.bounds import checked

    return checked(replace(VoiceJob(text="a", output="x.wav"), speed=99.0))


def _protocol_recipe(folder: Path) -> object:
    from engine.protocol.recipe import from_text

    return from_text("{}", str(folder / f"{NAME}.png"))


def _updates(_folder: Path) -> object:
    from engine.updates.look import look_for_update

    return look_for_update(None)


def _video(_folder: Path) -> object:
    from engine.video.plan import check_request

    return check_request(VideoJob(prompt="a", output="x.mp4", last_image=Source(path="a.png")))


def _voice(_folder: Path) -> object:
    from engine.voice.text import prepare

    return prepare("Привет <laugh> 🎈")


def _voice_subtitles(folder: Path) -> object:
    from engine.voice.subtitles import read_subtitles

    return read_subtitles(_file(folder, ".srt", b"nothing"))


def _voice_words(_folder: Path) -> object:
    from engine.voice.pronunciation import respelled

    return respelled(["nothing"])


_RAISE: tuple[Raise, ...] = (
    _animation,
    _animation_pickle,
    _devices,
    _diffusion,
    _film,
    _film_captions,
    _host,
    _host_unknown,
    _image,
    _image_template,
    _media_broken,
    _media_folder,
    _media_missing,
    _media_movie,
    _media_taken,
    _models,
    _models_header,
    _models_pickle,
    _morph,
    _packs,
    _project_edit,
    _project_empty,
    _project_newer,
    _project_pack,
    _project_wrong,
    _protocol,
    _protocol_recipe,
    _updates,
    _video,
    _voice,
    _voice_subtitles,
    _voice_words,
)

_ENGLISH = {" the ", " is ", " not ", " cannot ", " no ", " and ", " of ", " it ", " with ", " or "}
"""Words that no German sentence has."""


def _failure(raise_: Raise, folder: Path) -> Failure:
    with pytest.raises(PortraitsError) as caught:
        raise_(folder)
    return for_window(caught.value.failure)


@pytest.mark.parametrize("raise_", _RAISE, ids=lambda each: each.__name__.strip("_"))
def test_it_is_told_in_german(german: None, tmp_path: Path, raise_: Raise) -> None:
    failure = _failure(raise_, tmp_path)
    for english in (failure.what, failure.safe, failure.todo):
        shown = engine_text(english)
        if english:
            assert shown != english
            assert [word for word in _ENGLISH if word in f" {shown} ".replace(NAME, "")] == [], shown
            assert (NAME in english) == (NAME in shown), shown


def test_every_part_of_the_engine_is_here() -> None:
    root = Path(__file__).resolve().parents[3] / "engine"
    raising = {
        file.relative_to(root).parts[0]
        for file in root.rglob("*.py")
        if "raise PortraitsError(" in file.read_text(encoding="utf-8")
    }
    tested = {each.__name__.strip("_").partition("_")[0] for each in _RAISE}
    assert raising - {"commands", "api.py"} <= tested


def test_fractions_are_in_the_language(german: None) -> None:
    from engine.animation.timing import retimed

    with pytest.raises(PortraitsError) as caught:
        retimed(None, 12.5)  # type: ignore[arg-type]
    assert engine_text(caught.value.failure.what) == "Das Tempo 12,5 liegt nicht zwischen 0,1 und 10."
