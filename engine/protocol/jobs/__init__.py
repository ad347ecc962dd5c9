"""One struct for each kind of job; ``AnyJob`` is the union that travels and is stored."""

from engine.protocol.jobs.animate import AnimateJob
from engine.protocol.jobs.film import FilmJob
from engine.protocol.jobs.grid import GridJob
from engine.protocol.jobs.image import ImageJob
from engine.protocol.jobs.landmarks import LandmarksJob
from engine.protocol.jobs.morph import MorphJob
from engine.protocol.jobs.motion import (
    BuildDatasetJob,
    CleanMotionJob,
    ConvertMotionJob,
    DrawMotionJob,
    ExtractMotionJob,
    ReconstructMotionJob,
    TokenizeMotionJob,
)
from engine.protocol.jobs.proxy import ProxyJob
from engine.protocol.jobs.series import SeriesJob
from engine.protocol.jobs.sound import SoundJob
from engine.protocol.jobs.store import MoveStoreJob
from engine.protocol.jobs.timeline import TimelineJob
from engine.protocol.jobs.train import ExportTokenizerJob, TrainTokenizerJob
from engine.protocol.jobs.video import VideoJob
from engine.protocol.jobs.voice import VoiceJob

AnyJob = (
    AnimateJob
    | BuildDatasetJob
    | CleanMotionJob
    | ConvertMotionJob
    | DrawMotionJob
    | ExportTokenizerJob
    | ExtractMotionJob
    | FilmJob
    | GridJob
    | ImageJob
    | LandmarksJob
    | MorphJob
    | MoveStoreJob
    | ProxyJob
    | ReconstructMotionJob
    | SeriesJob
    | SoundJob
    | TimelineJob
    | TokenizeMotionJob
    | TrainTokenizerJob
    | VideoJob
    | VoiceJob
)

__all__ = [
    "AnimateJob",
    "AnyJob",
    "BuildDatasetJob",
    "CleanMotionJob",
    "ConvertMotionJob",
    "DrawMotionJob",
    "ExportTokenizerJob",
    "ExtractMotionJob",
    "FilmJob",
    "GridJob",
    "ImageJob",
    "LandmarksJob",
    "MorphJob",
    "MoveStoreJob",
    "ProxyJob",
    "ReconstructMotionJob",
    "SeriesJob",
    "SoundJob",
    "TimelineJob",
    "TokenizeMotionJob",
    "TrainTokenizerJob",
    "VideoJob",
    "VoiceJob",
]
