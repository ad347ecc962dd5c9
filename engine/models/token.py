"""The person's access token for the hub, in the key store of the system."""

import contextlib

import keyring
from huggingface_hub import get_token
from keyring.errors import KeyringError, PasswordDeleteError

from engine.protocol.errors import ErrorCode, PortraitsError

SERVICE = "portraits"
NAME = "huggingface"


def access_token() -> str | None:
    """Return the person's hub token: from the key store of the system, else where huggingface_hub keeps it."""
    try:
        stored = keyring.get_password(SERVICE, NAME)
    except Exception:  # key stores fail in many ways, and public models need no token
        stored = None
    return stored or get_token()


def store_token(token: str | None) -> None:
    """Keep the token in the key store of the system, or take it out with None.

    Raises:
        PortraitsError: NOT_AVAILABLE when this system has no key store.
    """
    try:
        if token is None:
            with contextlib.suppress(PasswordDeleteError):
                keyring.delete_password(SERVICE, NAME)
        else:
            keyring.set_password(SERVICE, NAME, token)
    except (KeyringError, RuntimeError) as error:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"This system has no key store that could keep the token ({error}).",
            "Set the variable HF_TOKEN instead.",
        ) from error
