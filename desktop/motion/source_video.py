"""Finds the driving video of a motion, and remembers the one that a person has chosen."""

import json
from pathlib import Path

from desktop.state.document import Document
from engine.project.folder import resolve
from engine.protocol.errors import PortraitsError

_MOST = 500
_LONGEST = 2**20


class SourceVideos:
    """Where driving videos lie.

    Motions know the name of their video, also those that were corrected, copied or renamed; so that name is what a
    chosen place is remembered by.

    Args:
        document: the project.
        file: for the places that were chosen; JSON, name -> path. It may not be there.
    """

    def __init__(self, document: Document, file: Path) -> None:
        self._document, self._file = document, file

    def find(self, item_id: str, source: str) -> str:
        """Return the path of the video that a motion was taken from, "" when it is not known or not there.

        Args:
            item_id: of the motion in the project, "" for one that is not in it.
            source: the name of the video, as the motion tells it.
        """
        chosen = self._chosen().get(source, "")
        if chosen and Path(chosen).is_file():
            return chosen
        return self._of_recipe(item_id) or self._by_name(source)

    def remember(self, source: str, path: str) -> None:
        """Remember where a video lies; raises OSError."""
        if not source:
            return
        chosen = self._chosen()
        chosen.pop(source, None)
        kept = dict(list({**chosen, source: path}.items())[-_MOST:])
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_name(f".{self._file.name}.part")
        part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        part.replace(self._file)

    def _chosen(self) -> dict[str, str]:
        try:
            if self._file.stat().st_size > _LONGEST:
                return {}
            content = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return {str(name): str(path) for name, path in content.items()} if isinstance(content, dict) else {}

    def _of_recipe(self, item_id: str) -> str:
        item = self._document.project.media_by_id().get(item_id)
        video = item.recipe.job.get("video") if item is not None and item.recipe is not None else None
        path = str(video.get("path", "")) if isinstance(video, dict) else ""
        return path if not path or Path(path).is_file() else self._by_name(Path(path).name)

    def _by_name(self, name: str) -> str:
        for item in self._document.project.media:
            if name and Path(item.name).name == name:
                try:
                    found = resolve(self._document.path, item)
                except PortraitsError:
                    continue
                if found.is_file():
                    return str(found)
        return ""
