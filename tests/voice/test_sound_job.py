"""Editing a sound into a new one."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from engine.media.files import sha256_of
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.media.sound import loudness, read_sound
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.sound import SoundJob
from engine.protocol.recipe import from_text
from engine.voice.editing import cut, faded, silenced, without_silent_ends
from engine.voice.sound_job import run

RATE = 8000


def tone(seconds: float, rate: int = RATE, channels: int = 1, level: float = 0.25) -> NDArray[np.float32]:
    time = np.arange(round(seconds * rate)) / rate
    return np.repeat((level * np.sin(2 * np.pi * 440 * time)).astype(np.float32)[:, np.newaxis], channels, axis=1)


def edited(folder: Path, sound: NDArray[np.float32], rate: int = RATE, **fields: object) -> NDArray[np.float32]:
    source = folder / "source.wav"
    soundfile.write(source, sound, rate, subtype="FLOAT")
    before = source.read_bytes()
    job = SoundJob(input=Source(path=str(source)), output=str(folder / "out.wav"), **fields)  # type: ignore[arg-type]
    (artifact,) = run(job, SilentContext())
    assert source.read_bytes() == before, "the sound itself must stay as it is"
    samples, found = read_sound(Path(artifact.path), rate=None)
    assert found == rate == artifact.media.sample_rate
    assert artifact.media.duration == len(samples) / rate
    assert artifact.sha256 == sha256_of(Path(artifact.path))
    return samples


def test_a_cut_keeps_the_samples_between_two_times(tmp_path: Path) -> None:
    sound = tone(2.0)
    result = edited(tmp_path, sound, start=0.5, end=1.25)
    np.testing.assert_allclose(result, sound[4000:10_000], atol=2**-23)


def test_the_result_carries_a_recipe_that_names_its_source(tmp_path: Path) -> None:
    edited(tmp_path, tone(1.0), fade_in=0.1)
    recipe = from_text(read_metadata(tmp_path / "out.wav")[RECIPE_KEY], "out.wav")
    sha256 = sha256_of(tmp_path / "source.wav")
    assert recipe.job["kind"] == "sound"
    assert recipe.job["fade_in"] == 0.1
    assert recipe.job["input"] == {"path": "source.wav", "sha256": sha256}
    assert [(each.name, each.sha256) for each in recipe.inputs] == [("source.wav", sha256)]


def test_silent_ends_are_cut_and_a_breath_stays(tmp_path: Path) -> None:
    quiet = np.zeros((RATE, 1), np.float32)
    result = edited(tmp_path, np.concatenate((quiet, tone(0.5), quiet, tone(0.5), quiet)), trim_silence=True)
    assert len(result) == pytest.approx(2 * RATE, abs=0.1 * RATE)
    assert float(np.abs(result[: round(0.015 * RATE)]).max()) < 1e-4


def test_fades_begin_and_end_in_silence(tmp_path: Path) -> None:
    sound = tone(1.0)
    result = edited(tmp_path, sound, fade_in=0.25, fade_out=0.5)
    assert result[0, 0] == result[-1, 0] == 0
    np.testing.assert_allclose(result[2000:4000], sound[2000:4000], atol=2**-23)
    halfway = np.abs(result[990:1010]).max() / 0.25
    assert halfway == pytest.approx(np.sin(np.pi / 4), abs=0.03)


@pytest.mark.parametrize(("channels", "rate"), [(1, 8000), (2, 44_100), (6, 48_000)])
def test_a_sound_of_any_kind_is_levelled(tmp_path: Path, channels: int, rate: int) -> None:
    result = edited(tmp_path, tone(2.0, rate, channels, 0.05), rate, loudness=-20.0)
    assert result.shape[1] == min(channels, 2)
    assert loudness(result, rate) == pytest.approx(-20.0, abs=0.3)


def test_gain_never_clips(tmp_path: Path) -> None:
    result = edited(tmp_path, tone(1.0, level=0.5), gain_db=12.0)
    assert float(np.abs(result).max()) <= 10 ** (-1 / 20) + 1e-4


def test_a_part_is_silenced_without_clicks(tmp_path: Path) -> None:
    result = edited(tmp_path, tone(1.0), silence=(0.25, 0.5))
    assert not result[2100:3900].any()
    assert float(np.abs(np.diff(result[:, 0])).max()) < 0.25 * 2 * np.pi * 440 / RATE * 1.2


def test_a_silent_sound_is_told_apart(tmp_path: Path) -> None:
    quiet = np.zeros((RATE, 1), np.float32)
    context = SilentContext()
    source = tmp_path / "quiet.wav"
    soundfile.write(source, quiet, RATE)
    run(SoundJob(input=Source(path=str(source)), output=str(tmp_path / "a.wav"), loudness=-16.0), context)
    assert any("too quiet to measure" in note for note in context.notes)
    with pytest.raises(PortraitsError, match=r'"quiet\.wav" is silent') as caught:
        run(SoundJob(input=Source(path=str(source)), output=str(tmp_path / "b.wav"), trim_silence=True), context)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert not (tmp_path / "b.wav").exists()


def test_a_sound_without_samples_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "none.wav"
    soundfile.write(source, np.zeros((0, 1), np.float32), RATE)
    with pytest.raises(PortraitsError, match=r'"none\.wav"'):
        run(SoundJob(input=Source(path=str(source)), output=str(tmp_path / "a.wav")), SilentContext())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": 3.0}, "lies between 3 and its last seconds"),
        ({"start": 0.5, "end": 0.25}, "lies between 0.5 and 0.25 seconds"),
        ({"silence": (0.1,)}, "a start and no end"),
        ({"output": "out.mp3"}, "not the name of a WAV file"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path: Path, fields: dict[str, object], words: str) -> None:
    source = tmp_path / "tone.wav"
    soundfile.write(source, tone(1.0), RATE)
    values = {"input": Source(path=str(source)), "output": str(tmp_path / "out.wav")} | fields
    with pytest.raises(PortraitsError, match=words):
        run(SoundJob(**values), SilentContext())  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["tone.wav"]


def test_a_missing_sound_and_a_taken_name_are_refused(tmp_path: Path) -> None:
    job = SoundJob(input=Source(path=str(tmp_path / "gone.wav")), output=str(tmp_path / "out.wav"))
    with pytest.raises(PortraitsError) as caught:
        run(job, SilentContext())
    assert caught.value.code is ErrorCode.MISSING_INPUT
    (tmp_path / "out.wav").write_text("mine")
    with pytest.raises(PortraitsError) as caught:
        run(job, SilentContext())
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    assert (tmp_path / "out.wav").read_text() == "mine"


def test_a_cancelled_edit_leaves_nothing(tmp_path: Path) -> None:
    class Cancelling(SilentContext):
        def check_cancelled(self) -> None:
            raise Cancelled

    source = tmp_path / "tone.wav"
    soundfile.write(source, tone(1.0), RATE)
    with pytest.raises(Cancelled):
        run(SoundJob(input=Source(path=str(source)), output=str(tmp_path / "out.wav")), Cancelling())
    assert [path.name for path in tmp_path.iterdir()] == ["tone.wav"]


_sounds = arrays(np.float32, st.tuples(st.integers(0, 400), st.integers(1, 2)), elements=st.floats(-1, 1, width=32))


@given(_sounds, st.floats(0, 1), st.floats(0, 1))
def test_edits_never_make_a_sound_louder_or_longer(sound: NDArray[np.float32], first: float, second: float) -> None:
    for result in (
        silenced(sound, 400, [(first, second)]),
        cut(sound, 400, first, second),
        without_silent_ends(sound, 400),
        faded(sound, 400, first, second),
    ):
        assert len(result) <= len(sound)
        assert result.dtype == np.float32
        assert np.abs(result).max(initial=0.0) <= np.abs(sound).max(initial=0.0)
