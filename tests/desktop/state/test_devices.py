"""What the computer has, and how much of its memory is in use."""

from desktop.link import FakeLink
from desktop.state.devices import Devices
from engine.protocol.devices import Device, DeviceReport
from engine.protocol.messages import Stats
from tests.desktop.state.conftest import Heard

_CARD = DeviceReport(
    devices=(
        Device(id="cuda:0", kind="cuda", name="RTX 4070", memory_total=12_000, memory_free=10_000),
        Device(id="cpu", kind="cpu", name="Processor", memory_total=32_000),
    ),
    chosen="cuda:0",
    cores=8,
    memory_total=32_000,
    memory_free=20_000,
)


def test_nothing_is_known_before_the_engine_is_ready(engine: FakeLink) -> None:
    devices = Devices(engine)
    assert (devices.report, devices.chosen, devices.name) == (None, None, "")
    assert (devices.memory_used, devices.memory_total) == (0, 0)


def test_a_graphics_card_shows_its_own_memory(engine: FakeLink) -> None:
    devices = Devices(engine)
    heard = Heard(changed=devices.changed)
    engine.become_ready(_CARD)
    assert (devices.name, devices.on_processor, devices.memory_total) == ("RTX 4070", False, 12_000)
    engine.stats.emit(Stats(memory=5_000, device_memory_used=9_400, device_memory_total=12_100))
    assert (devices.memory_used, devices.memory_total) == (9_400, 12_100)
    assert len(heard.events) == 2


def test_on_the_processor_memory_is_main_memory(engine: FakeLink) -> None:
    devices = Devices(engine)
    engine.die()
    engine.become_ready(
        DeviceReport(devices=_CARD.devices, chosen="cpu", cores=8, memory_total=32_000, memory_free=20_000)
    )
    engine.stats.emit(Stats(memory=5_000))
    assert (devices.on_processor, devices.memory_used, devices.memory_total) == (True, 5_000, 32_000)
