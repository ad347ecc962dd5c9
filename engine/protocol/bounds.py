"""Checks a job against the bounds of its fields."""

from typing import TypeVar

import msgspec

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Job
from engine.protocol.values import decode_hook, encode_hook

J = TypeVar("J", bound=Job)


def checked(job: J) -> J:
    """Return the job when every field is within its bounds; jobs made in Python were not checked before.

    Raises:
        PortraitsError: USAGE with the field's name.
    """
    try:
        return msgspec.convert(msgspec.to_builtins(job, enc_hook=encode_hook), type(job), dec_hook=decode_hook)
    except msgspec.ValidationError as error:
        reason, _, where = str(error).partition(" - at `$.")
        field = where.rstrip("`")
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{field} is not possible: {reason}." if field else f"{reason}.",
            "Change it and start again.",
        ) from None
