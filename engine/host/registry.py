"""Which function runs which job kind. Nothing heavy is imported before its kind is first used."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from engine.protocol.context import JobContext
from engine.protocol.jobs import (
    AnimateJob,
    BuildDatasetJob,
    CleanMotionJob,
    ConvertMotionJob,
    DrawMotionJob,
    ExportTokenizerJob,
    ExtractMotionJob,
    FilmJob,
    GridJob,
    ImageJob,
    LandmarksJob,
    MorphJob,
    MoveStoreJob,
    ProxyJob,
    ReconstructMotionJob,
    SeriesJob,
    SoundJob,
    TimelineJob,
    TokenizeMotionJob,
    TrainTokenizerJob,
    VideoJob,
    VoiceJob,
)
from engine.protocol.jobs.base import Artifact, Job

RunFunction = Callable[[Any, JobContext], list[Artifact]]

_RUN_FUNCTIONS: dict[type[Job], str] = {
    AnimateJob: "engine.animation.job:run",
    BuildDatasetJob: "engine.animation.dataset_job:run",
    CleanMotionJob: "engine.animation.motion_jobs:clean",
    ConvertMotionJob: "engine.animation.motion_jobs:convert",
    DrawMotionJob: "engine.animation.motion_jobs:draw",
    ExportTokenizerJob: "engine.animation.export_job:run",
    ExtractMotionJob: "engine.animation.extract_job:run",
    FilmJob: "engine.film.job:run",
    GridJob: "engine.host.pictures:run_grid",
    ImageJob: "engine.host.pictures:run_image",
    LandmarksJob: "engine.morph.landmarks_job:run",
    MorphJob: "engine.morph.job:run",
    MoveStoreJob: "engine.models.moving:run",
    ProxyJob: "engine.media.proxies:run",
    ReconstructMotionJob: "engine.animation.token_jobs:reconstruct",
    SeriesJob: "engine.host.pictures:run_series",
    SoundJob: "engine.voice.sound_job:run",
    TimelineJob: "engine.film.read_timeline:run",
    TokenizeMotionJob: "engine.animation.token_jobs:tokenize",
    TrainTokenizerJob: "engine.animation.train_job:run",
    VideoJob: "engine.video.job:run",
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
