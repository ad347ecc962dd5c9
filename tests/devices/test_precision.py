"""The number format of each part on each class of device."""

import pytest

from engine.devices.precision import (
    BYTES,
    COMPONENTS,
    POLICY,
    Component,
    DeviceClass,
    device_class,
    policy,
    precision_for,
    torch_dtype,
)
from engine.devices.processor import Processor
from engine.protocol.devices import Device
from engine.protocol.errors import PortraitsError

PLAIN = Processor("plain", 8, ("avx2",))
MODERN = Processor("modern", 8, ("avx2", "avx512", "avx512_bf16"))
CPU = Device(id="cpu", kind="cpu", name="cpu")
MPS = Device(id="mps", kind="mps", name="M4")


def cuda(capability: str) -> Device:
    return Device(id="cuda:0", kind="cuda", name="card", capability=capability)


@pytest.mark.parametrize(
    ("device", "chip", "row"),
    [
        (cuda("8.0"), PLAIN, "cuda"),
        (cuda("12.1"), PLAIN, "cuda"),
        (cuda("7.5"), PLAIN, "cuda_old"),
        (cuda(""), PLAIN, "cuda_old"),
        (MPS, PLAIN, "mps"),
        (CPU, PLAIN, "cpu"),
        (CPU, MODERN, "cpu_bfloat16"),
        (CPU, Processor("amx", 8, ("amx",)), "cpu_bfloat16"),
    ],
)
def test_each_device_has_its_row(device: Device, chip: Processor, row: DeviceClass) -> None:
    assert device_class(device, chip) == row


@pytest.mark.parametrize(
    ("device", "chip", "component", "format_"),
    [
        (cuda("8.6"), PLAIN, "image", "bfloat16"),
        (cuda("8.6"), PLAIN, "image_vae", "float32"),
        (cuda("7.5"), PLAIN, "video", "float16"),
        (MPS, PLAIN, "language", "float16"),
        (MPS, PLAIN, "image_vae", "float32"),
        (CPU, MODERN, "image", "float32"),
        (CPU, MODERN, "video", "bfloat16"),
        (CPU, PLAIN, "video", "float32"),
    ],
)
def test_the_measured_policy_is_followed(device: Device, chip: Processor, component: Component, format_: str) -> None:
    chosen = precision_for(component, device, chip=chip)
    assert chosen.format == format_
    assert chosen.note == ""


def test_every_row_has_every_part() -> None:
    assert all(set(row) == set(COMPONENTS) for row in POLICY.values())
    assert all(formats and set(formats) <= set(BYTES) for row in POLICY.values() for formats in row.values())


def test_float16_is_never_chosen_on_a_processor() -> None:
    for chip in (PLAIN, MODERN):
        assert all("float16" not in (item.format, *item.options) for item in policy(CPU, chip))


def test_float16_on_a_processor_is_followed_with_a_warning() -> None:
    chosen = precision_for("image", CPU, "float16", PLAIN)
    assert chosen.format == "float16"
    assert "90 to 400 times slower" in chosen.note


def test_other_slow_or_risky_choices_warn_and_good_ones_do_not() -> None:
    assert "software" in precision_for("image", CPU, "bfloat16", PLAIN).note
    assert precision_for("image", CPU, "bfloat16", MODERN).note == ""
    assert "overflow" in precision_for("video_text", cuda("8.9"), "float16").note


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(PortraitsError, match="int8"):
        precision_for("image", CPU, "int8")


def test_formats_are_torch_formats_of_that_size() -> None:
    assert {name: torch_dtype(name).itemsize for name in BYTES} == BYTES
