"""Which function runs which job kind. Nothing heavy is imported before its kind is first used."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from engine.protocol.context import JobContext
from engine.protocol.jobs import FilmJob, LandmarksJob, MorphJob, VoiceJob
from engine.protocol.jobs.base import Artifact, Job

RunFunction = Callable[[Any, JobContext], list[Artifact]]

_RUN_FUNCTIONS: dict[type[Job], str] = {
    FilmJob: "engine.film.job:run",
    LandmarksJob: "engine.morph.landmarks_job:run",
    MorphJob: "engine.morph.job:run",
    VoiceJob: "engine.voice.job:run",
}


def job_kinds() -> tuple[type[Job], ...]:
    """Return all job kinds this engine can run."""
    return tuple(_RUN_FUNCTIONS)


def register(kind: type[Job], function: str) -> None:
    """Tie a job kind to ``"module:function"``; a later call replaces an earlier one."""
    _RUN_FUNCTIONS[kind] = function


def run_function(kind: type[Job]) -> RunFunction:
    """Import and return the function ``run(job, context) -> list[Artifact]`` of a job kind."""
    module, _, name = _RUN_FUNCTIONS[kind].partition(":")
    function: RunFunction = getattr(import_module(module), name)
    return function
