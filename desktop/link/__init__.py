"""The engine seen from Qt: a child process, the thread that owns it, requests, signals, and a scripted fake."""

from desktop.link.base import EngineBase
from desktop.link.events import (
    Answered,
    EngineState,
    EngineStatus,
    EngineStopped,
    PreviewFrame,
    SoundFrame,
    StopCause,
)
from desktop.link.fake import FakeLink
from desktop.link.link import EngineLink

__all__ = [
    "Answered",
    "EngineBase",
    "EngineLink",
    "EngineState",
    "EngineStatus",
    "EngineStopped",
    "FakeLink",
    "PreviewFrame",
    "SoundFrame",
    "StopCause",
]
