"""Builds small projects with real media files for the film tests."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.film.compose import Compositor
from engine.media.movie_writer import MovieWriter
from engine.media.pictures import write_picture
from engine.media.probe import probe
from engine.media.sound import write_sound
from engine.project.clips import AnyClip, SoundClip, StillClip
from engine.project.folder import add_media
from engine.project.schema import Project, Settings
from engine.project.store import save
from engine.project.timeline import Timeline, Track
from engine.protocol.jobs.encode import EncodeSettings

RED, GREEN, BLUE = (200, 30, 40, 255), (10, 180, 60, 255), (20, 40, 220, 255)
FPS = Fraction(24)


class Studio:
    """A project in the making; media is added under short names that are the items' ids."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.path = folder / "film.portraits"
        self.output = folder / "film.mp4"
        self.notes: list[str] = []
        self.project = Project(settings=Settings(**({"width": 32, "height": 24} | settings)))
        self.ids: dict[str, str] = {}

    def picture(self, name: str, content: tuple[int, ...] | NDArray[np.uint8]) -> str:
        """Add a picture: an RGBA array, or one colour in the frame's size."""
        size = self.project.settings.height, self.project.settings.width, 4
        rgba = content if isinstance(content, np.ndarray) else np.full(size, content, np.uint8)
        file = self.folder / f"{name}.png"
        write_picture(file, rgba, overwrite=True, text=None)
        return self.file(name, file)

    def sound(self, name: str, samples: NDArray[np.float32], rate: int = 48_000) -> str:
        """Add a sound; stored as 32-bit floats, so that it comes back bit by bit."""
        file = self.folder / f"{name}.wav"
        write_sound(file, samples, rate, overwrite=True, bits=32)
        return self.file(name, file)

    def movie(
        self, name: str, frames: list[NDArray[np.uint8]], fps: Fraction = FPS, sound: NDArray[np.float32] | None = None
    ) -> str:
        """Add a movie: lossless without sound (animated PNG), H.264 with sound."""
        file = self.folder / (f"{name}.apng" if sound is None else f"{name}.mov")
        encode = EncodeSettings(codec="apng") if sound is None else EncodeSettings(codec="h264", sound="pcm")
        height, width = frames[0].shape[:2]
        stereo = None if sound is None else (sound, 48_000)
        with MovieWriter(
            file, width=width, height=height, fps=fps, encode=encode, sound=stereo, overwrite=True
        ) as writer:
            for frame in frames:
                writer.write(frame)
        return self.file(name, file)

    def file(self, name: str, file: Path) -> str:
        """Add a file as it is."""
        self.project, item = add_media(self.project, self.path, file, probe(file))
        self.ids[name] = item.id
        return item.id

    def lay(self, *tracks: Track) -> Project:
        """Set the timeline and save the project."""
        self.project = Project(
            title=self.project.title,
            settings=self.project.settings,
            media=self.project.media,
            timeline=Timeline(tracks=tracks),
        )
        save(self.project, self.path)
        return self.project

    def compositor(self, **more: object) -> Compositor:
        """Return a compositor of what was laid; its notes go to ``notes``."""
        return Compositor(
            self.project, self.path, note=self.notes.append, landmark_cache=self.folder / "landmarks", **more
        )

    def frame(self, index: int) -> NDArray[np.uint8]:
        """Return one frame of what was laid."""
        with self.compositor() as compositor:
            return compositor.frame(index).copy()


def pictures(*clips: AnyClip, **more: object) -> Track:
    return Track(id=f"p{clips[0].id}", kind="picture", clips=clips, **more)


def sounds(*clips: AnyClip, **more: object) -> Track:
    return Track(id=f"s{clips[0].id}", kind="sound", clips=clips, **more)


def still(name: str, media: str, start: Fraction | int, duration: Fraction | int, **more: object) -> StillClip:
    return StillClip(id=name, media=media, start=Fraction(start), duration=Fraction(duration), **more)


def sound_clip(name: str, media: str, start: Fraction | int, duration: Fraction | int, **more: object) -> SoundClip:
    return SoundClip(id=name, media=media, start=Fraction(start), duration=Fraction(duration), **more)
