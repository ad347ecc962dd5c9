"""Writing the small files of the window itself: settings, shortcuts, the list of recent projects."""

from pathlib import Path

from engine.project.files import replacing
from engine.protocol.errors import ErrorCode, PortraitsError, quoted


def write_kept(path: Path, data: bytes) -> None:
    """Put a file in the place of the old one, whole or not at all; its folder is made where it is missing.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL; the file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(data)
    except (OSError, PortraitsError) as error:
        code = error.code if isinstance(error, PortraitsError) else ErrorCode.CANNOT_WRITE
        reason = error if isinstance(error, OSError) else error.__cause__
        raise PortraitsError(
            code,
            f"{quoted(path)} could not be written: {getattr(reason, 'strerror', '') or reason}.",
            f"Make sure that the folder {path.parent} can be written.",
            safe="The change counts until the window is closed.",
        ) from error
