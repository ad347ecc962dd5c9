"""Looking for a newer version, within what the person allowed."""

from engine import __version__
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.queries import UpdateReply
from engine.updates.announcement import Origin, fetch_announcement, is_newer, read_origin


def look_for_update(origin: Origin | None = None, version: str = __version__) -> UpdateReply:
    """Ask once whether a newer version is out.

    Args:
        origin: where to ask; where this copy came from by default.
        version: the version that is here.

    Raises:
        PortraitsError: NOT_AVAILABLE for a copy from source and in offline mode; as
            :func:`engine.updates.announcement.fetch_announcement` otherwise.
    """
    origin = origin or read_origin()
    if origin is None:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            "This copy does not know where new versions are announced, because it was not installed by an installer.",
            "Update it in the way it was installed.",
        )
    if Store.default().offline:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            "Offline mode is on, so nothing was asked of the network.",
            "Switch Offline off in the settings first.",
        )
    found = fetch_announcement(origin)
    return UpdateReply(
        version=found.version, page=found.page, published=found.published, newer=is_newer(found.version, version)
    )
