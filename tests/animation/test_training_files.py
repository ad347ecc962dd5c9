"""What a training writes for other programs: TensorBoard's event files, the plot, the curves."""

import struct
from pathlib import Path

from engine.animation.event_file import EventFile, crc32c
from engine.animation.training_plot import plot_curves


def test_checksums_are_castagnoli_s() -> None:
    """The check value of the CRC catalogue, and one of RFC 3720."""
    assert crc32c(b"123456789") == 0xE3069283
    assert crc32c(bytes(32)) == 0x8A9136AA


def records(path: Path) -> list[bytes]:
    data, found = path.read_bytes(), []
    while data:
        (length,) = struct.unpack("<Q", data[:8])
        for checked, crc in ((data[:8], data[8:12]), (data[12 : 12 + length], data[12 + length : 16 + length])):
            value = crc32c(checked)
            masked = (((value >> 15) | (value << 17)) + 0xA282EAD8) & 0xFFFFFFFF
            assert struct.unpack("<I", crc) == (masked,)
        found.append(data[12 : 12 + length])
        data = data[16 + length :]
    return found


def test_event_files_hold_one_message_for_each_point(tmp_path: Path) -> None:
    with EventFile(tmp_path) as events:
        events.scalar("loss", 0.5, 300)
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("events.out.tfevents.")
    version, point = records(path)
    assert version.endswith(b"\x1a\x0dbrain.Event:2")
    # wall time, step 300 as a varint, then summary { value { tag: "loss" simple_value: 0.5 } }
    assert point[9:] == b"\x10\xac\x02" + b"\x2a\x0d" + b"\x0a\x0b" + b"\x0a\x04loss" + b"\x15" + struct.pack("<f", 0.5)


def test_the_plot_shows_what_there_is() -> None:
    empty = plot_curves({})
    drawn = plot_curves({"loss": [(step, 1 / (step + 1)) for step in range(50)], "used": [(1, 3.0)]})
    assert empty.shape == drawn.shape == (352, 880, 3)
    changed = (empty != drawn).any(axis=2)
    assert changed[:176, :440].sum() > 300
    assert not changed[176:, :440].any()
