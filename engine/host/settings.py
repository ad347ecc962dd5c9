"""The engine's settings as the window sends them, and the search for devices."""

import logging
import os
import threading
from collections.abc import Callable, Mapping
from typing import Any, Literal, Self

import msgspec
from msgspec import structs

from engine.devices.detect import VARIABLE, cpu, detect
from engine.devices.environment import prepare_environment
from engine.media.recipes import write_recipes
from engine.protocol.devices import DeviceReport
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs import AnyJob
from engine.protocol.values import from_json, to_json

log = logging.getLogger(__name__)


class EngineSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What the window may set; names of other versions do not matter here."""

    device: str = "auto"
    precision: Literal["auto", "bfloat16", "float16", "float32"] = "auto"
    """Of jobs that leave it to the program; so is the next one."""
    offload: Literal["auto", "none", "model", "group", "sequential"] = "auto"
    offline: bool = True
    recipes: bool = True
    """Whether results carry the settings they were made with."""
    store: str = ""
    """Where models are brought; "" leaves what was chosen before."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Self:
        """Read settings; one that makes no sense counts as not given, because a window must always get its engine."""
        known = {}
        for field in structs.fields(cls):
            if field.name in settings:
                try:
                    known[field.name] = msgspec.convert(settings[field.name], field.type)
                except msgspec.ValidationError as error:
                    log.warning("the engine's setting %s is ignored: %s", field.name, error)
        return cls(**known)

    def apply(self) -> None:
        """Put them into force for everything that is imported later."""
        prepare_environment(offline=self.offline)
        write_recipes(self.recipes)
        if self.store:
            self._use_store()
        if self.device != "auto":
            os.environ.setdefault(VARIABLE, self.device)

    def applied_to(self, job: AnyJob) -> AnyJob:
        """Return a job with the person's number format and memory plan where the job says ``auto``."""
        wishes = {
            name: getattr(self, name)
            for name in ("precision", "offload")
            if getattr(self, name) != "auto" and getattr(job, name, None) == "auto"
        }
        if not wishes:
            return job
        try:
            # There and back, so that a job that does not know such a wish stays as it is.
            return from_json(to_json(structs.replace(job, **wishes)), type(job))
        except msgspec.ValidationError as error:
            log.warning("the job is run as it is: %s", error)
            return job

    def _use_store(self) -> None:
        from engine.models.folders import use_store

        try:
            use_store(self.store)
        except (PortraitsError, OSError) as error:
            log.warning("the store folder cannot be kept: %s", error)


class DeviceSearch:
    """Looks for devices in a thread of its own, because torch may have to be imported for it.

    Args:
        setting: the device setting; one that is not here falls back to auto, with a log line.
    """

    def __init__(self, setting: str) -> None:
        self._setting = setting
        self._report: DeviceReport | None = None
        self._told = False
        self._done = threading.Event()
        threading.Thread(target=self._run, name="device search", daemon=True).start()

    def result(self, seconds: float) -> DeviceReport:
        """Return what was found after some seconds at most; until then only the processor is known."""
        self._told = self._done.wait(seconds)
        return (self._report if self._told else None) or only_processor()

    def when_done(self, tell: Callable[[DeviceReport], None]) -> None:
        """Call ``tell`` from another thread when the search ends, unless :meth:`result` has told already."""
        if not self._told:
            threading.Thread(target=self._tell_later, args=(tell,), name="device report", daemon=True).start()

    def _tell_later(self, tell: Callable[[DeviceReport], None]) -> None:
        self._done.wait()
        if self._report is not None:
            tell(self._report)

    def _run(self) -> None:
        try:
            self._report = _detect(self._setting)
        except Exception:
            log.exception("the search for devices failed")
        finally:
            self._done.set()


def only_processor() -> DeviceReport:
    """Describe this computer as if it had no graphics card."""
    device = cpu()
    return DeviceReport(
        devices=(device,),
        chosen=device.id,
        cores=os.cpu_count() or 1,
        memory_total=device.memory_total,
        memory_free=device.memory_free,
    )


def _detect(setting: str) -> DeviceReport:
    try:
        return detect(setting)
    except PortraitsError as error:
        log.warning("%s", error)
        return detect("auto", environment={})
