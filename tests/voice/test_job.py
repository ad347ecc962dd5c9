"""Voice jobs from text to files."""

from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest

from engine.media.sound import loudness, read_sound
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.voice import VoiceJob
from engine.protocol.values import from_json, to_json
from engine.voice.job import run
from engine.voice.level import levelled, limited
from engine.voice.subtitles import read_subtitles
from tests.voice.recipes import recipe_job

TEXT = "Every portrait begins with a look. A face turns, and 12 others follow <sigh>. Then the light changes."


def job(folder: Path, **fields: object) -> VoiceJob:
    return VoiceJob(**{"text": TEXT, "output": str(folder / "narration.wav")} | fields)  # type: ignore[arg-type]


def test_the_sound_is_24_khz_mono_16_bit_with_its_recipe(tmp_path: Path) -> None:
    context = SilentContext()
    wanted = job(tmp_path, seed=5)
    (artifact,) = run(wanted, context)
    assert Path(artifact.path) == tmp_path / "narration.wav"
    assert (artifact.media.sample_rate, artifact.media.channels, artifact.media.audio_codec) == (24_000, 1, "pcm_s16le")
    samples, rate = read_sound(tmp_path / "narration.wav", rate=None)
    assert rate == 24_000
    assert artifact.media.duration == pytest.approx(len(samples) / rate, abs=0.01)
    assert 5 < artifact.media.duration < 10
    assert -35 < loudness(samples, rate) < -15
    assert recipe_job(tmp_path / "narration.wav") == msgspec.structs.replace(wanted, output="narration.wav")
    assert any("<sigh>" in note for note in context.notes)


def test_the_same_job_gives_the_same_file_content(tmp_path: Path) -> None:
    run(job(tmp_path, output=str(tmp_path / "a.wav")), SilentContext())
    run(job(tmp_path, output=str(tmp_path / "b.wav")), SilentContext())
    assert np.array_equal(read_sound(tmp_path / "a.wav")[0], read_sound(tmp_path / "b.wav")[0])


@pytest.mark.parametrize("format_", ["srt", "vtt"])
def test_subtitles_fit_the_sound(tmp_path: Path, format_: str) -> None:
    sound, subtitles = run(job(tmp_path, subtitles=format_, gap=0.4), SilentContext())
    assert subtitles.media.kind == "subtitles"
    cues = read_subtitles(Path(subtitles.path))
    assert [cue.text for cue in cues] == [
        "Every portrait begins with a look.",
        "A face turns, and 12 others follow.",
        "Then the light changes.",
    ]
    assert cues[-1].end == pytest.approx(sound.media.duration, abs=0.01)
    samples, rate = read_sound(tmp_path / "narration.wav", rate=None)
    for before, after in pairwise(cues):
        assert after.start - before.end == pytest.approx(0.4, abs=0.002)
        pause = samples[round((before.end + 0.01) * rate) : round((after.start - 0.01) * rate)]
        assert not pause.any()


@pytest.mark.parametrize("target", [-16.0, -23.0, -30.0])
def test_loudness_is_levelled_only_on_request(tmp_path: Path, target: float) -> None:
    context = SilentContext()
    run(job(tmp_path, loudness=target), context)
    samples, rate = read_sound(tmp_path / "narration.wav", rate=None)
    assert np.abs(samples).max() <= 10 ** (-1 / 20) + 1e-3
    assert loudness(samples, rate) == pytest.approx(target, abs=0.4)
    assert not any("LUFS" in note for note in context.notes)


def test_limiting_leaves_quiet_sound_alone_and_has_no_steps() -> None:
    rate = 24_000
    time = np.arange(rate, dtype=np.float32)[:, np.newaxis] / rate
    sound = (0.3 * np.sin(2 * np.pi * 200 * time)).astype(np.float32)
    assert np.array_equal(limited(sound, rate), sound)
    sound[12_000:12_100] *= 8
    result = limited(sound, rate)
    assert np.abs(result).max() <= 10 ** (-1 / 20) + 1e-6
    assert np.array_equal(result[:11_000], sound[:11_000])
    assert np.array_equal(result[13_000:], sound[13_000:])
    gain = result[11_000:13_000] / np.where(np.abs(sound[11_000:13_000]) > 0.01, sound[11_000:13_000], np.nan)
    steps = np.abs(np.diff(gain[~np.isnan(gain)]))
    assert steps.max() < 0.05


def test_levelling_never_clips_and_says_what_it_reached() -> None:
    click = np.zeros((48_000, 1), np.float32)
    click[::2400] = 0.9
    louder, note = levelled(click, 24_000, -5.0)
    assert np.abs(louder).max() == pytest.approx(10 ** (-1 / 20), abs=1e-4)
    assert f"{loudness(louder, 24_000):.1f} instead of -5 LUFS" in note


def test_too_short_a_sound_is_left_alone() -> None:
    short = np.full((1000, 1), 0.1, np.float32)
    same, note = levelled(short, 24_000, -16)
    assert np.array_equal(same, short)
    assert "too short" in note


@pytest.mark.parametrize("taken", ["narration.wav", "narration.srt"])
def test_existing_files_are_kept_unless_told_otherwise(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine")
    with pytest.raises(PortraitsError) as caught:
        run(job(tmp_path, subtitles="srt"), SilentContext())
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    assert [path.name for path in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text() == "mine"
    run(job(tmp_path, subtitles="srt", overwrite=True), SilentContext())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["narration.srt", "narration.wav"]


def test_a_cancelled_job_leaves_nothing(tmp_path: Path) -> None:
    class Cancelling(SilentContext):
        def check_cancelled(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(job(tmp_path, subtitles="vtt"), Cancelling())
    assert list(tmp_path.iterdir()) == []


def test_names_that_are_no_wav_and_missing_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match=r"speech\.mp3") as caught:
        run(job(tmp_path, output=str(tmp_path / "speech.mp3")), SilentContext())
    assert caught.value.code is ErrorCode.USAGE
    with pytest.raises(PortraitsError) as caught:
        run(job(tmp_path, output=str(tmp_path / "none" / "speech.wav")), SilentContext())
    assert caught.value.code is ErrorCode.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "fields",
    [{"speed": 0.4}, {"speed": 2.1}, {"gap": -1}, {"gap": 11}, {"seed": -1}, {"loudness": 0}, {"subtitles": "ass"},
     {"engine": "other"}, {"text": "x" * 100_001}, {"unknown": 1}],
)  # fmt: skip
def test_values_outside_their_bounds_are_refused(fields: dict[str, object]) -> None:
    raw = {"kind": "voice", "text": "a", "output": "a.wav"} | fields
    with pytest.raises(msgspec.ValidationError):
        from_json(msgspec.json.encode(raw), VoiceJob)


def test_a_job_travels_unchanged() -> None:
    wanted = VoiceJob(text="Hi.", output="a.wav", loudness=-16.0, subtitles="vtt")
    assert from_json(to_json(wanted), VoiceJob) == wanted
