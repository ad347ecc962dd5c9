"""Patience with servers, and their refusals in words."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import httpx2  # the HTTP library of huggingface_hub 2
from huggingface_hub.errors import (
    GatedRepoError,
    HFValidationError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from engine.models.catalog import Entry, HubSource
from engine.models.waiting import interruptible, pause
from engine.protocol.errors import ErrorCode, PortraitsError

T = TypeVar("T")

_RETRIED = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Patience:
    """How long to wait for a server. Seconds, and how many tries in a row may bring nothing."""

    connect: float = 10.0
    stall: float = 20.0
    tries: int = 5
    longest_wait: float = 60.0
    first_wait: float = 0.5


DEFAULT_PATIENCE = Patience()


def patiently(ask: Callable[[], T], entry: Entry, patience: Patience, check: Callable[[], None]) -> T:
    """Ask again while the failure may pass; put a lasting one into words."""
    for attempt in range(patience.tries):
        check()
        try:
            return interruptible(ask, check)
        except (httpx2.HTTPError, HFValidationError, OfflineModeIsEnabled, ValueError) as error:
            wait = wait_after(error, attempt, patience)
            if wait is None or attempt == patience.tries - 1:
                raise explained(error, entry) from error
            pause(wait, check)
    raise AssertionError("unreachable: the last try returns or raises")


def wait_after(error: Exception, attempt: int, patience: Patience) -> float | None:
    """Return the seconds to wait before the next try, None when trying again is useless."""
    status, response = status_of(error), getattr(error, "response", None)
    if status is not None and status not in _RETRIED:
        return None
    if status is None and not isinstance(error, httpx2.TransportError):
        return None
    wait: float = patience.first_wait * 2**attempt
    if response is not None:
        with contextlib.suppress(ValueError):
            wait = max(wait, float(response.headers.get("Retry-After", "0")))
    return min(wait, patience.longest_wait)


def status_of(error: Exception) -> int | None:
    """The HTTP status of a failure, None when there was no answer."""
    response = getattr(error, "response", None)
    return None if response is None else int(response.status_code)


def explained(error: Exception, entry: Entry, arrived: str = "") -> PortraitsError:
    """Put a failed request into words. ``arrived`` says what is kept of the download."""
    page = f"https://huggingface.co/{entry.where_from}" if isinstance(entry.source, HubSource) else entry.where_from
    status = status_of(error)

    def refused(what: str, todo: str) -> PortraitsError:
        return PortraitsError(ErrorCode.MODEL_MISSING, what, todo, safe=arrived)

    if isinstance(error, OfflineModeIsEnabled):
        return PortraitsError(
            ErrorCode.NOT_AVAILABLE, "Offline mode is on; nothing was asked of the network.", "Allow downloads first."
        )
    if isinstance(error, GatedRepoError):
        return refused(
            f"{entry.title} is given only to people who accepted its terms.",
            f"Open {page}, accept them there, and store your access token: portraits-engine models token.",
        )
    if isinstance(error, RevisionNotFoundError):
        return refused(f"{entry.title} is not there in the version that was asked for.", "Update Portraits.")
    if status == 403:
        return refused(
            f"The hub refuses {entry.title} to your account.",
            f"Ask for access at {page}, or store another token: portraits-engine models token.",
        )
    if isinstance(error, RepositoryNotFoundError) or status == 401:
        return refused(
            f"The hub does not show {entry.where_from}: it is gone, renamed, or needs an account.",
            f"Look at {page}; when it wants an account, store your access token: portraits-engine models token.",
        )
    if status == 404:
        return refused(f"A file of {entry.title} is no longer at {entry.where_from}.", f"Look at {page}.")
    reasons = {
        429: "the server asks to wait, it has had too many requests",
        None: "the connection was lost or could not be made",
    }
    fault = f"the server has a fault (HTTP {status})"
    reason = reasons.get(status, fault)
    return PortraitsError(
        ErrorCode.NETWORK,
        f"The download of {entry.title} stopped: {reason}.",
        "Go on later; the same command continues where it stopped.",
        safe=arrived,
    )
