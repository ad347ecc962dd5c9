"""Runs a :class:`VoiceJob`."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.media.files import atomic_output, output_exists, sha256_of
from engine.media.probe import RECIPE_KEY, probe
from engine.media.sound import write_sound
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.voice import VoiceJob
from engine.protocol.values import to_json
from engine.voice.builtin import SAMPLE_RATE, SpokenSentence, speak
from engine.voice.level import levelled
from engine.voice.subtitles import subtitle_text
from engine.voice.text import prepare


def run(job: VoiceJob, context: JobContext) -> list[Artifact]:
    """Speak the job's text.

    Returns:
        The sound, and the subtitles when the job asks for them.

    Raises:
        PortraitsError: USAGE for a text that cannot be spoken or a wrong file name, and what writing can raise.
        Cancelled: nothing is left under the final names.
    """
    output = Path(job.output)
    if output.suffix.lower() != ".wav":
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(output)} is not the name of a WAV file.", "Choose a name that ends in .wav."
        )
    if output.exists() and not job.overwrite:
        raise output_exists(output)
    if job.subtitles == "none":
        samples, _ = _spoken(job, context)
        return [_write_sound(job, output, samples)]
    subtitles = output.with_suffix(f".{job.subtitles}")
    with atomic_output(subtitles, overwrite=job.overwrite) as temporary:
        samples, sentences = _spoken(job, context)
        temporary.write_text(subtitle_text(sentences, job.subtitles), "utf-8")
        sound = _write_sound(job, output, samples)
    media = MediaInfo(kind="subtitles", format=job.subtitles, duration=sentences[-1].end)
    return [sound, Artifact(path=str(subtitles), sha256=sha256_of(subtitles), media=media)]


def _spoken(job: VoiceJob, context: JobContext) -> tuple[NDArray[np.float32], tuple[SpokenSentence, ...]]:
    script = prepare(job.text)
    for note in script.notes:
        context.note(note)
    speech = speak(script.sentences, context, speed=job.speed, seed=job.seed, gap=job.gap)
    if not speech.sentences:
        raise PortraitsError(
            ErrorCode.USAGE, "The text has nothing that the built-in voice could say.", "Give a text in English."
        )
    samples = speech.samples
    if job.loudness is not None:
        samples, missed = levelled(samples, SAMPLE_RATE, job.loudness)
        if missed:
            context.note(missed)
    return samples, speech.sentences


def _write_sound(job: VoiceJob, output: Path, samples: NDArray[np.float32]) -> Artifact:
    metadata = {"title": output.stem, RECIPE_KEY: to_json(job).decode()}
    write_sound(output, samples, SAMPLE_RATE, metadata=metadata, overwrite=job.overwrite)
    return Artifact(path=str(output), sha256=sha256_of(output), media=probe(output))
