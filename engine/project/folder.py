"""The media folder beside a project: where its files lie and how files get into it."""

import re
from pathlib import Path

import msgspec

from engine.project.fields import new_id
from engine.project.files import copy_hashed, unwritable
from engine.project.media import MediaItem, MediaKind, StoredInfo
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.recipe import Recipe

_USUAL_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")

_DEFAULT_KINDS: dict[str, MediaKind] = {"picture": "picture", "movie": "movie", "sound": "sound", "motion": "motion"}


def media_folder(project_path: Path) -> Path:
    """Return ``NAME media`` beside ``NAME.portraits``; it need not exist."""
    return project_path.with_name(f"{project_path.stem} media")


def resolve(project_path: Path, item: MediaItem) -> Path:
    """Return where a media item's file is, whether or not it exists.

    Raises:
        PortraitsError: BAD_INPUT when a link on the way leads out of the media folder.
    """
    # Only the project's own folder may be reached through links: the media folder itself must not be one.
    folder = project_path.parent.resolve() / media_folder(project_path).name
    found = folder.joinpath(*item.path.split("/"))
    try:
        real = found.resolve()
    except (OSError, RuntimeError) as error:  # a loop of links
        raise _leaves(found) from error
    if not real.is_relative_to(folder):
        raise _leaves(found)
    return found


def require(project_path: Path, item: MediaItem) -> Path:
    """Return a media item's file, which must exist.

    Raises:
        PortraitsError: MISSING_INPUT with how to get it back; BAD_INPUT as :func:`resolve`.
    """
    found = resolve(project_path, item)
    if not found.is_file():
        raise PortraitsError(
            ErrorCode.MISSING_INPUT,
            f"{quoted(item.name or item.path)} is missing from {quoted(media_folder(project_path))}.",
            "Make it again from its recipe, or find it in another folder."
            if item.recipe is not None
            else "Find it in another folder, or remove its clips.",
            safe="The project is unchanged.",
        )
    return found


def add_media(
    project: Project,
    project_path: Path,
    file: Path,
    info: MediaInfo,
    *,
    kind: MediaKind | None = None,
    name: str = "",
    recipe: Recipe | None = None,
) -> tuple[Project, MediaItem]:
    """Copy a file into the media folder, named by its SHA-256, and list it in the project.

    A file whose bytes are already in the project gives that item back, and the project as it was.

    Args:
        project: the project, which is not changed.
        project_path: where the project is or will be saved.
        file: the file to copy.
        info: what is in it, as ``engine.media`` probes it.
        kind: what it is for the person; by default what ``info`` says.
        name: what to call it; by default the file's name.
        recipe: how it was made, where the program made it.

    Returns:
        The new project, which is not saved yet, and the item.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT for the file, CANNOT_WRITE or DISK_FULL for the folder.
    """
    chosen = kind if kind is not None else _DEFAULT_KINDS.get(info.kind)
    if chosen is None:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(file)} is neither a picture nor a movie, sound or motion.",
            "Add files of those kinds.",
        )
    folder = media_folder(project_path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    suffix = file.suffix.lower() if _USUAL_SUFFIX.fullmatch(file.suffix.lower()) else ""
    sha256, size = copy_hashed(file, folder, suffix)
    for known in project.media:
        if known.sha256 == sha256:
            return project, known
    try:
        stored = StoredInfo.of(info)
    except ValueError as error:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(file)} cannot be used: {error}.") from error
    item = MediaItem(
        id=new_id(),
        kind=chosen,
        path=f"{sha256}{suffix}",
        sha256=sha256,
        size=size,
        info=stored,
        name=one_line(name or file.name),
        recipe=recipe,
    )
    return msgspec.structs.replace(project, media=(*project.media, item)), item


def with_item(project: Project, item: MediaItem) -> Project:
    """Return the project with the item of the same id replaced by ``item``."""
    media = tuple(item if known.id == item.id else known for known in project.media)
    return msgspec.structs.replace(project, media=media)


def one_line(text: str) -> str:
    """Return a text as a name may be: without control characters, at most 200 long, and of characters that can be saved
    (a file's name may have bytes that are none)."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip()[:200].encode("utf-8", "replace").decode()


def _leaves(path: Path) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} is a link that leads out of the project's media folder.",
        "Replace the link by the file itself.",
    )
