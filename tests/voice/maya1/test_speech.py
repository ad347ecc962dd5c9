"""The large voice end to end: the store, loading, generating, decoding, files. Tiny models, the real path."""

import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.media.sound import read_sound
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.voice import VoiceJob
from engine.voice import job as jobs
from engine.voice.maya1 import speech
from engine.voice.maya1.loading import load_llama
from engine.voice.maya1.speech import speak
from engine.voice.subtitles import read_subtitles
from tests.voice.recipes import recipe_job

TEXT = "Every face is a road. <sigh> Somebody walked it. And then you came back <laugh> without a fish!"


def voice_job(output: Path | str = "voice.wav", **fields: object) -> VoiceJob:
    values = {"text": TEXT, "output": str(output), "engine": "maya1", "max_tokens": 420, "seed": 3, "gap": 0.2}
    return VoiceJob(**values | fields)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def default_store(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "default", classmethod(lambda cls: store))
    monkeypatch.setenv("PORTRAITS_DEVICE", "cpu")


def run(job: VoiceJob, context: SilentContext | None = None) -> list[Artifact]:
    return jobs.run(job, context or SilentContext())


def test_a_script_becomes_a_file_with_subtitles_and_sentences(tmp_path: Path) -> None:
    context = SilentContext()
    job = voice_job(tmp_path / "voice.wav", subtitles="srt", takes=True)
    sound, subtitles, *takes = run(job, context)
    samples, rate = read_sound(Path(sound.path), rate=None)
    assert rate == 24_000
    assert sound.media.duration == pytest.approx(len(samples) / rate, abs=0.01)
    cues = read_subtitles(Path(subtitles.path))
    assert [cue.text for cue in cues] == [
        "Every face is a road.",
        "Somebody walked it.",
        "And then you came back without a fish!",
    ]
    assert cues[-1].end == pytest.approx(sound.media.duration, abs=0.01)
    for before, after in pairwise(cues):
        assert after.start - before.end == pytest.approx(0.2, abs=0.002)
    assert [Path(take.path).name for take in takes] == [f"voice {number:03d}.wav" for number in (1, 2, 3)]
    first = read_sound(Path(takes[0].path), rate=None)[0]
    assert np.abs(first - samples[: len(first)]).max() < 1e-4
    recipe = recipe_job(Path(takes[1].path))
    assert (recipe.text, recipe.takes) == ("<sigh> Somebody walked it.", False)
    assert recipe_job(Path(sound.path)) == msgspec.structs.replace(job, output=Path(job.output).name)
    assert any("Without a graphics card" in note for note in context.notes)


def test_the_recipe_of_a_sentence_makes_it_again(tmp_path: Path) -> None:
    _, first, *_ = run(voice_job(tmp_path / "voice.wav", takes=True, weights="full"))
    recipe = recipe_job(Path(first.path))
    (again,) = run(msgspec.structs.replace(recipe, output=str(tmp_path / "again.wav")))
    one, other = (read_sound(Path(artifact.path), rate=None)[0] for artifact in (first, again))
    # Evened out against its neighbours it may be louder or quieter, and nothing else.
    assert one.shape == other.shape
    assert np.corrcoef(one[:, 0], other[:, 0])[0, 1] > 0.999


@pytest.mark.parametrize("weights", ["auto", "full"])
def test_a_seed_gives_the_same_sound_and_another_one_another(weights: str) -> None:
    job = voice_job(text="Every face is a road.", weights=weights)
    first, again, other = (
        speak(msgspec.structs.replace(job, seed=seed), SilentContext()).samples for seed in (3, 3, 4)
    )
    assert np.array_equal(first, again)
    assert first.shape != other.shape or not np.array_equal(first, other)


def test_the_sound_is_heard_while_it_is_made() -> None:
    heard: list[NDArray[np.float32]] = []
    result = speak(voice_job(carry_on=True, gap=0.0), SilentContext(), hear=heard.append)
    assert len(heard) > 5
    assert sum(part.size for part in heard) >= len(result.samples)


def test_the_model_is_kept_between_jobs_and_freed_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[str] = []

    def remembered(*arguments: Any, **named: Any) -> Any:
        loads.append("int8" if named["int8"] else "full")
        return load_llama(*arguments, **named)

    monkeypatch.setattr(speech, "load_llama", remembered)
    for weights in ("auto", "int8", "full", "full", "auto"):
        speak(voice_job(text="One.", weights=weights), SilentContext())
    assert loads == ["int8", "full"]
    assert kept_models.drop_all() > 20_000_000
    assert kept_models.keys == ()


class Impatient(SilentContext):
    """Cancels when so many seconds are spoken."""

    def __init__(self, after: float) -> None:
        super().__init__()
        self.after = after
        self.spoken = 0.0

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        if phase == "Speaking":
            assert unit == "s"
            self.spoken = step

    def check_cancelled(self) -> None:
        if self.spoken >= self.after:
            raise Cancelled


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        run(voice_job(tmp_path / "voice.wav", subtitles="vtt", takes=True, carry_on=True), Impatient(0.5))
    assert list(tmp_path.glob("*.*")) == []
    assert list(tmp_path.glob("voice*")) == []


