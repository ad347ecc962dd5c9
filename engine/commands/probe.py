"""``portraits-engine probe``: what is in a media or project file."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from engine.commands.console import Console, DebugOption, JsonOption, session
from engine.project.store import SUFFIX
from engine.protocol.jobs.base import MediaInfo


def probe(
    file: Annotated[Path, typer.Argument(help="A picture, movie, sound or .portraits file.")],
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Show what is in a media or project file, and the recipe it was made with.

    Example: portraits-engine probe demo.mp4
    """
    with session(json=json, debug=debug) as console:
        if file.suffix.lower() == SUFFIX:
            _show_project(file, console)
        else:
            _show_media(file, console)


def _show_media(file: Path, console: Console) -> None:
    from engine.media.probe import probe as probe_media
    from engine.media.probe import read_metadata

    media = probe_media(file)
    metadata = read_metadata(file)
    console.json("probe", path=str(file), media=msgspec.to_builtins(media), metadata=metadata)
    for label, value in _facts(media):
        console.text(f"{label:<12} {value}")
    for key, value in metadata.items():
        console.text(f"{key:<12} {value}")


def _facts(media: MediaInfo) -> list[tuple[str, str]]:
    facts = [("kind", f"{media.kind}, {media.format}")]
    if media.width:
        alpha = ", with transparency" if media.has_alpha else ""
        facts.append(("size", f"{media.width} x {media.height}{alpha}"))
    if media.duration:
        facts.append(("length", f"{media.duration:.3f} s"))
    if media.frames > 1:
        facts.append(("frames", f"{media.frames} at {media.fps:g} per second, {media.video_codec}"))
    if media.sample_rate:
        facts.append(("sound", f"{media.audio_codec}, {media.sample_rate} Hz, {media.channels} channels"))
    return facts


def _show_project(file: Path, console: Console) -> None:
    from engine.project.store import load

    project = load(file)
    clips = [clip for track in project.timeline.tracks for clip in track.clips]
    length = project.timeline.duration
    settings = project.settings
    console.json(
        "probe",
        path=str(file),
        project={
            "name": project.title,
            "width": settings.width,
            "height": settings.height,
            "fps": str(settings.fps),
            "duration": float(length),
            "tracks": len(project.timeline.tracks),
            "clips": len(clips),
            "media": [msgspec.to_builtins(item.info) | {"name": item.name} for item in project.media],
        },
    )
    console.text(f"{'kind':<12} project “{project.title}”")
    console.text(f"{'size':<12} {settings.width} x {settings.height} at {settings.fps} frames per second")
    console.text(f"{'length':<12} {float(length):.3f} s, {len(clips)} clips on {len(project.timeline.tracks)} tracks")
    for item in project.media:
        console.text(f"{'media':<12} {item.info.kind}: {item.name}")
