"""Finds the driving video of a motion: by the recipe of the extraction, or by its name in the project."""

from pathlib import Path

from desktop.state.document import Document
from engine.project.folder import resolve
from engine.protocol.errors import PortraitsError


def source_video(document: Document, item_id: str) -> str:
    """Return the path of the video that a motion of the project was taken from, "" when it is not there."""
    item = document.project.media_by_id().get(item_id)
    if item is None or item.recipe is None:
        return ""
    video = item.recipe.job.get("video")
    path = str(video.get("path", "")) if isinstance(video, dict) else ""
    if not path:
        return ""
    if Path(path).is_file():
        return path
    for other in document.project.media:
        if Path(other.name).name == Path(path).name:
            try:
                found = resolve(document.path, other)
            except PortraitsError:
                continue
            return str(found) if found.is_file() else ""
    return ""
