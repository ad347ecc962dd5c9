"""Runs a :class:`SoundJob`."""

from pathlib import Path

import numpy as np
from msgspec.structs import replace

from engine import __version__
from engine.media.files import output_exists, sha256_of
from engine.media.probe import RECIPE_KEY
from engine.media.sound import read_sound, write_sound
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.jobs.sound import SoundJob
from engine.protocol.recipe import recipe_of, to_text
from engine.voice.editing import Samples, cut, faded, silenced, without_silent_ends
from engine.voice.level import levelled, limited

_STEPS = 4


def run(job: SoundJob, context: JobContext) -> list[Artifact]:
    """Edit a sound into a new file.

    Raises:
        PortraitsError: USAGE for a wrong file name or times that leave nothing, BAD_INPUT for a file without sound,
            and what reading and writing can raise.
        Cancelled: nothing is left under the final name.
    """
    source, output = Path(job.input.path), Path(job.output)
    if output.suffix.lower() != ".wav":
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(output)} is not the name of a WAV file.", "Choose a name that ends in .wav."
        )
    if output.exists() and not job.overwrite:
        raise output_exists(output)
    if len(job.silence) % 2:
        raise PortraitsError(
            ErrorCode.USAGE,
            "A part to be silenced has a start and no end.",
            "Give the times in pairs: from, to, from, to.",
        )
    context.progress("Editing the sound", 0, _STEPS)
    sha256 = sha256_of(source)
    samples, rate = read_sound(source, rate=None)
    context.check_cancelled()
    context.progress("Editing the sound", 1, _STEPS)
    edited = _edited(job, samples, rate, context)
    context.check_cancelled()
    context.progress("Editing the sound", _STEPS - 1, _STEPS)
    made_from = replace(job, input=Source(path=job.input.path, sha256=sha256), overwrite=False)
    recipe = to_text(recipe_of(made_from, app_version=__version__, inputs={job.input.path: sha256}))
    metadata = {"title": output.stem, RECIPE_KEY: recipe}
    write_sound(output, edited, rate, metadata=metadata, overwrite=job.overwrite, bits=24)
    context.progress("Editing the sound", _STEPS, _STEPS)
    media = MediaInfo(
        kind="sound",
        format="wav",
        duration=len(edited) / rate,
        audio_codec="pcm_s24le",
        sample_rate=rate,
        channels=edited.shape[1],
    )
    return [Artifact(path=str(output), sha256=sha256_of(output), media=media)]


def _edited(job: SoundJob, samples: Samples, rate: int, context: JobContext) -> Samples:
    times = list(zip(job.silence[::2], job.silence[1::2], strict=True))
    samples = cut(silenced(samples, rate, times), rate, job.start, job.end)
    if len(samples) == 0:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"Nothing of {quoted(job.input.path)} lies between {job.start:g} and {_end(job)} seconds.",
            "Choose a part of the sound.",
        )
    if job.trim_silence:
        samples = without_silent_ends(samples, rate)
        if len(samples) == 0:
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(job.input.path)} is silent, so that trimming its silence would leave nothing.",
                "Record or speak it again.",
            )
    context.check_cancelled()
    if job.gain_db:
        samples = limited(samples * np.float32(10 ** (job.gain_db / 20)), rate)
    if job.loudness is not None:
        samples, missed = levelled(samples, rate, job.loudness)
        if missed:
            context.note(missed)
    return faded(samples, rate, job.fade_in, job.fade_out)


def _end(job: SoundJob) -> str:
    return "its last" if job.end is None else f"{job.end:g}"
