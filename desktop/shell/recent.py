"""Recent projects for the welcome page: read quickly, and without failing over one that is gone or damaged."""

from pathlib import Path

from desktop.state.sessions import Sessions
from desktop.welcome.page import RecentProject
from engine.project import store
from engine.project.folder import resolve
from engine.protocol.errors import PortraitsError

_PICTURES = 3
_LARGEST = 8 * 2**20


def recent_projects(sessions: Sessions) -> tuple[RecentProject, ...]:
    """Return the projects that were opened last, newest first; those that are gone are left out."""
    found = []
    for path in sessions.recent:
        try:
            status = path.stat()
        except OSError:
            continue
        seconds, pictures = _facts(path) if status.st_size <= _LARGEST else (0.0, ())
        found.append(RecentProject(path, path.stem, status.st_mtime, seconds, pictures))
    return tuple(found)


def _facts(path: Path) -> tuple[float, tuple[str, ...]]:
    """Return the film's length and the files of its first pictures."""
    try:
        project = store.load(path)
    except PortraitsError:
        return 0.0, ()
    pictures = []
    for item in project.media:
        if item.info.kind == "picture" and not item.rejected:
            try:
                file = resolve(path, item)
            except PortraitsError:
                continue
            pictures.append(str(file))
            if len(pictures) == _PICTURES:
                break
    return float(project.timeline.duration), tuple(pictures)