def test_cancelling_keeps_what_is_finished_when_asked(tmp_path: Path) -> None:
    whole = speak(voice_job(carry_on=True), SilentContext())
    assert len(whole.sentences) == 3
    context = Impatient(whole.sentences[1].start + 0.5)
    sound, subtitles = run(
        voice_job(tmp_path / "voice.wav", subtitles="srt", carry_on=True, keep_partial=True), context
    )
    assert 1 <= len(read_subtitles(Path(subtitles.path))) < 3
    assert 0 < sound.media.duration < len(whole.samples) / 24_000
    assert any("these were kept" in note for note in context.notes)
    with pytest.raises(Cancelled):
        run(voice_job(tmp_path / "none.wav", keep_partial=True), Impatient(0.0))
    assert not (tmp_path / "none.wav").exists()


def test_a_failure_half_way_keeps_what_is_finished_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.voice.maya1.source import LocalSource

    generate, calls = LocalSource.generate, []

    def failing(self: LocalSource, *arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        if len(calls) % 2 == 0:
            raise PortraitsError(ErrorCode.NETWORK, "The voice server hung up.", "Check it.")
        return generate(self, *arguments, **named)

    monkeypatch.setattr(LocalSource, "generate", failing)
    with pytest.raises(PortraitsError, match="hung up"):
        speak(voice_job(carry_on=True), SilentContext())
    context = SilentContext()
    assert len(speak(voice_job(carry_on=True, keep_partial=True), context).sentences) == 1
    assert context.notes[-2:] == [
        "The voice server hung up.",
        "It was stopped after 1 of 3 sentences; these were kept.",
    ]


class Listening(Impatient):
    """A window that hears the sound while it is made, and keeps what is done when it cancels."""

    def __init__(self, after: float) -> None:
        super().__init__(after)
        self.heard: list[float] = []

    @property
    def listens(self) -> bool:
        return True

    @property
    def keep_done(self) -> bool:
        return True

    def sound(self, pcm: bytes, rate: int) -> None:
        self.heard.append(len(pcm) / 2 / rate)


def test_the_window_hears_it_while_it_is_made_and_keeps_what_is_done(tmp_path: Path) -> None:
    whole = speak(voice_job(), SilentContext())
    context = Listening(whole.sentences[1].start + 0.5)
    (sound,) = run(voice_job(tmp_path / "voice.wav", play=True), context)
    assert len(context.heard) >= 2, "in pieces, not at the end"
    assert sum(context.heard) >= sound.media.duration - 0.3
    assert 0 < sound.media.duration < len(whole.samples) / 24_000
    assert any("these were kept" in note for note in context.notes)


@pytest.mark.parametrize("text", ["", " \n", "<laugh>", "世界"])
def test_texts_without_words_fail_at_once(text: str) -> None:
    with pytest.raises(PortraitsError) as caught:
        speak(voice_job(text=text), SilentContext())
    assert caught.value.code is ErrorCode.USAGE
    assert kept_models.keys == ()


def test_a_voice_without_description_is_refused() -> None:
    with pytest.raises(PortraitsError, match="not described"):
        speak(voice_job(description=' "" '), SilentContext())


def test_what_has_no_effect_is_noted() -> None:
    context = SilentContext()
    speak(voice_job(text="Oh <sad> no.", speed=1.5), context)
    assert any("<cry>" in note for note in context.notes)
    assert any("pace from the description" in note for note in context.notes)


def test_missing_models_are_said_with_what_to_do(models: Path, tmp_path: Path) -> None:
    empty = Store(tmp_path / "store", offline=True)
    with pytest.raises(PortraitsError, match="maya1") as caught:
        speak(voice_job(), SilentContext(), store=empty)
    assert caught.value.code is ErrorCode.MODEL_MISSING
    shutil.copytree(models / "maya1", tmp_path / "some" / "maya1")
    without_codec = Store(tmp_path / "store", added=[tmp_path / "some"], offline=True)
    with pytest.raises(PortraitsError, match="snac-24khz") as caught:
        speak(voice_job(), SilentContext(), store=without_codec)
    assert caught.value.code is ErrorCode.MODEL_MISSING


def test_a_broken_tokenizer_is_said(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "maya1", tmp_path / "some" / "maya1")
    (tmp_path / "some" / "maya1" / "tokenizer" / "tokenizer.json").write_text("{}")
    store = Store(tmp_path / "store", added=[tmp_path / "some", models], offline=True)
    with pytest.raises(PortraitsError, match=r"tokenizer\.json") as caught:
        speak(voice_job(), SilentContext(), store=store)
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_speech_that_never_comes_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.voice.maya1.source import LocalSource
    from tests.voice.maya1.scripted import ScriptedSource

    silent = ScriptedSource(lambda prompt, seed: [791])
    monkeypatch.setattr(LocalSource, "generate", lambda self, *args, **named: silent.generate(*args, **named))
    context = SilentContext()
    with pytest.raises(PortraitsError, match="No speech") as caught:
        speak(voice_job(text="Hello."), context)
    assert "seed" in caught.value.failure.todo
    assert any("without any speech" in note for note in context.notes)


def test_the_same_job_is_spoken_by_the_built_in_voice(tmp_path: Path) -> None:
    job = voice_job(tmp_path / "draft.wav", engine="builtin", takes=True, subtitles="srt")
    sound, subtitles, *takes = run(job)
    assert len(takes) == len(read_subtitles(Path(subtitles.path))) == 3
    assert sound.media.duration > 3
