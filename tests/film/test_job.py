import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import msgspec
import numpy as np
import pytest

from engine.film.job import run
from engine.film.recipes import CLIPS_KEY
from engine.media.files import sha256_of
from engine.media.movie_reader import MovieReader
from engine.media.pictures import read_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.media.sound import read_sound
from engine.project.clips import TitleClip, VoiceClip
from engine.project.folder import with_item
from engine.project.media import Caption
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import SOUND_FILES, EncodeSettings
from engine.protocol.jobs.film import FilmJob
from engine.protocol.recipe import Recipe, from_text
from tests.film.studio import BLUE, GREEN, RED, Studio, pictures, sound_clip, sounds, still

LOSSLESS = EncodeSettings(codec="png")


class Context(SilentContext):
    """Keeps progress and previews, and cancels at a frame when told to."""

    def __init__(self, cancel_at: int = -1) -> None:
        super().__init__()
        self.steps: list[tuple[str, float, float | None]] = []
        self.previews: list[tuple[int, int, int]] = []
        self._left = cancel_at

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        assert unit
        self.steps.append((phase, step, total))

    def preview_due(self) -> bool:
        return len(self.previews) < 2

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        self.previews.append((len(rgb), width, height))

    def check_cancelled(self) -> None:
        self._left -= 1
        if self._left == 0:
            raise Cancelled


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A film of 1 3/4 seconds with a cross-fade, a title and a voice."""
    studio = Studio(tmp_path, width=64, height=48)
    noise = np.random.default_rng(3).uniform(-0.3, 0.3, (60_000, 2)).astype(np.float32)
    voice = studio.sound("voice", noise)
    item = studio.project.media_by_id()[voice]
    said = (Caption(start=Fraction(0), end=Fraction(1, 2), text="Hello."),)
    studio.project = with_item(studio.project, msgspec.structs.replace(item, captions=said, kind="voice"))
    title = TitleClip(id="t", start=Fraction(0), duration=Fraction(1), text="Hi", size=0.3)
    speech = VoiceClip(id="v", start=Fraction(1, 4), duration=Fraction(1), media=voice)
    studio.lay(
        pictures(title),
        pictures(still("a", studio.picture("a", RED), 0, 1), still("b", studio.picture("b", GREEN), Fraction(3, 4), 1)),
        sounds(speech),
    )
    return studio


def job(studio: Studio, **more: object) -> FilmJob:
    return FilmJob(project=Source(path=str(studio.path)), **({"output": str(studio.output)} | more))


def test_frame_k_of_the_file_is_frame_k_of_the_viewer(studio: Studio, tmp_path: Path) -> None:
    context = Context()
    (artifact,) = run(job(studio, output=str(tmp_path / "frames"), encode=LOSSLESS), context)
    files = sorted((tmp_path / "frames").iterdir())
    assert len(files) == 42
    assert artifact.path == str(files[0])
    with studio.compositor() as compositor:
        for index, file in enumerate(files):
            assert np.array_equal(read_picture(file), compositor.frame(index)), index
    assert context.notes == ["PNG sequence holds no sound; it was left out."]


def test_picture_and_sound_are_equally_long(studio: Studio) -> None:
    context = Context()
    for fps in ("24", "24000/1001", "25"):
        encode = EncodeSettings(sound="pcm")
        film = job(studio, output=str(studio.folder / "film.mov"), fps=Fraction(fps), encode=encode, overwrite=True)
        run(film, context)
        with MovieReader(studio.folder / "film.mov") as reader:
            frames = sum(1 for _ in reader.frames())
            sound, rate = reader.read_sound()
        assert frames == -(-Fraction(7, 4) * Fraction(fps) // 1)
        assert len(sound) == round(frames * rate / Fraction(fps))
    assert context.notes == []


def test_the_sound_of_the_file_is_the_mix_to_the_sample(studio: Studio) -> None:
    run(job(studio, output=str(studio.folder / "film.mov"), encode=EncodeSettings(sound="pcm")), Context())
    sound, rate = read_sound(studio.folder / "film.mov")
    source, _ = read_sound(studio.folder / "voice.wav")
    assert rate == 48_000
    assert not sound[:12_000].any()
    assert np.abs(sound[12_000:60_000] - source[:48_000]).max() < 2**-22
    assert not sound[60_000:].any()


def test_the_movie_is_described_and_remembers_its_recipe(studio: Studio) -> None:
    context = Context()
    (artifact,) = run(job(studio), context)
    media = artifact.media
    assert (media.kind, media.width, media.height, media.frames, media.fps) == ("movie", 64, 48, 42, 24.0)
    assert (media.video_codec, media.audio_codec, media.sample_rate, media.channels) == ("h264", "aac", 48_000, 2)
    assert artifact.sha256 == sha256_of(studio.output)
    text = read_metadata(studio.output)[RECIPE_KEY]
    recipe = from_text(text, "film.mp4")
    assert recipe.job["kind"] == "film"
    assert {each.name for each in recipe.inputs} == {"a.png", "b.png", "voice.wav"}
    assert str(studio.folder) not in text
    assert json.loads(text)["app_version"]


def test_progress_and_previews(studio: Studio) -> None:
    context = Context()
    run(job(studio), context)
    rendering = [step for step in context.steps if step[0] == "Rendering frames"]
    assert rendering[0] == ("Rendering frames", 0, 42)
    assert rendering[-1] == ("Rendering frames", 42, 42)
    assert len(rendering) == 43
    assert context.previews == [(64 * 48 * 3, 64, 48)] * 2


def test_a_range_and_another_size(studio: Studio, tmp_path: Path) -> None:
    film = job(
        studio,
        output=str(tmp_path / "part"),
        encode=LOSSLESS,
        range="between",
        start=Fraction(1),
        width=32,
        height=32,
    )
    run(film, Context())
    files = sorted((tmp_path / "part").iterdir())
    assert len(files) == 18
    assert read_picture(files[-1]).shape == (32, 32, 4)
    assert (read_picture(files[-1]) == GREEN).all()


@pytest.mark.parametrize("cancel_at", [1, 2, 10, 40])
def test_cancelling_leaves_nothing(studio: Studio, cancel_at: int) -> None:
    before = sorted(studio.folder.rglob("*"))
    with pytest.raises(Cancelled):
        run(job(studio, subtitles="srt"), Context(cancel_at))
    assert sorted(studio.folder.rglob("*")) == before


def test_an_error_in_the_middle_leaves_nothing(studio: Studio) -> None:
    item = next(each for each in studio.project.media if each.name == "b.png")
    (studio.folder / "film media" / item.path).write_bytes(b"broken")
    before = sorted(studio.folder.rglob("*"))
    with pytest.raises(PortraitsError, match=r'"b\.png"'):
        run(job(studio), Context())
    assert sorted(studio.folder.rglob("*")) == before


def test_existing_files_are_kept_unless_asked(studio: Studio) -> None:
    srt = studio.output.with_suffix(".srt")
    for existing in (studio.output, srt):
        existing.write_text("mine")
        with pytest.raises(PortraitsError) as caught:
            run(job(studio, subtitles="srt"), Context())
        assert caught.value.code is ErrorCode.OUTPUT_EXISTS
        assert existing.read_text() == "mine"
        existing.unlink()
    studio.output.write_text("mine")
    run(job(studio, overwrite=True), Context())
    assert read_metadata(studio.output)


def test_subtitles_beside_the_movie(studio: Studio) -> None:
    movie, subtitles = run(job(studio, subtitles="srt"), Context())
    assert Path(subtitles.path).read_text("utf-8") == "1\n00:00:00,250 --> 00:00:00,750\nHello.\n\n"
    assert (subtitles.media.kind, subtitles.sha256) == ("subtitles", sha256_of(Path(subtitles.path)))
    assert Path(movie.path).stem == Path(subtitles.path).stem


def test_subtitles_burnt_into_the_frames(studio: Studio, tmp_path: Path) -> None:
    for kind in ("none", "burnt_in"):
        run(job(studio, output=str(tmp_path / kind), subtitles=kind, encode=LOSSLESS, width=256, height=192), Context())
    different = [
        not np.array_equal(read_picture(plain), read_picture(burnt))
        for plain, burnt in zip(
            sorted((tmp_path / "none").iterdir()), sorted((tmp_path / "burnt_in").iterdir()), strict=True
        )
    ]
    assert different == [6 <= index < 18 for index in range(42)]


def test_without_captions_that_is_said(studio: Studio) -> None:
    studio.lay(pictures(still("a", studio.ids["a"], 0, 1)))
    context = Context()
    artifacts = run(job(studio, subtitles="srt"), context)
    assert len(artifacts) == 1
    assert "There are no subtitles" in context.notes[0]
    assert not studio.output.with_suffix(".srt").exists()


def test_a_loud_film_is_turned_down(studio: Studio) -> None:
    loud = studio.sound("loud", np.full((48_000, 2), 0.9, np.float32))
    studio.lay(pictures(still("a", studio.ids["a"], 0, 1)), sounds(sound_clip("l", loud, 0, 1, gain_db=6.0)))
    context = Context()
    run(job(studio), context)
    assert len(context.notes) == 1
    assert "turned down by" in context.notes[0]


def test_a_changed_project_is_said(studio: Studio) -> None:
    context = Context()
    film = job(studio)
    run(msgspec.structs.replace(film, project=Source(path=str(studio.path), sha256="0" * 64)), context)
    assert context.notes == ["The project has changed since this job was made; it is rendered as it is now."]


def test_transparency_is_kept_where_asked(studio: Studio, tmp_path: Path) -> None:
    half = studio.picture("half", (*BLUE[:3], 128))
    studio.lay(pictures(still("a", half, 0, Fraction(2, 24))))
    run(job(studio, output=str(tmp_path / "clear"), encode=EncodeSettings(codec="png", alpha=True)), Context())
    run(job(studio, output=str(tmp_path / "plain"), encode=LOSSLESS), Context())
    clear = read_picture(tmp_path / "clear" / "frame-000001.png")
    assert (clear == (*BLUE[:3], 128)).all()
    plain = read_picture(tmp_path / "plain" / "frame-000001.png")
    assert (plain == (10, 20, 110, 255)).all()


def test_a_project_that_cannot_be_read_is_said(studio: Studio) -> None:
    studio.path.write_text('{"version": 1, "media": [')
    with pytest.raises(PortraitsError, match="ends too early"):
        run(job(studio), Context())
    assert not studio.output.exists()


@pytest.mark.parametrize("suffix", SOUND_FILES)
def test_the_sound_alone(studio: Studio, suffix: str) -> None:
    output = studio.folder / f"film{suffix}"
    (artifact,) = run(job(studio, output=str(output)), Context())
    assert (artifact.media.kind, artifact.media.channels) == ("sound", 2)
    sound, rate = read_sound(output)
    source, _ = read_sound(studio.folder / "voice.wav")
    assert rate == 48_000
    assert len(sound) == 84_000
    if suffix in (".wav", ".flac"):
        assert np.abs(sound[12_000:60_000] - source[:48_000]).max() < 2**-22
        assert not sound[60_000:].any()
    else:
        # The middle of the noise, which a lossy encoder shapes but does not move.
        likeness = np.corrcoef(sound[20_000:50_000, 0], source[8_000:38_000, 0])[0, 1]
        assert likeness > 0.6
    recipe = from_text(read_metadata(output)[RECIPE_KEY], output.name)
    assert recipe.job["kind"] == "film"


def test_a_silent_film_has_no_sound_alone(studio: Studio) -> None:
    studio.lay(pictures(still("a", studio.ids["a"], 0, 1)))
    with pytest.raises(PortraitsError, match="has no sound in this range"):
        run(job(studio, output=str(studio.folder / "film.wav")), Context())
    assert not (studio.folder / "film.wav").exists()


def test_subtitles_as_a_track(studio: Studio) -> None:
    run(job(studio, subtitles="track", language="eng"), Context())
    with av.open(str(studio.output)) as container:
        (stream,) = container.streams.subtitles
        packets = [packet for packet in container.demux(stream) if packet.size > 2]
    assert [(float(packet.pts * packet.time_base), bytes(packet)[2:]) for packet in packets] == [(0.25, b"Hello.")]


def test_larger_captions_cover_more(studio: Studio, tmp_path: Path) -> None:
    studio.lay(*studio.project.timeline.tracks[1:])  # without the title
    inked = []
    for size in (0.03, 0.09):
        output = tmp_path / f"{size}"
        film = job(studio, output=str(output), subtitles="burnt_in", caption_size=size, encode=LOSSLESS)
        run(msgspec.structs.replace(film, width=256, height=192), Context())
        rgba = read_picture(sorted(output.iterdir())[10])
        inked.append(int((rgba[..., :3].min(axis=2) > 240).sum()))
    assert inked[1] > 3 * inked[0]


def test_the_recipes_of_the_clips_travel_when_asked(studio: Studio) -> None:
    recipe = Recipe(job={"kind": "voice", "text": "Hello.", "seed": 3, "output": "/home/somebody/voice.wav"})
    item = studio.project.media_by_id()[studio.ids["voice"]]
    timeline = studio.project.timeline
    studio.project = with_item(studio.project, msgspec.structs.replace(item, recipe=recipe))
    studio.lay(*timeline.tracks)
    run(job(studio), Context())
    assert CLIPS_KEY not in read_metadata(studio.output)
    run(job(studio, clip_recipes=True, overwrite=True, range="between", start=Fraction(1, 8)), Context())
    (clip,) = json.loads(read_metadata(studio.output)[CLIPS_KEY])
    assert (clip["start"], clip["end"]) == (0.125, 1.125)
    assert clip["recipe"]["job"]["seed"] == 3
    assert "somebody" not in json.dumps(clip)


def test_an_encoder_that_does_not_work_here_gives_way_to_the_processor(studio: Studio) -> None:
    """Whatever card this computer has, it is not at once one of Apple and one of AMD."""
    context = Context()
    for encoder in ("videotoolbox", "amf"):
        run(job(studio, encode=EncodeSettings(encoder=encoder), overwrite=True), context)
        with MovieReader(studio.output) as reader:
            assert len(list(reader.frames())) == 42
    assert any("the processor encoded the movie instead" in note for note in context.notes)


def test_held_frames_are_not_laid_twice(studio: Studio) -> None:
    calls = []
    with studio.compositor() as compositor:
        laid = compositor._laid
        compositor._laid = lambda layers: calls.append(1) or laid(layers)  # type: ignore[method-assign]
        shown = [(compositor.frame(index).copy(), compositor.unchanged) for index in range(42)]
    assert len(calls) == sum(not same for _, same in shown)
    assert shown[5][1]
    assert shown[30][1]
    assert not shown[20][1]  # in the cross-fade
    for (before, _), (now, same) in pairwise(shown):
        assert same <= np.array_equal(before, now)
