"""Runs a :class:`VoiceJob`."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine import __version__
from engine.media.files import atomic_folder, atomic_output, output_exists, sha256_of
from engine.media.probe import RECIPE_KEY
from engine.media.sound import write_sound
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.voice import VoiceJob
from engine.protocol.recipe import recipe_of, to_text
from engine.voice import builtin
from engine.voice.builtin import SAMPLE_RATE, Speech, SpokenSentence
from engine.voice.level import levelled
from engine.voice.playback import Player
from engine.voice.subtitles import subtitle_text
from engine.voice.text import prepare

Hear = Callable[[NDArray[np.float32]], None]


def run(job: VoiceJob, context: JobContext) -> list[Artifact]:
    """Speak the job's text.

    Returns:
        The sound, then the subtitles and the sentences as files when the job asks for them.

    Raises:
        PortraitsError: USAGE for a text that cannot be spoken or a wrong file name, what loading the large voice can
            raise, and what writing can raise.
        Cancelled: nothing is left under the final names. With ``keep_partial``, or when the context asks to keep what
            is done, finished sentences are written and returned instead, and a note says so.
    """
    output = Path(job.output)
    if output.suffix.lower() != ".wav":
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(output)} is not the name of a WAV file.", "Choose a name that ends in .wav."
        )
    if output.exists() and not job.overwrite:
        raise output_exists(output)
    subtitles = None if job.subtitles == "none" else output.with_suffix(f".{job.subtitles}")
    takes = takes_folder(output) if job.takes else None
    with _playing(job, context) as hear:
        with ExitStack() as outputs:
            # Opened first, so that a name that is taken is found before the work.
            if subtitles is not None:
                open_subtitles = outputs.enter_context(atomic_output(subtitles, overwrite=job.overwrite))
            if takes is not None:
                open_takes = outputs.enter_context(atomic_folder(takes, take_names(output), overwrite=job.overwrite))
            speech = _spoken(job, context, hear)
            if subtitles is not None and job.subtitles != "none":
                open_subtitles.write_text(subtitle_text(speech.sentences, job.subtitles), "utf-8")
            if takes is not None:
                _write_takes(job, output, open_takes, speech)
            artifacts = [_write_sound(_recipe(job), output, speech.samples, overwrite=job.overwrite)]
        if subtitles is not None:
            media = MediaInfo(kind="subtitles", format=job.subtitles, duration=speech.sentences[-1].end)
            artifacts.append(Artifact(path=str(subtitles), sha256=sha256_of(subtitles), media=media))
        if takes is not None:
            for number, sentence in enumerate(speech.sentences, 1):
                artifacts.append(_sound_artifact(takes / take_name(output, number), len(_cut(speech, sentence))))
        return artifacts


def takes_folder(output: Path) -> Path:
    """The folder of the sentences beside a sound."""
    return output.with_name(f"{output.stem} sentences")


def take_names(output: Path) -> re.Pattern[str]:
    """Match the file names of all sentences of a sound."""
    return re.compile(rf"{re.escape(output.stem)} \d{{3,}}\.wav")


def take_name(output: Path, number: int) -> str:
    """The file name of a sentence, counted from 1."""
    return f"{output.stem} {number:03d}.wav"


def _spoken(job: VoiceJob, context: JobContext, hear: Hear | None) -> Speech:
    if job.engine == "maya1":
        from engine.voice.maya1.speech import speak

        speech = speak(job, context, hear=hear)
    else:
        speech = _drafted(job, context, hear)
    if job.loudness is None:
        return speech
    samples, missed = levelled(speech.samples, SAMPLE_RATE, job.loudness)
    if missed:
        context.note(missed)
    return Speech(samples=samples, sentences=speech.sentences)


def _drafted(job: VoiceJob, context: JobContext, hear: Hear | None) -> Speech:
    script = prepare(job.text, job.say)
    for note in script.notes:
        context.note(note)
    speech = builtin.speak(
        script.sentences,
        context,
        speed=job.speed,
        seed=job.seed,
        gap=job.gap,
        hear=hear,
        keep_partial=job.keep_partial,
    )
    if not speech.sentences:
        raise PortraitsError(
            ErrorCode.USAGE, "The text has nothing that the built-in voice could say.", "Give a text in English."
        )
    return speech


@contextmanager
def _playing(job: VoiceJob, context: JobContext) -> Iterator[Hear | None]:
    """Play what is heard; a block that ends well waits until all of it was heard, or the person stops it.

    Where the context listens, the window plays it instead, and nobody waits.
    """
    if not job.play:
        yield None
        return
    if context.listens:
        yield lambda samples: context.sound(_pcm(samples), SAMPLE_RATE)
        return
    player = Player(SAMPLE_RATE, context.note)
    try:
        yield player.play
    except BaseException:
        player.cancel()
        raise
    player.end()
    try:
        while player.playing(0.1):
            context.check_cancelled()
    except (Cancelled, KeyboardInterrupt):
        player.cancel()


def _pcm(samples: NDArray[np.float32]) -> bytes:
    return (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()


def _write_takes(job: VoiceJob, output: Path, folder: Path, speech: Speech) -> None:
    for number, sentence in enumerate(speech.sentences, 1):
        recipe = msgspec.structs.replace(
            _recipe(job),
            text=sentence.script,
            seed=sentence.seed,
            output=take_name(output, number),
            subtitles="none",
            takes=False,
        )
        _write_sound(recipe, folder / take_name(output, number), _cut(speech, sentence), overwrite=False)


def _cut(speech: Speech, sentence: SpokenSentence) -> NDArray[np.float32]:
    return speech.samples[round(sentence.start * SAMPLE_RATE) : round(sentence.end * SAMPLE_RATE)]


def _recipe(job: VoiceJob) -> VoiceJob:
    """The job as it is kept in the file: what made the sound, not how it was watched."""
    return msgspec.structs.replace(job, play=False, keep_partial=False, overwrite=False)


def _write_sound(recipe: VoiceJob, path: Path, samples: NDArray[np.float32], *, overwrite: bool) -> Artifact:
    metadata = {"title": path.stem, RECIPE_KEY: to_text(recipe_of(recipe, app_version=__version__, inputs={}))}
    write_sound(path, samples, SAMPLE_RATE, metadata=metadata, overwrite=overwrite)
    return _sound_artifact(path, len(samples))


def _sound_artifact(path: Path, samples: int) -> Artifact:
    media = MediaInfo(
        kind="sound",
        format="wav",
        duration=samples / SAMPLE_RATE,
        audio_codec="pcm_s16le",
        sample_rate=SAMPLE_RATE,
        channels=1,
    )
    return Artifact(path=str(path), sha256=sha256_of(path), media=media)
