"""What the computer has, and how much of its memory is in use."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.link.base import EngineBase
from desktop.link.events import EngineStatus
from engine.protocol.devices import Device, DeviceReport
from engine.protocol.messages import Stats


class Devices(QObject):
    """The devices the engine found, and the memory of the one that work runs on. Bytes; 0 = not known yet."""

    changed = Signal(object)  # arg: Device | None, the chosen one

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: DeviceReport | None = None
        self._stats: Stats | None = None
        engine.status_changed.connect(self._on_status)
        engine.stats.connect(self._on_stats)

    @property
    def report(self) -> DeviceReport | None:
        """What the engine found, None before it was ready the first time."""
        return self._report

    @property
    def chosen(self) -> Device | None:
        """The device that work runs on."""
        if self._report is None:
            return None
        return next((d for d in self._report.devices if d.id == self._report.chosen), None)

    @property
    def name(self) -> str:
        return self.chosen.name if self.chosen is not None else ""

    @property
    def on_processor(self) -> bool:
        """True when work runs on the processor, so that memory means main memory."""
        return self.chosen is not None and self.chosen.kind == "cpu"

    @property
    def memory_total(self) -> int:
        if self._stats is not None and self._stats.device_memory_total is not None and not self.on_processor:
            return self._stats.device_memory_total
        return self.chosen.memory_total if self.chosen is not None else 0

    @property
    def memory_used(self) -> int:
        """What all programs use of a graphics card, or what the engine uses of main memory."""
        if self._stats is None:
            return 0
        if self._stats.device_memory_used is not None and not self.on_processor:
            return self._stats.device_memory_used
        return self._stats.memory

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.devices is not None and status.devices != self._report:
            self._report = status.devices
            self.changed.emit(self.chosen)

    @Slot(object)
    def _on_stats(self, stats: Stats) -> None:
        self._stats = stats
        self.changed.emit(self.chosen)


def short_device_name(name: str) -> str:
    """Return a device's name without what says nothing: trademarks, clock rates, "CPU"."""
    cleaned = name.replace("(R)", "").replace("(TM)", "").replace("GeForce ", "").split(" @")[0]
    return " ".join(word for word in cleaned.split() if word not in ("CPU", "Processor"))
