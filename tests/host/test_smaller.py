"""The next smaller setting of a job that ran out of memory."""

from hypothesis import given
from hypothesis import strategies as st

from engine.host.smaller import smaller
from engine.protocol.jobs import ImageJob, MorphJob, VoiceJob
from engine.protocol.jobs.base import Source


def _morph(width: int, height: int) -> MorphJob:
    return MorphJob(inputs=(Source(path="a.png"),), output="out.mp4", width=width, height=height)


@given(st.integers(16, 8192), st.integers(16, 8192))
def test_each_step_has_fewer_pixels_and_the_row_of_steps_ends(width: int, height: int) -> None:
    job = _morph(width, height)
    for _ in range(40):
        step = smaller(job)
        if step is None:
            return
        assert isinstance(step.job, MorphJob)
        assert step.job.width * step.job.height < job.width * job.height
        assert step.job.width % 16 == step.job.height % 16 == 0
        assert f"{step.job.width} x {step.job.height}" in step.words
        job = step.job
    raise AssertionError("the steps never end")


def test_a_frame_taken_from_the_first_picture_becomes_a_fixed_one() -> None:
    step = smaller(_morph(0, 0))
    assert step is not None
    assert isinstance(step.job, MorphJob)
    assert (step.job.width, step.job.height) == (1024, 1024)
    assert step.words == "with 1024 x 1024 pixels"


def test_on_a_card_offloading_comes_before_fewer_pixels() -> None:
    job = ImageJob(prompt="a", output="folder", width=1024, height=768)
    first = smaller(job, on_card=True)
    assert first is not None
    assert first.job == ImageJob(prompt="a", output="folder", width=1024, height=768, offload="sequential")
    assert first.words == "with sequential offload, which takes longer"
    second = smaller(first.job, on_card=True)
    assert second is not None
    assert second.words == "with 768 x 576 instead of 1024 x 768 pixels"
    assert smaller(job) is not None
    assert "pixels" in smaller(job).words  # type: ignore[union-attr]


def test_a_job_without_a_frame_has_no_smaller_one() -> None:
    assert smaller(VoiceJob(text="Hello", output="a.wav")) is None
