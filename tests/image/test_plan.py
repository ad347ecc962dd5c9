"""What is settled, corrected and refused before a model is opened, and how memory decides."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.devices.workload import Workload
from engine.diffusion.memory import Room
from engine.image.memory import batch_for, explained
from engine.image.plan import settled, steps_for
from engine.image.sdxl import Sdxl
from engine.protocol.bounds import checked
from engine.protocol.devices import Device
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import ImageJob
from engine.protocol.picture_models import STANDARD, TURBO

GIB = 2**30


def job(**fields: Any) -> ImageJob:
    return ImageJob(**{"prompt": "a", "output": "x", **fields})


def one_step(pictures: int) -> Workload:
    return Sdxl().workload(512, 512, steps=1, pictures=pictures, guided=False)


def card(gib: float, capability: str = "8.9") -> Device:
    return Device(
        id="cuda:0",
        kind="cuda",
        name="Card",
        memory_total=int(gib * GIB),
        memory_free=int(gib * GIB),
        capability=capability,
    )


def test_what_is_open_is_filled_from_the_preset() -> None:
    notes: list[str] = []
    turbo = settled(job(), TURBO, notes.append)
    assert (turbo.width, turbo.height, turbo.steps, turbo.guidance_scale, turbo.scheduler) == (
        512,
        512,
        2,
        0.0,
        "euler_a",
    )
    plain = settled(job(model="base.safetensors"), STANDARD, notes.append)
    assert (plain.width, plain.steps, plain.guidance_scale, plain.scheduler) == (1024, 30, 6.0, "euler")
    assert notes == []


def test_steps_outside_of_the_preset_are_done_and_told() -> None:
    notes: list[str] = []
    assert settled(job(steps=30), TURBO, notes.append).steps == 30
    assert "made for 1 to 4 steps" in notes[0]


@given(st.integers(1, 150), st.floats(0.01, 1.0))
def test_second_passes_always_have_a_step_to_do(steps: int, strength: float) -> None:
    asked = steps_for(steps, strength)
    assert int(asked * strength) >= max(1, round(steps * strength))
    assert asked == 1 or int((asked - 1) * strength) < max(1, round(steps * strength))


@given(st.integers(1, 150), st.floats(0.001, 1.0))
def test_a_refused_change_names_steps_that_are_enough(steps: int, strength: float) -> None:
    picture = job(steps=steps, strength=strength, source=Source(path="a.png"))
    try:
        settled(picture, STANDARD, lambda _: None)
        assert int(steps * strength) >= 1
    except PortraitsError as error:
        assert int(steps * strength) == 0
        enough = int(error.failure.todo.split()[1])
        assert int(enough * strength) >= 1 or strength < 0.01


@given(st.integers(64, 4096), st.integers(64, 4096))
def test_sizes_come_out_as_multiples_of_eight_near_what_was_asked(width: int, height: int) -> None:
    done = settled(job(width=width, height=height), TURBO, lambda _: None)
    assert done.width % 8 == done.height % 8 == 0
    assert abs(done.width - width) <= 4
    assert abs(done.height - height) <= 4


def test_bounds_are_checked_for_jobs_made_in_python() -> None:
    for wrong in ({"steps": 0}, {"seed": -1}, {"num_images": 0}, {"strength": 0.0}, {"output": ""}, {"clip_skip": 11}):
        with pytest.raises(PortraitsError) as error:
            checked(job(**wrong))
        assert next(iter(wrong)) in error.value.failure.what


@pytest.mark.parametrize(("gib", "expected"), [(96.0, 8), (12.0, 4), (9.0, 2)])
def test_a_card_makes_as_many_at_once_as_it_holds(gib: float, expected: int) -> None:
    assert batch_for(one_step, Room(card(gib), 64 * GIB), "auto", "auto", 0, 20) == expected
    assert batch_for(one_step, Room(card(gib), 64 * GIB), "auto", "auto", 3, 20) == 3
    assert batch_for(one_step, Room(card(gib), 64 * GIB), "auto", "auto", 0, 1) == 1


def test_a_processor_makes_one_at_a_time() -> None:
    device = Device(id="cpu", kind="cpu", name="Processor", memory_total=256 * GIB, memory_free=256 * GIB)
    assert batch_for(one_step, Room(device, 256 * GIB), "auto", "auto", 0, 9) == 1


def test_the_smallest_size_gets_another_advice() -> None:
    assert "768 x 768" in explained(card(8), 1024, 1024).failure.todo
    assert "sequential" in explained(card(8), 256, 256).failure.todo
