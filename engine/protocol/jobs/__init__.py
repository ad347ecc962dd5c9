"""One struct for each kind of job; ``AnyJob`` is the union that travels and is stored."""

from engine.protocol.jobs.film import FilmJob
from engine.protocol.jobs.landmarks import LandmarksJob
from engine.protocol.jobs.morph import MorphJob
from engine.protocol.jobs.voice import VoiceJob

AnyJob = FilmJob | LandmarksJob | MorphJob | VoiceJob

__all__ = ["AnyJob", "FilmJob", "LandmarksJob", "MorphJob", "VoiceJob"]
