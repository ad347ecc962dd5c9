"""Progress in the work's own words: pictures, windows and steps are counted only where the count is sure."""

import pytest

from desktop.queue.words import keep_words, kept_line, progress_line, short_progress
from engine.protocol.jobs import AnyJob, ImageJob, MorphJob, VideoJob, VoiceJob
from engine.protocol.messages import Progress


def _progress(step: float, total: float, unit: str, phase: str = "Making pictures") -> Progress:
    return Progress(job_id="x", phase=phase, step=step, total=total, unit=unit)


def _pictures(**fields: object) -> ImageJob:
    return ImageJob(prompt="a", output="x", **{"num_images": 8, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("job", "step", "line"),
    [
        (_pictures(steps=4, batch_size=1), 2.5, "Making pictures · picture 3 of 8 · step 2 of 4"),
        (_pictures(steps=4, batch_size=1), 2.0, "Making pictures · picture 3 of 8 · step 1 of 4"),
        (_pictures(steps=4, batch_size=1), 8.0, "Making pictures · picture 8 of 8 · step 4 of 4"),
        (_pictures(batch_size=1), 2.5, "Making pictures · picture 3 of 8 · step 1 of 2"),
        # Several at once or several passes: the step would be a guess.
        (_pictures(steps=4), 2.5, "Making pictures · picture 3 of 8"),
        (_pictures(steps=4, batch_size=1, face_repair=True), 2.5, "Making pictures · picture 3 of 8"),
        (_pictures(steps=4, batch_size=1, second_pass=1.5), 2.5, "Making pictures · picture 3 of 8"),
    ],
)
def test_pictures_are_counted_one_by_one(job: AnyJob, step: float, line: str) -> None:
    assert progress_line(_progress(step, 8, "pictures"), job) == line


def test_a_single_picture_shows_its_steps_alone() -> None:
    job = _pictures(num_images=1, steps=4)
    assert progress_line(_progress(0.5, 1, "pictures"), job) == "Making pictures · step 2 of 4"


def test_a_long_shot_counts_its_windows() -> None:
    job = VideoJob(prompt="a", output="x.mp4", steps=50)
    told = progress_line(_progress(72, 150, "steps", "Denoising"), job)
    assert told == "Denoising · window 2 of 3 · step 22 of 50"
    assert progress_line(_progress(22, 50, "steps", "Denoising"), job) == "Denoising · 22 of 50 steps"


def test_windows_are_counted_without_a_number_of_steps_in_the_job() -> None:
    job = VideoJob(prompt="a", output="x.mp4", num_frames=257)
    assert progress_line(_progress(42, 90, "steps", "Denoising"), job) == "Denoising · window 2 of 3 · step 12 of 30"


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (_progress(12, 90, "steps", "Denoising"), ""),
        (_progress(30, 90, "steps", "Denoising"), "Stop, keep window 1"),
        (_progress(75, 90, "steps", "Denoising"), "Stop, keep windows 1 to 2"),
        (_progress(1, 9, "parts", "Decoding"), "Stop, keep what is done"),
        (None, ""),
    ],
)
def test_the_windows_that_stay_are_named(progress: Progress | None, words: str) -> None:
    assert keep_words(VideoJob(prompt="a", output="x.mp4", num_frames=257), progress) == words


def test_other_work_and_unknown_jobs_speak_as_before() -> None:
    job = MorphJob(inputs=(), output="x.mp4")
    assert progress_line(_progress(3, 50, "frames", "Rendering frames"), job) == "Rendering frames · 3 of 50 frames"
    assert progress_line(_progress(2.5, 8, "pictures")) == "Making pictures · 2.5 of 8 pictures"


def test_a_badge_has_room_for_a_few_letters() -> None:
    assert short_progress(_progress(2.5, 8, "pictures"), _pictures()) == "3/8"
    assert short_progress(_progress(0.34, 1, "pictures"), _pictures(num_images=1)) == "34 %"
    assert short_progress(Progress(job_id="x", phase="Loading", step=0, total=None), _pictures()) == ""
    assert short_progress(None, _pictures()) == ""


@pytest.mark.parametrize(
    ("job", "progress", "line"),
    [
        (_pictures(), _progress(2.5, 8, "pictures"), "2 pictures are finished"),
        (_pictures(), _progress(1.0, 8, "pictures"), "1 picture is finished"),
        (_pictures(), None, "nothing yet"),
        (VoiceJob(text="a", output="a.wav"), _progress(2, 4, "sentences", "Speaking"), "what is done so far"),
        (MorphJob(inputs=(), output="x.mp4"), _progress(3, 50, "frames"), "nothing before it is whole"),
    ],
)
def test_what_a_stopped_job_would_keep(job: AnyJob, progress: Progress | None, line: str) -> None:
    assert kept_line(job, progress) == line
