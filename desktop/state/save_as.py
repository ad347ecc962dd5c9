"""Giving a project another place: its media goes with it."""

import os
from pathlib import Path

from engine.project.files import copy_hashed, unwritable
from engine.project.folder import media_folder, resolve
from engine.project.schema import Project


def copy_media(project: Project, source: Path, target: Path) -> None:
    """Bring the project's media files from beside ``source`` to beside ``target``.

    Files are linked where the file system can, because media files are named by their content and never change;
    otherwise they are copied. A file that is missing stays missing.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL for the folder, BAD_INPUT for a file that cannot be read.
    """
    folder = media_folder(target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    for item in project.media:
        origin = resolve(source, item)
        goal = folder.joinpath(*item.path.split("/"))
        if not origin.is_file() or goal.exists():
            continue
        try:
            goal.parent.mkdir(parents=True, exist_ok=True)
            os.link(origin, goal)
        except OSError:
            copy_hashed(origin, goal.parent, goal.suffix)
