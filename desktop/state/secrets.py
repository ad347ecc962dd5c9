"""Tokens in the system's key store. Nothing secret is ever written to our files or logs."""

from contextlib import suppress
from types import ModuleType

SERVICE = "portraits"
NAMES = {"models.hugging_face_token": "huggingface"}
"""The names in the key store by setting. The engine looks for the same ones, see :mod:`engine.models.token`."""


class SecretsUnavailable(Exception):  # noqa: N818 - names the state
    """This system has no key store that can be used now; the text says why."""


def read(name: str) -> str | None:
    """Return a secret, or None when there is none.

    Raises:
        SecretsUnavailable: there is no key store.
    """
    keyring = _keyring()
    try:
        found: str | None = keyring.get_password(SERVICE, name)
    except Exception as error:
        raise _unavailable(error) from error
    return found


def write(name: str, value: str) -> None:
    """Keep a secret. Raises as :func:`read`."""
    keyring = _keyring()
    try:
        keyring.set_password(SERVICE, name, value)
    except Exception as error:
        raise _unavailable(error) from error


def remove(name: str) -> None:
    """Forget a secret. Raises as :func:`read`."""
    keyring = _keyring()
    try:
        with suppress(keyring.errors.PasswordDeleteError):
            keyring.delete_password(SERVICE, name)
    except Exception as error:
        raise _unavailable(error) from error


def _keyring() -> ModuleType:
    # Imported late: finding the system's key store takes a noticeable part of the start.
    import keyring
    import keyring.errors

    return keyring


def _unavailable(error: Exception) -> SecretsUnavailable:
    # Back ends raise errors of their own libraries; the type is enough, the text may hold the secret's name.
    return SecretsUnavailable(f"The system's key store cannot be used ({type(error).__name__}).")
